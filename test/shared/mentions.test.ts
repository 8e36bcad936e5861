import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../src/mentions/index.ts';
import type { Document } from '../../src/model/index.ts';
import { segment } from '../../src/passages/index.ts';
import { loadLexicons } from '../../src/providers/lexicons.ts';
import { sha256 } from '../../src/text/index.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const present = existsSync(join(shared, 'gold/score.mjs'));
if (!present) console.log(`skipped: ${shared}gold is absent, mentions are not scored`);

const lexicons = loadLexicons();
/** Languages of the texts that are not English; readers find them out themselves. */
const LANGUAGES: Readonly<Record<string, string>> = { 'h07.txt': 'de', 'h08.txt': 'it', 'h09.txt': 'et' };

function documentOf(name: string, text: string): Document {
  return {
    id: sha256(text),
    name,
    mediaType: 'text/plain',
    size: text.length,
    text,
    textHash: sha256(text),
    language: LANGUAGES[name] ?? 'en',
    encoding: 'utf-8',
    metadata: { title: null, author: null, publisher: null, published: null, url: null, fields: {} },
    pages: [],
    blocks: [],
    parent: null,
    status: 'parsed',
    problems: [],
    reader: 'txt/1',
  };
}

type Score = Readonly<Record<string, { readonly f1: number }>>;

function scoreOf(set: string): Score {
  const folder = join(shared, 'cases', set);
  const documents = readdirSync(folder).map((file) => {
    const document = documentOf(file, readFileSync(join(folder, file), 'utf8'));
    const { mentions } = findMentions(document, segment(document, lexicons), lexicons);
    return {
      file,
      mentions: mentions.map(({ start, end, text, type, id, sameAs }) => ({
        start,
        end,
        text,
        type,
        entity: sameAs ?? id,
      })),
    };
  });
  const entities = documents.flatMap(({ mentions }) =>
    mentions.map(({ entity, type, text }) => ({ id: entity, type, canonical: text, aliases: [] })),
  );
  const scratch = mkdtempSync(join(tmpdir(), 'clew-mentions-'));
  try {
    const system = join(scratch, 'system.json');
    writeFileSync(system, JSON.stringify({ entities, documents, corpus: {} }));
    const arguments_ = [join(shared, 'gold/score.mjs'), join(shared, 'gold', set), system, '--json'];
    return JSON.parse(execFileSync(process.execPath, arguments_, { encoding: 'utf8' })) as Score;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

describe.skipIf(!present)('mentions against the gold', () => {
  it.each([
    ['seeds', 0.88, 0.94, 0.85],
    ['kanrus', 0.88, 0.94, 0.85],
  ])('%s: named mentions', (set, exact, overlap, typed) => {
    const score = scoreOf(set);
    expect(score.named_mentions_exact?.f1).toBeGreaterThanOrEqual(exact);
    expect(score.named_mentions_overlap?.f1).toBeGreaterThanOrEqual(overlap);
    expect(score.named_mentions_exact_typed?.f1).toBeGreaterThanOrEqual(typed);
  });
});
