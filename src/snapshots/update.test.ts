import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadLexicons } from '../providers/index.ts';
import { listSnapshots } from './catalogue.ts';
import { type ListSource, listSources, updateSource } from './update.ts';

const HEADER =
  'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,last_seen,last_change\n';
const row = (id: string, name: string, day: string, aliases = '') =>
  `${id},Company,${name},${aliases},,ru,,,LAW 1,,,Forest Register,2030-01-01,${day},${day}\n`;
const others = (day: string, many = 9): string =>
  Array.from({ length: many }, (_, n) => row(`F-${n + 10}`, `Owl Works ${n}`, day)).join('');
const OLD =
  HEADER + row('F-1', 'Vesna Plant', '2030-02-01') + row('F-2', 'Taiga Air', '2030-02-01') + others('2030-02-01');
const NEW =
  HEADER +
  row('F-1', 'Vesna Plant', '2030-03-01', 'Spring Plant') +
  row('F-3', 'Leshy Wood', '2030-03-01') +
  others('2030-03-01');

const SOURCE: ListSource = {
  id: 'forest',
  list: 'forest',
  files: [{ name: 'targets.simple.csv', url: 'http://never.invalid/' }],
};

let server: Server;
let answer: RequestListener;
let url: string;
let data: string;
beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/targets.simple.csv`;
});
afterAll(() => server.close());
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'clew-update-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const serve = (text: string): void => {
  answer = (_, response) => response.writeHead(200, { 'content-type': 'text/csv' }).end(text);
};
const update = (limits = { timeoutMs: 2000, maxBytes: 100_000 }) =>
  updateSource(SOURCE, loadLexicons(), { data, now: '2030-04-01T00:00:00Z', from: url, limits });

test('the first fetch is the first snapshot; the next shows what changed and keeps both', async () => {
  serve(OLD);
  const first = await update();
  expect(first.lists).toMatchObject([
    { before: null, snapshot: { list: 'forest', date: '2030-02-01', from: url, entries: 11 } },
  ]);
  serve(NEW);
  const { lists } = await update();
  expect(lists[0]?.before?.date).toBe('2030-02-01');
  const { added, removed, changed } = lists[0]!.changes;
  expect(added.map(({ id }) => id)).toEqual(['F-3']);
  expect(removed.map(({ id }) => id)).toEqual(['F-2']);
  expect(changed.map(({ entry, fields }) => [entry.id, fields])).toEqual([
    ['F-1', [{ field: 'names', gone: [], come: ['Spring Plant'] }]],
  ]);
  expect(listSnapshots(data).map(({ date }) => date)).toEqual(['2030-02-01', '2030-03-01']);
});

test('the same list again changes nothing', async () => {
  serve(OLD);
  await update();
  const { lists, report } = await update();
  expect(report.added.map(({ wasKnown }) => wasKnown)).toEqual([true]);
  expect(lists[0]?.changes).toEqual({ added: [], removed: [], changed: [] });
  expect(listSnapshots(data)).toHaveLength(1);
});

describe('what goes wrong is named, and the lists are as they were', () => {
  test.each<[string, RequestListener, RegExp]>([
    ['another status', (_, response) => response.writeHead(503).end('later'), /answered 503/],
    [
      'a web page',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>'),
      /web page/,
    ],
    [
      'a web page that says it is a table',
      (_, response) => response.writeHead(200, { 'content-type': 'text/csv' }).end('<html>Sorry</html>'),
      /is no list/,
    ],
    ['a header without rows', (_, response) => response.writeHead(200).end(HEADER), /holds no entry/],
    ['nothing', (_, response) => response.writeHead(200).end(), /sent nothing/],
    [
      'a transfer that breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': String(NEW.length) });
        response.write(NEW.slice(0, 200), () => response.destroy());
      },
      /could not be fetched/,
    ],
    [
      'more than the limit',
      (_, response) => response.writeHead(200).end('x'.repeat(100_001)),
      /more than 100000|announces 100001/,
    ],
    ['no end', (_, response) => void response.writeHead(200).write('id,'), /did not finish within/],
  ])('%s', async (_, listener, message) => {
    serve(OLD);
    await update();
    const before = readdirSync(data, { recursive: true }).sort();
    answer = listener;
    const failing = update({ timeoutMs: 400, maxBytes: 100_000 });
    await expect(failing).rejects.toMatchObject({ code: 'download-failed', message: expect.stringMatching(message) });
    expect(readdirSync(data, { recursive: true }).sort()).toEqual(before);
  });

  const CUT = NEW.slice(0, NEW.lastIndexOf('\n', NEW.length - 2) + 1);
  const LAST = NEW.slice(CUT.length);
  test.each<[string, string, string]>([
    ['cut within a row', CUT + LAST.slice(0, 40), 'list-torn'],
    ['cut within the last column', NEW.slice(0, -4), 'list-torn'],
    ['cut before the last line end', NEW.slice(0, -1), 'list-torn'],
    [
      'two of eleven entries gone',
      HEADER + row('F-1', 'Vesna Plant', '2030-03-01') + others('2030-03-01', 8),
      'list-shrunk',
    ],
    ['most entries gone', HEADER + row('F-1', 'Vesna Plant', '2030-03-01'), 'list-shrunk'],
  ])('%s', async (_, text, code) => {
    serve(OLD);
    await update();
    const before = readdirSync(data, { recursive: true }).sort();
    serve(text);
    await expect(update()).rejects.toMatchObject({ code });
    expect(readdirSync(data, { recursive: true }).sort()).toEqual(before);
  });

  test('a list that shrank is taken when a person says so', async () => {
    serve(OLD);
    await update();
    serve(HEADER + row('F-1', 'Vesna Plant', '2030-03-01'));
    const options = { data, now: '2030-04-01T00:00:00Z', from: url, acceptShrunk: true };
    const { lists } = await updateSource(SOURCE, loadLexicons(), options);
    expect(lists[0]?.changes.removed).toHaveLength(10);
    expect(lists[0]?.snapshot.isPartial).toBe(false);
  });

  test('nobody there', async () => {
    const closed = 'http://127.0.0.1:1/';
    const failing = updateSource(SOURCE, loadLexicons(), { data, now: '2030-04-01T00:00:00Z', from: closed });
    await expect(failing).rejects.toMatchObject({ code: 'download-failed' });
  });
});

test('every source in the table has an address that is fetched over TLS', () => {
  const sources = listSources(loadLexicons());
  expect(sources.length).toBeGreaterThan(3);
  for (const { url } of sources.flatMap(({ files }) => files)) expect(new URL(url).protocol).toBe('https:');
});
