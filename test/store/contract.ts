import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../src/model/index.ts';
import { type CaseStore, loadRecords } from '../../src/store/index.ts';
import { hashOf } from '../../src/text/index.ts';
import { SENTENCE, sampleBatch, sampleCommit, sampleDecision, sampleExtraction, sampleOccurrence } from './samples.ts';

/** An empty case in some database, opened as often as a test likes and thrown away afterwards. */
export interface CaseHome {
  open(options: { readonly write: boolean; readonly now?: () => string }): Promise<CaseStore>;
  discard(): Promise<void>;
}

/** What every `CaseStore` must do, whatever database is behind it. An adapter joins by calling this with its own `newCase`. */
export function describeCaseStore(dialect: string, newCase: (name: string) => Promise<CaseHome>): void {
  describe(`CaseStore on ${dialect}`, () => {
    let home: CaseHome;
    let store: CaseStore;
    beforeEach(async () => {
      home = await newCase('Harbour');
      store = await home.open({ write: true, now: () => '2031-05-04T12:00:00.000Z' });
    });
    afterEach(async () => {
      await store.close();
      await home.discard();
    });

    const events = async () => (await collect(store.journal())).map(({ event }) => event.kind);

    test('an empty case has a name, a first journal entry and nothing else', async () => {
      const head = await store.head();
      expect(head).toMatchObject({ name: 'Harbour', journal: { count: 1 } });
      expect(await store.counts()).toEqual({
        documents: { parsed: 0, partial: 0, refused: 0 },
        occurrences: 0,
        problems: 0,
        mentions: 0,
        claims: 0,
        decisions: 0,
        journal: 1,
      });
      expect(await collect(store.documents())).toEqual([]);
      expect(await events()).toEqual(['created']);
    });

    test('what is committed comes back equal, sorted by id, in this process and the next', async () => {
      const batch = sampleBatch(5);
      await store.commit(batch);
      await store.close();
      store = await home.open({ write: false });
      const ids = batch.map(({ document }) => document.id).sort();
      expect(await store.documentIds()).toEqual(ids);
      for (const { document, extraction, occurrences } of batch) {
        expect(await store.document(document.id)).toEqual(document);
        expect(await store.extraction(document.id)).toEqual(extraction);
        expect(await store.occurrencesOf(document.id)).toEqual(occurrences);
      }
      expect((await collect(store.documents())).map(({ id }) => id)).toEqual(ids);
      expect((await collect(store.extractions())).map(({ document }) => document)).toEqual(ids);
      const occurrences = (await collect(store.occurrences())).map(({ id }) => id);
      expect(occurrences).toEqual(batch.flatMap(({ occurrences }) => occurrences.map(({ id }) => id)).sort());
    });

    test('originals are stored read-only under their hash, from memory or from a file', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'clew-bytes-'));
      const path = join(folder, 'letter.bin');
      const text = `${SENTENCE} From a file.`;
      writeFileSync(path, text);
      const fromMemory = sampleCommit(`${SENTENCE} From memory.`, 'memory.txt');
      const fromFile = { ...sampleCommit(text, path), bytes: { path } };
      await store.commit([fromMemory, fromFile]);
      for (const { document } of [fromMemory, fromFile]) {
        const original = store.original(document.id);
        expect(createHash('sha256').update(readFileSync(original)).digest('hex')).toBe(document.id);
        expect(statSync(original).mode & 0o777).toBe(0o400);
      }
      rmSync(folder, { recursive: true });
    });

    test('bytes that do not have the hash of their document are refused with the whole batch', async () => {
      const [good, bad] = sampleBatch(2) as [ReturnType<typeof sampleCommit>, ReturnType<typeof sampleCommit>];
      const changed = { ...bad, bytes: Buffer.from('something else') };
      await expect(store.commit([good, changed])).rejects.toMatchObject({ code: 'original-changed' });
      expect(await store.documentIds()).toEqual([]);
      expect(await events()).toEqual(['created']);
      await store.commit([good, bad]);
      expect((await store.documentIds()).length).toBe(2);
    });

    test('a batch is recorded as a whole or not at all', async () => {
      const good = sampleCommit(SENTENCE, 'a.txt');
      const homeless = { ...sampleCommit(`${SENTENCE} Homeless.`, 'b.txt'), occurrences: [] };
      await expect(store.commit([good, homeless])).rejects.toThrow(/no occurrence/);
      expect(await store.documentIds()).toEqual([]);
      expect(await events()).toEqual(['created']);
    });

    test('committing again changes nothing', async () => {
      const batch = sampleBatch(3);
      await store.commit(batch);
      const before = await loadRecords(store);
      await store.commit(batch);
      await store.commit([]);
      expect(await loadRecords(store)).toEqual(before);
    });

    test('the same document twice in one batch is one document with two occurrences', async () => {
      await store.commit([sampleCommit(SENTENCE, 'a.txt'), sampleCommit(SENTENCE, 'b.txt')]);
      const [id = ''] = await store.documentIds();
      expect((await store.occurrencesOf(id)).map(({ path }) => path).sort()).toEqual(['a.txt', 'b.txt']);
      expect(await events()).toEqual(['created', 'document-added', 'extracted', 'occurrence-added']);
    });

    test('a document read again on a person’s word takes the place of what it was, and the journal says so', async () => {
      const first = sampleCommit(SENTENCE, 'a.txt');
      await store.commit([first]);
      const decision = sampleDecision(first.document, 'Ida');
      await store.addDecision(decision);
      const text = `${SENTENCE} Read again.`;
      const document = {
        ...first.document,
        text,
        textHash: createHash('sha256').update(text).digest('hex'),
        encoding: 'koi8-r',
      };
      const again = { ...first, document, extraction: sampleExtraction(document), replaces: true };
      await store.commit([again]);
      await store.commit([again]);
      expect(await store.document(document.id)).toEqual(document);
      expect(await store.extraction(document.id)).toEqual(again.extraction);
      expect(await store.decisions()).toEqual([decision]);
      const kinds = ['created', 'document-added', 'extracted', 'decided', 'document-replaced', 'extracted'];
      expect(await events()).toEqual(kinds);
    });

    test('a known document only gains occurrences', async () => {
      const first = sampleCommit(SENTENCE, 'a.txt');
      await store.commit([first]);
      const reread = { ...first.document, language: 'xx' };
      const container = sampleCommit(`${SENTENCE} An archive.`, 'box.zip');
      const inside = sampleOccurrence(first.document.id, 'box.zip', {
        container: container.document.id,
        place: 'a.txt',
      });
      await store.commit([container, { ...first, document: reread, occurrences: [inside], extraction: null }]);
      expect(await store.document(first.document.id)).toEqual(first.document);
      expect((await store.occurrencesOf(first.document.id)).length).toBe(2);
      expect((await store.occurrencesAt('box.zip')).length).toBe(2);
      expect(await store.occurrencesAt('a.txt')).toEqual(first.occurrences);
      expect(await store.occurrencesAt('elsewhere.txt')).toEqual([]);
    });

    test('two commits of one document at the same time are one document', async () => {
      await Promise.all([
        store.commit([sampleCommit(SENTENCE, 'a.txt')]),
        store.commit([sampleCommit(SENTENCE, 'b.txt')]),
        store.commit(sampleBatch(3)),
      ]);
      expect((await store.counts()).documents.parsed).toBe(4);
      expect((await store.counts()).occurrences).toBe(5);
    });

    test('an extraction is replaced only by another engine’s', async () => {
      const { document, ...rest } = sampleCommit(SENTENCE, 'a.txt');
      await store.commit([{ document, ...rest }]);
      await store.saveExtractions([{ ...sampleExtraction(document), claims: [] }]);
      expect((await store.extraction(document.id))?.claims.length).toBe(1);
      await store.saveExtractions([{ ...sampleExtraction(document, 'sample/2'), claims: [] }]);
      expect((await store.extraction(document.id))?.claims.length).toBe(0);
      expect(await store.extractionEngine(document.id)).toBe('sample/2');
      expect(await store.counts()).toMatchObject({ claims: 0, mentions: 2 });
      expect(await events()).toEqual(['created', 'document-added', 'extracted', 'extracted']);
    });

    test('an extraction of a document that is not in the case is refused', async () => {
      const { document } = sampleCommit(SENTENCE, 'a.txt');
      await expect(store.saveExtractions([sampleExtraction(document)])).rejects.toThrow();
      expect(await store.extraction(document.id)).toBeNull();
      expect(await store.extractionEngine(document.id)).toBeNull();
    });

    test('stale documents are those without an extraction by the engine', async () => {
      const [a, b, c] = sampleBatch(3);
      await store.commit([
        a!,
        { ...b!, extraction: null },
        { ...c!, extraction: sampleExtraction(c!.document, 'old/1') },
      ]);
      expect(await store.staleDocuments('sample/1')).toEqual([b!.document.id, c!.document.id].sort());
      expect(await store.staleDocuments('old/1')).toEqual([a!.document.id, b!.document.id].sort());
    });

    test('knows what it holds', async () => {
      const [a, b] = sampleBatch(2);
      await store.commit([a!]);
      expect(await store.hasDocument(a!.document.id)).toBe(true);
      expect(await store.hasDocument(b!.document.id)).toBe(false);
      const many = [...sampleBatch(1200).map(({ document }) => document.id), b!.document.id];
      expect(await store.knownDocuments(many)).toEqual(new Set([a!.document.id]));
      await expect(store.document(b!.document.id)).rejects.toMatchObject({ code: 'document-not-found' });
    });

    test('counts by status, problems, mentions and claims', async () => {
      const problem = { code: 'malformed', severity: 'fatal', detail: 'cut off', by: 'documents/sample' } as const;
      const refused = sampleCommit(`${SENTENCE} Refused.`, 'bad.txt', {
        status: 'refused',
        problems: [problem, problem],
      });
      await store.commit([...sampleBatch(2), { ...refused, extraction: null }]);
      expect(await store.counts()).toEqual({
        documents: { parsed: 2, partial: 0, refused: 1 },
        occurrences: 3,
        problems: 2,
        mentions: 4,
        claims: 2,
        decisions: 0,
        journal: 6,
      });
    });

    test('decisions keep their order, are never overwritten and survive a new engine', async () => {
      const { document, ...rest } = sampleCommit(SENTENCE, 'a.txt');
      await store.commit([{ document, ...rest }]);
      const decisions = ['Zoe', 'Ann', 'Mia', 'Bo', 'Kai', 'Ida'].map((who) => sampleDecision(document, who));
      for (const decision of decisions) await store.addDecision(decision);
      await store.addDecision({ ...decisions[0]!, comment: 'changed my mind' });
      await store.saveExtractions([sampleExtraction(document, 'sample/2')]);
      expect(await store.decisions()).toEqual(decisions);
    });

    test('texts keep characters that databases disagree on', async () => {
      const text = 'NUL \u0000, lone surrogate \ud800, emoji 🜚, Київ, 厦门, "quoted" \\ \u2028';
      const bytes = Buffer.from('the bytes');
      const document = { ...sampleCommit('the bytes', 'odd.bin').document, text };
      const occurrences = [
        sampleOccurrence(document.id, 'box.zip', { container: 'f'.repeat(64), place: 'a\u0000\ud800.bin' }),
      ];
      await store.commit([{ document, occurrences, extraction: null, bytes }]);
      expect(await store.document(document.id)).toEqual(document);
      expect(await store.occurrencesOf(document.id)).toEqual(occurrences);
    });

    test('the journal is a chain whose entries vouch for the records', async () => {
      const commit = sampleCommit(SENTENCE, 'a.txt');
      await store.commit([commit]);
      await store.addDecision(sampleDecision(commit.document, 'Ann'));
      await store.recordExport('json', 'f'.repeat(64));
      const entries = await collect(store.journal());
      let previous = '0'.repeat(64);
      for (const [index, { hash, ...content }] of entries.entries()) {
        expect(content).toMatchObject({ n: index + 1, previous });
        expect(hash).toBe(hashOf(content));
        previous = hash;
      }
      expect(await store.journalHead()).toEqual({ count: 5, head: previous });
      expect((await store.head()).journal).toEqual(await store.journalHead());
      expect(entries.map(({ event }) => event)).toEqual(expectedEvents(commit));
      expect(new Set(entries.slice(1).map(({ at }) => at))).toEqual(new Set(['2031-05-04T12:00:00.000Z']));
    });

    test('long journals and many occurrences are read to the end', async () => {
      const { document, ...rest } = sampleCommit(SENTENCE, 'a.txt');
      const occurrences = Array.from({ length: 2500 }, (_, n) => sampleOccurrence(document.id, `copy-${n}.txt`));
      await store.commit([{ document, ...rest, occurrences }]);
      expect(new Set((await collect(store.occurrences())).map(({ id }) => id)).size).toBe(2500);
      const numbers = (await collect<JournalEntry>(store.journal())).map(({ n }) => n);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(numbers.length).toBe(2502);
    });

    test('a snapshot stays as it was while others write', async () => {
      await store.commit(sampleBatch(2));
      const reading = await home.open({ write: false });
      await reading.snapshot(async (reader) => {
        const before = await reader.head();
        await store.commit(sampleBatch(3, 10));
        expect((await reader.documentIds()).length).toBe(2);
        expect((await collect(reader.extractions())).length).toBe(2);
        expect(await reader.head()).toEqual(before);
      });
      expect((await reading.documentIds()).length).toBe(5);
      await reading.close();
    });

    test('other calls are answered while an iteration is under way', async () => {
      await store.commit(sampleBatch(3));
      let seen = 0;
      for await (const { id } of store.documents()) {
        expect((await store.extraction(id))?.document).toBe(id);
        await store.commit(sampleBatch(1, 100 + seen));
        seen += 1;
      }
      expect(seen).toBe(3);
    });

    test('a case opened for reading cannot be written', async () => {
      const reading = await home.open({ write: false });
      await expect(reading.commit(sampleBatch(1))).rejects.toThrow(/for reading/);
      await expect(reading.recordExport('json', '0'.repeat(64))).rejects.toThrow(/for reading/);
      await reading.close();
      expect(await store.documentIds()).toEqual([]);
    });

    test('closing twice is harmless', async () => {
      await store.close();
      await store.close();
    });
  });
}

function expectedEvents({ document, occurrences, extraction }: ReturnType<typeof sampleCommit>) {
  const [occurrence] = occurrences;
  const decision = sampleDecision(document, 'Ann');
  return [
    { kind: 'created' },
    {
      kind: 'document-added',
      document: document.id,
      documentHash: hashOf(document),
      occurrence: occurrence?.id,
      occurrenceHash: hashOf(occurrence),
    },
    { kind: 'extracted', document: document.id, engine: 'sample/1', extractionHash: hashOf(extraction) },
    { kind: 'decided', decision: decision.id, decisionHash: hashOf(decision) },
    { kind: 'exported', format: 'json', contentHash: 'f'.repeat(64) },
  ];
}

export async function collect<T>(records: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const record of records) all.push(record);
  return all;
}
