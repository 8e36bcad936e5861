import { expect, test } from 'vitest';
import { loadRecords, openCase, verifyCase } from '../../src/store/index.ts';
import { withCase } from './case-home.ts';
import { SENTENCE, sampleCommit, sampleDecision, sampleDocument } from './samples.ts';

test('what publishes reads one state and notes it in the journal while another clew adds', async () => {
  await withCase([sampleCommit(SENTENCE, 'a.txt')], async (folder) => {
    const writer = await openCase(folder, { write: true });
    const publisher = await openCase(folder, { write: true, beside: true });
    const before = await loadRecords(publisher);
    await publisher.snapshot(async (reader) => {
      const head = await reader.journalHead();
      await writer.commit([sampleCommit(`${SENTENCE} Another.`, 'a.txt')]);
      expect(await reader.documentIds()).toEqual(before.documents.map(({ id }) => id));
      expect(await reader.journalHead()).toEqual(head);
    });
    await publisher.recordExport('csv', 'a'.repeat(64));
    await writer.commit([sampleCommit(`${SENTENCE} A third.`, 'a.txt')]);
    expect((await publisher.head()).journal).toEqual((await writer.head()).journal);
    await publisher.close();
    await writer.close();
    const { ok, failures, checked } = await verifyCase(folder);
    expect(failures).toEqual([]);
    expect([ok, checked.documents]).toEqual([true, 3]);
  });
});

test('beside another writer nothing but exports and screenings is recorded', async () => {
  await withCase([sampleCommit(SENTENCE, 'a.txt')], async (folder) => {
    const writer = await openCase(folder, { write: true });
    const publisher = await openCase(folder, { write: true, beside: true });
    await expect(publisher.addDecision(sampleDecision(sampleDocument(SENTENCE), 'R. Marsh'))).rejects.toThrow(
      /opened for reading/,
    );
    await expect(publisher.commit([sampleCommit('Another.', 'a.txt')])).rejects.toThrow(/opened for reading/);
    await publisher.close();
    await expect(openCase(folder, { write: true })).rejects.toMatchObject({ code: 'case-locked' });
    await writer.close();
  });
});

test('the only writer catches up with case.json', async () => {
  await withCase([sampleCommit(SENTENCE, 'a.txt')], async (folder) => {
    const publisher = await openCase(folder, { write: true, beside: true });
    await publisher.recordExport('csv', 'a'.repeat(64));
    await publisher.close();
    expect((await verifyCase(folder)).ok).toBe(true);
    const again = await openCase(folder, { write: true });
    expect((await again.head()).journal.count).toBeGreaterThan(1);
    await again.close();
  });
});
