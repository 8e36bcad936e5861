import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ListEntry } from '../src/model/index.ts';
import { loadLexicons } from '../src/providers/index.ts';
import { createMatcher, historyOf, type InstalledLists, readList, recogniseList } from '../src/screening/index.ts';
import { sha256 } from '../src/text/index.ts';

/** A list file as screening takes it, without a data folder. */
export async function installList(path: string): Promise<InstalledLists> {
  const text = readFileSync(path, 'utf8');
  const format = await recogniseList(text);
  if (format === null) throw new Error(`${path} is no list`);
  const entries: ListEntry[] = [];
  let date = '';
  for await (const item of readList(
    { files: [{ format, file: { name: basename(path), text: [text] } }] },
    null,
    loadLexicons(),
  )) {
    if (item.kind === 'entry') entries.push(item.entry);
    if (item.kind === 'stated-date') date = item.date;
  }
  const list = entries[0]?.list ?? '';
  return {
    matcher: createMatcher(entries, loadLexicons()),
    histories: { [list]: historyOf(list, [{ date, entries, isHistory: true }]) },
    snapshots: [{ list, title: list, date, hashes: [sha256(text)], entries: entries.length }],
  };
}
