import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLexicons } from '../providers/index.ts';
import { addLists, dayInName } from './add.ts';
import { listSnapshots, readEntries, removeSnapshots } from './catalogue.ts';
import { chooseLists, loadLists } from './load.ts';

const lexicons = loadLexicons();
const now = '2031-01-01T00:00:00Z';
const OFAC = ',-0- ,"LAW",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n';
const row = (id: number, name: string) => `${id},"${name}"${OFAC}`;
const many = Array.from({ length: 12 }, (_, n) => row(100 + n, `OWL WORKS ${n}`)).join('');

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'clew-snapshots-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

function give(name: string, text: string | Uint8Array) {
  writeFileSync(join(data, name), text);
  return { path: join(data, name) };
}
const add = (files: readonly { readonly path: string }[], asOf: string | null = null, list: string | null = null) =>
  addLists(files, lexicons, { data, list, asOf, now });

describe('addLists', () => {
  test('days, in the order in which they are believed', async () => {
    const file = give('owls_20300102.csv', many);
    expect((await add([file], '2029-05-05')).added[0]?.snapshot).toMatchObject({
      date: '2029-05-05',
      dateBasis: 'given',
    });
    expect((await add([file])).added[0]?.snapshot).toMatchObject({ date: '2030-01-02', dateBasis: 'file-name' });
    const nameless = give('owls.csv', many);
    expect((await add([nameless])).added[0]?.snapshot.dateBasis).toBe('file-time');
  });

  test.each([
    ['sdn_20240503.csv', '2024-05-03'],
    ['list 2024-05-03.xml', '2024-05-03'],
    ['sdn_addendum_2024-10.csv', '2024-10-31'],
    ['list-2024-02.csv', '2024-02-29'],
    ['sdn.csv', null],
    ['list-123456789.csv', null],
  ])('the day in the name %s', (name, day) => expect(dayInName(name)).toBe(day));

  test('a text that is not UTF-8 is read as windows-1252', async () => {
    const bytes = Buffer.concat([Buffer.from('1,"CAF'), Buffer.from([0xc9]), Buffer.from(`"${OFAC}`)]);
    const { added } = await add([give('cafe.csv', bytes)]);
    expect(added[0]?.snapshot.originals[0]?.encoding).toBe('windows-1252');
    expect((await readEntries(data, added[0]!.snapshot, lexicons))[0]?.names[0]?.text).toBe('CAFÉ');
  });

  test('the same files twice are one snapshot; few entries are additions', async () => {
    await add([give('owls_20300101.csv', many)]);
    const again = await add([give('owls_20300101.csv', many)]);
    expect(again.added[0]?.wasKnown).toBe(true);
    const few = await add([give('more_20300201.csv', row(900, 'LATE OWL'))]);
    expect(few.added[0]?.snapshot.isPartial).toBe(true);
    expect(listSnapshots(data)).toHaveLength(2);
  });

  test.each<[string, string, string]>([
    ['within a row', `${many}900,"LATE OWL",-0- ,"LA`, 'list-torn'],
    ['behind a column', `${many}900,"LATE OWL",-0- ,"LAW"`, 'list-torn'],
    ['within the last column', `${many}${row(900, 'LATE OWL').slice(0, -4)}`, 'list-torn'],
    ['between rows, with a quarter of the list in force', many.slice(0, many.indexOf('103,')), 'none'],
    ['between rows, with half of it', many.slice(0, many.indexOf('106,')), 'list-shrunk'],
  ])('a file that ends %s', async (_, text, code) => {
    await add([give('owls_20300101.csv', many + row(113, 'OWL'))]);
    const adding = add([give('owls_20300201.csv', text)]).then(
      ({ added }) => (added[0]?.snapshot.isPartial ? 'none' : 'taken as whole'),
      (error) => error.code,
    );
    expect(await adding).toBe(code);
  });

  test('a last row without a line end is whole', async () => {
    const { added } = await add([give('owls.csv', many.trimEnd())]);
    expect(added[0]?.snapshot).toMatchObject({ entries: 12, problems: 0 });
  });

  test('nothing is kept of a bundle with a file that is no list', async () => {
    const bad = give('readme.txt', 'Dear reader,\n');
    await expect(add([give('owls.csv', many), bad])).rejects.toMatchObject({ code: 'list-unknown' });
    expect(listSnapshots(data)).toEqual([]);
  });
});

describe('what is kept', () => {
  test('an index over all snapshots, kept and used again; removed entries stay findable', async () => {
    await add([give('owls_20300101.csv', many)]);
    await add([give('owls_20300201.csv', many.replace(row(105, 'OWL WORKS 5'), ''))]);
    const chosen = chooseLists(lexicons, [], data);
    const first = await loadLists(chosen, lexicons);
    expect(first?.matcher.size).toBe(12);
    expect(first?.histories['ofac-sdn']?.runs['105']).toMatchObject([{ to: '2030-01-01', after: '2030-02-01' }]);
    const kept = readdirSync(join(data, 'cache')).sort();
    expect(kept).toHaveLength(2);
    expect((await loadLists(chosen, lexicons))?.matcher.size).toBe(12);
    expect(readdirSync(join(data, 'cache')).sort()).toEqual(kept);
  });

  test('a damaged index is built again', async () => {
    await add([give('owls_20300101.csv', many)]);
    const chosen = chooseLists(lexicons, [], data);
    await loadLists(chosen, lexicons);
    for (const name of readdirSync(join(data, 'cache'))) writeFileSync(join(data, 'cache', name), 'x');
    expect((await loadLists(chosen, lexicons))?.matcher.size).toBe(12);
  });

  test('entries of another reader are read again from the originals', async () => {
    const { added } = await add([give('owls_20300101.csv', many)]);
    const old = { ...added[0]!.snapshot, reader: 'another' };
    rmSync(join(data, 'lists', old.list, old.id, 'entries.jsonl'));
    expect(await readEntries(data, old, lexicons)).toHaveLength(12);
  });

  test('damaged snapshots are named', async () => {
    const { added } = await add([give('owls_20300101.csv', many)]);
    const { list, id } = added[0]!.snapshot;
    const entries = join(data, 'lists', list, id, 'entries.jsonl');
    writeFileSync(entries, readFileSync(entries, 'utf8').slice(0, -200));
    await expect(readEntries(data, added[0]!.snapshot, lexicons)).rejects.toMatchObject({ code: 'list-damaged' });
    writeFileSync(join(data, 'lists', list, id, 'snapshot.json'), '{');
    expect(() => listSnapshots(data)).toThrow(/snapshot\.json/);
  });

  test.each<[string, (lines: string) => string]>([
    ['a line is missing', (lines) => lines.slice(lines.indexOf('\n') + 1)],
    ['a letter is another', (lines) => lines.replace('OWL WORKS 7', 'OWL WORKS 6')],
    ['it is empty', () => ''],
  ])('entries that were touched are not screened against: %s', async (_, touch) => {
    const { added } = await add([give('owls_20300101.csv', many)]);
    const { list, id } = added[0]!.snapshot;
    const entries = join(data, 'lists', list, id, 'entries.jsonl');
    const chosen = chooseLists(lexicons, [], data);
    const text = readFileSync(entries, 'utf8');
    writeFileSync(entries, touch(text));
    await expect(loadLists(chosen, lexicons)).rejects.toMatchObject({ code: 'list-damaged' });
    // With an index that was made before, too.
    writeFileSync(entries, text);
    await loadLists(chosen, lexicons);
    writeFileSync(entries, touch(text));
    await expect(loadLists(chosen, lexicons)).rejects.toMatchObject({ code: 'list-damaged' });
  });

  test('an original that was touched is not read again', async () => {
    const { added } = await add([give('owls_20300101.csv', many)]);
    const old = { ...added[0]!.snapshot, reader: 'another' };
    const original = join(data, 'originals', old.originals[0]!.sha256);
    writeFileSync(original, readFileSync(original, 'utf8').replace('OWL WORKS 7', 'OWL WORKS 6'));
    await expect(readEntries(data, old, lexicons)).rejects.toMatchObject({ code: 'list-damaged' });
  });

  test('an index that was touched is built again', async () => {
    await add([give('owls_20300101.csv', many)]);
    const chosen = chooseLists(lexicons, [], data);
    await loadLists(chosen, lexicons);
    const path = join(data, 'cache', readdirSync(join(data, 'cache')).find((name) => name.endsWith('.index'))!);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path, bytes);
    await loadLists(chosen, lexicons);
    expect(readFileSync(path).equals(bytes)).toBe(false);
  });

  test('originals go with the last snapshot that needs them', async () => {
    await add([give('owls_20300101.csv', many)]);
    await add([give('owls_20300101.csv', many)], null, 'twin');
    const originals = () => readdirSync(join(data, 'originals')).length;
    const [first, second] = listSnapshots(data);
    removeSnapshots(data, [first!]);
    expect(originals()).toBe(1);
    removeSnapshots(data, [second!]);
    expect(originals()).toBe(0);
    expect(listSnapshots(data)).toEqual([]);
  });
});
