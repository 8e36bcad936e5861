import { join } from 'node:path';
import type { Lexicons, ListEntry } from '../model/index.ts';
import {
  LIST_FORMATS,
  type ListBundle,
  type ListFormat,
  type ListProblem,
  readList,
  resolveLinks,
} from '../screening/index.ts';
import { textOf } from './files.ts';
import type { Original, Snapshot } from './snapshot.ts';

/** Everything one bundle of files gave, by list. */
export interface ReadFiles {
  readonly lists: ReadonlyMap<string, readonly ListEntry[]>;
  readonly problems: readonly ListProblem[];
  readonly passedOver: readonly { readonly what: string; readonly count: number }[];
  readonly statedDate: string | null;
  /** On how many days the rows of a table of one source end; more than one where it sums up earlier snapshots. */
  readonly sumsUp: number;
}

export type Openable = Pick<Original, 'name' | 'encoding'> & { readonly path: string; readonly format: ListFormat };

/** Reads files that belong together. With `list` all their entries are of that list. */
export async function readFiles(
  files: readonly Openable[],
  list: string | null,
  lexicons: Lexicons,
): Promise<ReadFiles> {
  const bundle: ListBundle = {
    files: files.map(({ name, path, encoding, format }) => ({ format, file: { name, text: textOf(path, encoding) } })),
  };
  const lists = new Map<string, ListEntry[]>();
  const problems: ListProblem[] = [];
  const passedOver: { what: string; count: number }[] = [];
  let statedDate: string | null = null;
  let sumsUp = 1;
  for await (const item of readList(bundle, list, lexicons)) {
    if (item.kind === 'entry') {
      const entries = lists.get(item.entry.list);
      if (entries) entries.push(item.entry);
      else lists.set(item.entry.list, [item.entry]);
    } else if (item.kind === 'problem') problems.push(item.problem);
    else if (item.kind === 'passed-over') passedOver.push({ what: item.what, count: item.count });
    else if (item.kind === 'sums-up') sumsUp = item.days;
    else statedDate = item.date;
  }
  const resolved = [...lists].map(([id, entries]) => [id, resolveLinks(entries)] as const);
  return { lists: new Map(resolved), problems, passedOver, statedDate, sumsUp };
}

/** The entries of a kept snapshot, read from its originals as this version of clew reads them. */
export async function readAgain(data: string, snapshot: Snapshot, lexicons: Lexicons): Promise<ListEntry[]> {
  const files = snapshot.originals.flatMap(({ name, sha256, encoding, format }): Openable[] => {
    const known = LIST_FORMATS.find((one) => one === format);
    return known ? [{ name, path: join(data, 'originals', sha256), encoding, format: known }] : [];
  });
  const own = await readFiles(files, null, lexicons);
  return [
    ...(own.lists.get(snapshot.list) ??
      (await readFiles(files, snapshot.list, lexicons)).lists.get(snapshot.list) ??
      []),
  ];
}
