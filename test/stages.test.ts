import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewCase } from '../src/cases/index.ts';
import type { Lexicons, StageHashes } from '../src/model/index.ts';
import { engineVersion, extract } from '../src/pipeline.ts';
import { loadLexicons } from '../src/providers/index.ts';
import { createMatcher, readIndex, writeIndex } from '../src/screening/index.ts';
import { addLists, chooseLists, loadLists } from '../src/snapshots/index.ts';
import { openCase } from '../src/store/index.ts';
import { withCase } from './store/case-home.ts';
import { sampleDocument, sampleOccurrence } from './store/samples.ts';

const { stageHashes } = (await import(new URL('../scripts/stage-hashes.mjs', import.meta.url).href)) as {
  readonly stageHashes: (root: string) => StageHashes;
};

let folder: string;
let plain: StageHashes;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clew-stages-'));
  cpSync('dist', join(folder, 'dist'), { recursive: true, filter: (path) => !path.endsWith('.d.ts') });
  cpSync('package.json', join(folder, 'package.json'));
  plain = stageHashes(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The hashes that the build would write were `change` made to a copy of what it compiled; the copy is as before afterwards. */
function hashesAfter(path: string, change: (path: string) => void): StageHashes {
  const whole = join(folder, path);
  const before = readFileSync(whole);
  change(whole);
  try {
    return stageHashes(folder);
  } finally {
    writeFileSync(whole, before);
  }
}
const addLine = (path: string): void => appendFileSync(path, 'export const one = 1;\n');
/** The stages with another hash; `told` holds them all and is looked at by itself. */
const changed = (after: StageHashes): string[] =>
  Object.keys(plain).filter(
    (stage) => stage !== 'told' && plain[stage as keyof StageHashes] !== after[stage as keyof StageHashes],
  );

describe('hashes of stages', () => {
  test('the same code gives the same hashes', () => expect(stageHashes(folder)).toEqual(plain));

  test.each<[string, readonly string[]]>([
    ['documents/dates.js', ['read']],
    ['providers/ocr/grey.js', ['read']],
    ['passages/layout.js', ['segment']],
    ['claims/modality.js', ['claims']],
    ['decisions/locate.js', ['decisions']],
    ['entities/blocking.js', ['entities']],
    ['findings/echo.js', ['findings']],
    ['screening/match/candidates.js', ['screening']],
    ['screening/lists/links.js', ['screening', 'lists']],
    ['pipeline.js', ['segment', 'mentions', 'claims', 'decisions', 'entities', 'findings', 'screening']],
    ['cli/output.js', []],
  ])('one more line in %s is another hash of %j and no other', (path, stages) => {
    expect(changed(hashesAfter(`dist/${path}`, addLine))).toEqual(stages);
  });

  test.each(['cli/commands/claims.js', 'dossier/wording.js', 'findings/echo.js', 'store/pages.js'])(
    'one more line in %s is another hash of what is told',
    (path) => expect(hashesAfter(`dist/${path}`, addLine).told).not.toBe(plain.told),
  );

  test('one more line in what stages share is another hash of each', () => {
    const shared = hashesAfter('dist/names/fold.js', addLine);
    expect(changed(shared)).toEqual(expect.arrayContaining(['entities', 'screening']));
  });

  test.each([
    ['7z-wasm', ['read']],
    ['@tesseract.js-data/eng', ['read']],
    ['saxes', ['screening', 'lists']],
    ['commander', []],
  ])('another version of %s is another hash of %j and no other', (name, stages) => {
    const after = hashesAfter('package.json', (path) => {
      const about = JSON.parse(readFileSync(path, 'utf8')) as { dependencies: Record<string, string> };
      writeFileSync(path, JSON.stringify({ ...about, dependencies: { ...about.dependencies, [name]: '0.0.0' } }));
    });
    expect(changed(after)).toEqual(stages);
  });
});

describe('a stage with one more line', () => {
  const lexicons = loadLexicons();
  const present = (): Lexicons => ({ ...lexicons, stages: plain });
  const withLineIn = (path: string): Lexicons => ({ ...lexicons, stages: hashesAfter(`dist/${path}`, addLine) });
  const document = sampleDocument('Kestrel Pumps GmbH supplied 40 pumps to Ostrava Works in 2031.');
  const commit = () => ({
    document,
    occurrences: [sampleOccurrence(document.id, 'note.txt')],
    extraction: extract(document, present()),
    bytes: new TextEncoder().encode(document.text),
  });

  test.each(['passages/layout.js', 'mentions/names.js', 'claims/modality.js', 'text/tokens.js'])(
    'refuses what was extracted before: %s',
    async (path) => {
      await withCase([commit()], async (home) => {
        const store = await openCase(home, { write: false });
        expect(await store.staleDocuments(engineVersion(present()))).toEqual([]);
        expect(await store.staleDocuments(engineVersion(withLineIn(path)))).toEqual([document.id]);
        await store.close();
      });
    },
  );

  test.each([
    'decisions/locate.js',
    'entities/blocking.js',
    'findings/echo.js',
    'screening/dated-checks.js',
    'pipeline.js',
  ])('refuses what was folded before: %s', async (path) => {
    await withCase([commit()], async (home) => {
      const store = await openCase(home, { write: false });
      const lists = { data: home, snapshots: [], key: 'none' };
      const kept = async (words: Lexicons): Promise<string[]> => {
        await viewCase(home, store, words, { lists });
        return readdirSync(join(home, 'cache'));
      };
      const before = await kept(present());
      expect(before).toHaveLength(1);
      expect(await kept(present())).toEqual(before);
      expect(await kept(withLineIn(path))).not.toEqual(before);
      await store.close();
    });
  });

  test('refuses the entries and the index of a list that were read before', async () => {
    const words = present();
    const other = withLineIn('screening/lists/links.js');
    const data = mkdtempSync(join(tmpdir(), 'clew-stages-lists-'));
    const path = join(data, 'sdn_20300101.csv');
    writeFileSync(path, '100,"OWL WORKS",-0- ,"TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n');
    const { added } = await addLists([{ path }], words, { data, list: null, asOf: null, now: '2030-01-01T00:00:00Z' });
    const { list, id } = added[0]!.snapshot;
    expect((await loadLists(chooseLists(words, [], data), words))?.matcher.size).toBe(1);
    // What was kept is spoiled: whoever used it would fail or find nobody.
    writeFileSync(join(data, 'lists', list, id, 'entries.jsonl'), '');
    expect((await loadLists(chooseLists(other, [], data), other))?.matcher.size).toBe(1);
    expect(readIndex(writeIndex(createMatcher([], words)), other)).toBeNull();
    rmSync(data, { recursive: true, force: true });
  });
});
