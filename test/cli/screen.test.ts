import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workFolder } from './clew.ts';
import { run } from './in-process.ts';

const SAMPLE = 'samples/lists/norland-register.targets.simple.csv';
const work = workFolder();
const clew = (args: readonly string[], input = '') => run(args, input, { CLEW_DATA: work.path('data') });
afterAll(() => work.remove());

describe('clew lists', () => {
  test('without a list, screening says what to do', async () => {
    const { status, stderr } = await clew(['screen', '--name', 'Samovar Logistik LLC', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stderr).error).toMatchObject({
      code: 'list-missing',
      hint: expect.stringContaining('clew lists add'),
    });
  });

  test('add recognises the format and gives day, hash and count; list and remove', async () => {
    const added = await clew(['lists', 'add', SAMPLE, '--json']);
    expect(added.status).toBe(0);
    const [{ snapshot }] = JSON.parse(added.stdout).added;
    expect(snapshot).toMatchObject({ list: 'norland-register', date: '2025-03-10', dateBasis: 'stated', entries: 8 });
    expect(snapshot.originals[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await clew(['lists', 'list'])).stdout).toMatch(
      /norland-register\s+2025-03-10\s+8\s+2022-06-01 to 2025-03-10/,
    );
    expect((await clew(['lists', 'add', SAMPLE, '--list', 'mine', '--as-of', '2030-01-01'])).status).toBe(0);
    expect((await clew(['lists', 'remove', 'mine'])).status).toBe(0);
    expect(JSON.parse((await clew(['lists', 'list', '--json'])).stdout)).toHaveLength(1);
    expect((await clew(['lists', 'remove', 'mine'])).status).toBe(1);
  });

  test.each<[string[], string, number]>([
    [['lists', 'add', 'README.md'], 'list-unknown', 2],
    [['lists', 'add', 'no-such.csv'], 'path-not-found', 1],
    [['lists', 'add', SAMPLE, '--as-of', '2030-02-30'], 'usage', 2],
    [['lists', 'add', SAMPLE, '--list', 'Not An Id'], 'usage', 2],
    [['lists', 'update'], 'offline', 2],
    [['lists', 'update', '--online', '--source', 'nowhere'], 'usage', 2],
    [['screen', '--name', 'x', '--list', 'nowhere'], 'list-missing', 1],
    [['screen'], 'usage', 2],
    [['screen', 'case.clew', '--name', 'x'], 'usage', 2],
    [['screen', '--name', 'x', '--schema', 'castle'], 'usage', 2],
    [['screen', '--name', 'x', '--identifier', '7712345671'], 'usage', 2],
    [['screen', '--name', 'x', '--identifier', 'foo:1'], 'usage', 2],
    [['screen', '--name', '?!'], 'usage', 2],
    [['screen', '--name', 'x', '--birth-date', 'spring'], 'usage', 2],
    [['screen', '--name', 'x', '--country', 'Atlantis'], 'usage', 2],
    [['screen', '--name', 'x', '--threshold', '7'], 'usage', 2],
    [['screen', '--batch', 'no-such.tsv'], 'path-not-found', 1],
  ])('%j: %s', async (args, code, exit) => {
    const { status, stderr } = await clew([...args, '--json']);
    expect([status, JSON.parse(stderr.trim().split('\n').at(-1) ?? '').error.code]).toEqual([exit, code]);
  });
});

describe('clew screen --name and --batch', () => {
  test.each([
    ['2022-01-01', 'unknown'],
    ['2024-04-02', 'not-yet-listed'],
    ['2024-12-02', 'listed'],
    ['2030-01-01', 'listed'],
  ])('as of %s: %s', async (asOf, status) => {
    const args = ['screen', '--name', 'Samovar Logistik LLC', '--schema', 'org', '--as-of', asOf, '--json'];
    const { hits } = JSON.parse((await clew(args)).stdout);
    expect(hits[0]).toMatchObject({ list: 'norland-register', id: 'NRP-006', listing: { status, asOf } });
    expect(hits[0].reasons.length).toBeGreaterThan(0);
  });

  test('in plain words', async () => {
    const { stdout } = await clew(['screen', '--name', 'Sivka-Burka Haulage', '--as-of', '2024-06-01']);
    expect(stdout).toContain('norland-register NRP-002');
    expect(stdout).toMatch(/as of 2024-06-01: no longer listed: removed between 2024-02-15 and /);
  });

  test('a batch answers every query in order, and uses further columns', async () => {
    const tsv =
      'query\tschema\tid\nVodyanoy\tvessel\t\n\t\t\nNobody At All Here\tperson\t\nSamovar Logistik LLC\torg\t\n';
    const { stdout, stderr, status } = await clew(['screen', '--batch', '-', '--json'], tsv);
    expect(status).toBe(0);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ query, hits }) => [query, hits[0]?.id ?? null])).toEqual([
      ['Vodyanoy', 'NRP-005'],
      ['Nobody At All Here', null],
      ['Samovar Logistik LLC', 'NRP-006'],
    ]);
    expect(Object.keys(lines[0].hits[0])).toEqual(expect.arrayContaining(['list', 'id', 'name', 'score', 'reasons']));
    expect(stderr).toMatch(/3 queries/);
  });

  test('what a row has wrong is named with its line, and the row is answered', async () => {
    const tsv =
      'query\tschema\tbirth_date\tcolour\nVodyanoy\tbarge\t\tblue\n\torg\t\t\nSamovar Logistik LLC\torg\tspring\t\n';
    const { stdout, stderr, status } = await clew(['screen', '--batch', '-', '--json'], tsv);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(lines.map(({ query, hits, problems }) => [query, hits[0].id, problems[0].code, problems[0].row])).toEqual([
      ['Vodyanoy', 'NRP-005', 'schema-unknown', 2],
      ['Samovar Logistik LLC', 'NRP-006', 'date-unreadable', 4],
    ]);
    expect(stderr).toContain('standard input, line 2: schema-unknown: “barge” is no schema that clew knows');
    expect(stderr).toContain('standard input, line 3: row-without-name:');
    expect(stderr).toContain('Columns not compared: colour.');
  });

  test('an identifier’s scheme is named in any case; one that no list has is refused with those that lists have', async () => {
    expect((await clew(['screen', '--identifier', 'Tax_Number:7712345671'])).stdout).toContain('NRP-006');
    expect((await clew(['screen', '--name', 'x', '--identifier', 'foo:1'])).stderr).toMatch(
      /foo is no scheme.*\n.*inn, ogrn/,
    );
    expect((await clew(['screen', '--identifier', 'inn:77123'])).stderr).toContain(
      'inn 77123: it should have 10 or 12 digits',
    );
  });

  test('many queries go to threads and keep their order', async () => {
    const names = Array.from({ length: 4000 }, (_, n) => (n % 7 === 0 ? 'Samovar Logistik LLC' : `Nobody Number ${n}`));
    writeFileSync(work.path('many.tsv'), `query\tschema\n${names.map((name) => `${name}\torg`).join('\n')}\n`);
    const { stdout } = await clew(['screen', '--batch', work.path('many.tsv'), '--json']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ query }) => query)).toEqual(names);
    expect(lines.filter(({ hits }) => hits[0]?.id === 'NRP-006')).toHaveLength(572);
  });

  test('a batch without the column is refused', async () => {
    expect((await clew(['screen', '--batch', '-'], 'name\nVodyanoy\n')).stderr).toContain('no column called query');
  });

  test.each([
    [['screen', '--batch', '-'], 2, 'is empty'],
    [['screen', '--batch', work.path('absent.tsv')], 1, 'There is no file'],
    [['screen', '--name', ' '], 2, 'The name is empty'],
  ])('%j says what is wrong', async (words, status, message) => {
    const ran = await clew(words, '');
    expect([ran.status, ran.stdout]).toEqual([status, '']);
    expect(ran.stderr).toContain(message);
  });

  test('a batch with a byte-order mark and CRLF says which lists it was compared with', async () => {
    const { stdout, stderr } = await clew(['screen', '--batch', '-', '--json'], '\uFEFFquery\r\nSamovar Logistik\r\n');
    expect(JSON.parse(stdout)).toMatchObject({ query: 'Samovar Logistik', hits: [{ id: 'NRP-006' }] });
    expect(stderr).toContain('Against norland-register of ');
  });
});

describe('clew screen <case>', () => {
  const folder = work.path('case.clew');
  beforeAll(async () => {
    await clew(['new', folder]);
    await clew(['add', folder, 'samples/case']);
  });

  test('hits are proposals with dated dealings; decisions stay and can be undone; only changes are shown', async () => {
    const screened = JSON.parse((await clew(['screen', folder, '--json'])).stdout);
    expect(screened.lists).toMatchObject([{ list: 'norland-register', date: '2025-03-10' }]);
    const hit = screened.hits.find(({ entry }: { entry: string }) => entry === 'NRP-006');
    expect(hit).toMatchObject({ entityName: 'Samovar Logistik LLC', state: 'proposed' });
    const paid = hit.dated.filter(({ predicate }: { predicate: string }) => predicate === 'paid');
    expect(paid).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ edtf: '2024-04-02', detail: 'listed only later, 2024-11-20' }),
        expect.objectContaining({ edtf: '2024-12-02', detail: 'listed since 2024-11-20' }),
      ]),
    );

    expect((await clew(['decide', folder, 'hit', hit.id, 'maybe'])).status).toBe(2);
    expect((await clew(['decide', folder, 'hit', 'h_nothing', 'confirm'])).status).toBe(1);
    const decision = JSON.parse(
      (await clew(['decide', folder, 'hit', hit.id.slice(0, 12), 'confirm', '--json'])).stdout,
    );
    const stateNow = async () =>
      JSON.parse((await clew(['screen', folder, '--json'])).stdout).hits.find(({ id }: { id: string }) => id === hit.id)
        .state;
    expect(await stateNow()).toBe('confirmed');
    await clew(['dossier', folder, '-o', work.path('dossier.html')]);
    expect((await clew(['export', folder, '--format', 'ftm'])).stdout).toContain('"topics":["sanction"]');
    await clew(['undo', folder, decision.id]);
    expect(await stateNow()).toBe('proposed');
    expect((await clew(['export', folder, '--format', 'ftm'])).stdout).not.toContain('"topics"');
    expect((await clew(['export', folder, '--format', 'hits-csv'])).stdout).toContain('"NRP-006"');

    const quiet = JSON.parse((await clew(['screen', folder, '--changed', '--json'])).stdout);
    expect([quiet.added, quiet.gone, quiet.changed]).toEqual([[], [], []]);
    await clew(['lists', 'add', SAMPLE, '--list', 'twin']);
    const { added, lists } = JSON.parse((await clew(['screen', folder, '--changed', '--json'])).stdout);
    expect(added.every(({ list }: { list: string }) => list === 'twin')).toBe(true);
    expect(added.length).toBeGreaterThan(0);
    expect(lists).toHaveLength(2);
    expect((await clew(['verify', folder])).status).toBe(0);
  });
});
