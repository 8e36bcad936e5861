import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListEntry } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { answerListing, type ListHistory } from '../../src/screening/index.ts';
import {
  type AddReport,
  addLists,
  chooseLists,
  listSnapshots,
  loadIndex,
  readEntries,
} from '../../src/snapshots/index.ts';

const LISTS = join(process.env.CLEW_SHARED ?? '../shared', 'lists');
const HISTORY = join(LISTS, 'opensanctions-form/us_ofac_sdn.history.targets.simple.csv');

describe.skipIf(!existsSync(HISTORY))('a real list with first and last days', () => {
  const data = mkdtempSync(join(tmpdir(), 'clew-lists-'));
  const lexicons = loadLexicons();
  let history: ListHistory;
  let entries: Map<string, ListEntry>;
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  beforeAll(async () => {
    await addLists([{ path: HISTORY }], lexicons, { data, list: null, asOf: null, now: '2031-01-01T00:00:00Z' });
    const { histories } = await loadIndex(chooseLists(lexicons, [], data), lexicons);
    const [snapshot] = listSnapshots(data);
    history = histories[snapshot?.list ?? ''] as ListHistory;
    entries = new Map((await readEntries(data, snapshot as never, lexicons)).map((entry) => [entry.id, entry]));
  });
  const statusOf = (id: string, asOf: string) => answerListing(entries.get(id) as ListEntry, history, asOf);

  test.each([
    ['ofac-46431', '2021-01-01', 'unknown'],
    ['ofac-46431', '2023-12-11', 'not-yet-listed'],
    ['ofac-46431', '2023-12-12', 'listed'],
    ['ofac-46431', '2024-03-02', 'listed'],
    ['ofac-46431', '2030-01-01', 'listed'],
    ['ofac-46441', '2022-06-01', 'not-yet-listed'],
    ['ofac-46441', '2024-03-02', 'listed'],
    ['ofac-16865', '2021-08-17', 'unknown'],
    ['ofac-16865', '2021-08-18', 'listed'],
    ['ofac-16865', '2023-01-01', 'listed'],
    ['ofac-16865', '2030-01-01', 'listed'],
  ])('%s as of %s: %s', (id, asOf, status) => expect(statusOf(id, asOf).status).toBe(status));

  test('what stood on the first snapshot was listed by then, not on that day', () => {
    expect(statusOf('ofac-16865', '2022-01-01')).toMatchObject({ sinceBy: 'first-snapshot', since: '2021-08-18' });
    expect(statusOf('ofac-46431', '2024-01-01')).toMatchObject({ sinceBy: 'snapshot', since: '2023-12-12' });
  });

  test('200 entries drawn from the file, before, at and after their days', () => {
    const rows: Record<string, string>[] = parse(readFileSync(HISTORY, 'utf8'), { columns: true });
    const day = (stamp: string | undefined) => (stamp ?? '').slice(0, 10);
    const firsts = rows.map((row) => day(row.first_seen)).sort();
    const lasts = rows.map((row) => day(row.last_seen)).sort();
    const [start, end] = [firsts[0] ?? '', lasts.at(-1) ?? ''];
    const shifted = (iso: string, by: number) =>
      new Date(Date.parse(`${iso}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
    const rare = rows.filter((row) => day(row.first_seen) !== start || day(row.last_seen) !== end);
    const pick = (from: typeof rows, many: number) => from.filter((_, at) => at % Math.floor(from.length / many) === 0);
    const drawn = [...pick(rows, 100).slice(0, 100), ...pick(rare, 100).slice(0, 100)];
    expect(drawn).toHaveLength(200);
    const wrong: unknown[] = [];
    for (const row of drawn) {
      const [first, last] = [day(row.first_seen), day(row.last_seen)];
      const days = [start, end, first, last].flatMap((one) => [shifted(one, -1), one, shifted(one, 1)]);
      for (const asOf of new Set(days)) {
        const expected =
          asOf < start
            ? 'unknown'
            : asOf < first
              ? 'not-yet-listed'
              : asOf <= last || last === end
                ? 'listed'
                : 'delisted';
        const { status } = statusOf(row.id ?? '', asOf);
        if (status !== expected) wrong.push({ id: row.id, first, last, asOf, expected, status });
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe.skipIf(!existsSync(HISTORY))('real lists of each format', () => {
  const data = mkdtempSync(join(tmpdir(), 'clew-lists-'));
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  const add = (...files: readonly string[]): Promise<AddReport> =>
    addLists(
      files.map((file) => ({ path: join(LISTS, file) })),
      loadLexicons(),
      { data, list: null, asOf: null, now: '2031-01-01T00:00:00Z' },
    );

  test('OFAC with its companions', async () => {
    const { added, problems } = await add(
      'ofac/sdn_20240503.csv',
      'ofac/alt_20250227.csv',
      'ofac/add_20250227.csv',
      'ofac/sdn_comments_20250227.csv',
    );
    expect(added.map(({ snapshot: { list, date, entries } }) => ({ list, date, entries }))).toEqual([
      { list: 'ofac-sdn', date: '2024-05-03', entries: 14_965 },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['companion-without-entry']);
  });

  test('the UN list', async () => {
    const { added, problems } = await add('un/UN_consolidated.xml');
    expect(added[0]?.snapshot).toMatchObject({ list: 'un-sc', date: '2026-02-27', dateBasis: 'stated', entries: 1003 });
    expect(problems).toEqual([]);
  });
});
