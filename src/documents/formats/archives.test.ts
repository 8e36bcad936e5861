import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeRar, makeSevenZip, makeTar } from '../../../test/documents/make-archives.ts';
import { codes, readAll } from '../../../test/documents/read-bytes.ts';
import type { ReadItem } from '../index.ts';

const GOOD = [
  { name: 'invoice.txt', content: 'The pump was paid for.' },
  { name: 'folder/Письмо.txt', content: 'Насос оплачен.' },
];
const shape = (items: readonly ReadItem[]) =>
  items.map(({ document: { parent, text } }) => [parent?.place ?? null, text]);
const BOTH = [
  [null, ''],
  ['invoice.txt', 'The pump was paid for.'],
  ['folder/Письмо.txt', 'Насос оплачен.'],
];
const LONG = `${'deep/'.repeat(40)}end.txt`;

describe('tar, 7z and rar', () => {
  it.each([
    ['tar', 'x.tar', async () => makeTar(GOOD)],
    ['a packed tar, as one container', 'x.tgz', async () => gzipSync(makeTar(GOOD))],
    ['a packed tar without a telling name', 'backup', async () => gzipSync(makeTar(GOOD))],
    ['tar.xz', 'x.tar.xz', () => makeSevenZip('xz', [{ name: 'x.tar', content: makeTar(GOOD) }])],
    ['tar.bz2', 'x.tbz2', () => makeSevenZip('bzip2', [{ name: 'x.tar', content: makeTar(GOOD) }])],
    ['rar', 'x.rar', async () => makeRar(GOOD)],
  ])('reads every file of %s', async (_, name, make) => {
    const items = await readAll(await make(), name);
    expect(shape(items)).toEqual(BOTH);
    expect([items[0]?.document.status, codes(items[0]!.document)]).toEqual(['parsed', []]);
  });

  it('reads every file of 7z', async () => {
    const items = await readAll(await makeSevenZip('7z', GOOD), 'x.7z');
    expect(shape(items).sort()).toEqual([...BOTH].sort());
    expect([items[0]?.document.status, codes(items[0]!.document)]).toEqual(['parsed', []]);
  });

  it.each([
    ['gz', 'a.txt.gz', async () => gzipSync('The pump.')],
    ['bz2', 'a.txt.bz2', () => makeSevenZip('bzip2', [{ name: 'a.txt', content: 'The pump.' }])],
    ['xz', 'a.txt.xz', () => makeSevenZip('xz', [{ name: 'a.txt', content: 'The pump.' }])],
  ])('reads the one file of %s', async (_, name, make) => {
    const items = await readAll(await make(), name);
    expect(shape(items)).toEqual([
      [null, ''],
      ['a.txt', 'The pump.'],
    ]);
    expect(items[0]?.document.status).toBe('parsed');
  });

  it('keeps long names, and both of two entries of one name', async () => {
    const items = await readAll(
      makeTar([{ name: LONG, content: 'a' }, ...[1, 2].map((n) => ({ name: 'b.txt', content: `${n}` }))]),
      'x.tar',
    );
    expect(shape(items)).toEqual([
      [null, ''],
      [LONG, 'a'],
      ['b.txt', '1'],
      ['b.txt (2)', '2'],
    ]);
    expect(codes(items[0]!.document)).toEqual(['duplicate-entry-name']);
  });

  it('names links and devices, and follows none', async () => {
    const odd = [
      { name: 'passwd', type: '2', target: '/etc/passwd' },
      { name: 'twin', type: '1', target: 'a.txt' },
      { name: 'disk', type: '4' },
      { name: '../../etc/cron', content: 'x' },
    ];
    const items = await readAll(makeTar([...odd, ...GOOD]), 'x.tar');
    expect(items.map(({ document }) => document.name)).toEqual(['x.tar', 'cron', 'invoice.txt', 'Письмо.txt']);
    expect(codes(items[0]!.document)).toEqual(Array(3).fill('archive-entry-refused'));
    expect(items[0]?.document.problems[0]?.detail).toContain('/etc/passwd');
  });

  it('counts the refused of an archive of links instead of naming them all', async () => {
    const links = Array.from({ length: 500 }, (_, n) => ({ name: `l${n}`, type: '2', target: '/x' }));
    const [root] = await readAll(makeTar(links), 'x.tar');
    expect(root?.document.problems).toHaveLength(21);
    expect(root?.document.problems.at(-1)?.detail).toContain('480');
  });
});

describe('damaged archives give what they hold', () => {
  const many = Array.from({ length: 20 }, (_, n) => ({ name: `${n}.txt`, content: `Line ${n}. `.repeat(300) }));

  it('a tar with a damaged header', async () => {
    const bytes = makeTar(many);
    bytes.fill(0x58, 0, 200);
    bytes[257] = 0x75;
    const items = await readAll(Buffer.concat([makeTar(GOOD).subarray(0, 2048), bytes]), 'x.tar');
    expect(items).toHaveLength(1 + GOOD.length + many.length - 1);
    expect([items[0]?.document.status, codes(items[0]!.document)]).toEqual(['partial', ['archive-damaged']]);
  });

  it('a tar that is cut off', async () => {
    const items = await readAll(makeTar(many).subarray(0, 30_000), 'x.tar');
    expect(items.length).toBeGreaterThan(8);
    expect(items[0]?.document.status).toBe('partial');
  });

  it('a packed tar that is cut off', async () => {
    const noise = many.map(({ name }, i) => ({
      name,
      content: `${Math.sin(i)}`.repeat(5) + JSON.stringify(Array.from({ length: 500 }, (_, n) => Math.sin(n * i))),
    }));
    const packed = gzipSync(makeTar(noise));
    const items = await readAll(packed.subarray(0, packed.length * 0.6), 'x.tgz');
    expect(items.length).toBeGreaterThan(10);
    expect([items[0]?.document.status, codes(items[0]!.document)[0]]).toEqual(['partial', 'archive-damaged']);
  });

  it('a gz that is cut off', async () => {
    const text = JSON.stringify(Array.from({ length: 40_000 }, (_, n) => Math.sin(n)));
    const items = await readAll(gzipSync(text).subarray(0, 200_000), 'a.txt.gz');
    expect(text.startsWith(items[1]?.document.text ?? '-')).toBe(true);
    expect(items[0]?.document.status).toBe('partial');
  });

  it.each(['7z', 'xz', 'bzip2'] as const)('a %s that is no such thing, or a stump of one', async (type) => {
    const bytes = await makeSevenZip(type, [
      { name: 'a.txt', content: JSON.stringify(Array.from({ length: 3_000 }, (_, n) => Math.sin(n))) },
    ]);
    const [root] = await readAll(bytes.subarray(0, bytes.length / 2), `x.${type}`);
    expect(root?.document.status).toMatch(/partial|refused/);
    expect(codes(root!.document)).toContain('archive-damaged');
  });
});

describe('protected archives', () => {
  it.each([
    ['the files', []],
    ['the list as well', ['-mhe=on']],
  ])('are named: %s', async (_, extra) => {
    const [root, ...rest] = await readAll(await makeSevenZip('7z', GOOD, ['-psecret', ...extra]), 'x.7z');
    expect(rest).toHaveLength(0);
    expect(codes(root!.document)).toContain('encrypted');
    expect(root?.document.status).toMatch(/partial|refused/);
  });
});

describe('bombs end at a limit that is named', () => {
  const zero = Buffer.alloc(40_000_000);
  const limits = { maxUnpackedBytes: 3_000_000 };
  it.each([
    ['gz', async () => gzipSync(zero)],
    [
      'tar.gz',
      async () =>
        gzipSync(
          makeTar([
            { name: 'a.txt', content: 'Good.' },
            { name: 'zero', content: zero },
          ]),
        ),
    ],
    ['7z', () => makeSevenZip('7z', [{ name: 'zero', content: zero }], ['-mx=1'])],
    ['xz', () => makeSevenZip('xz', [{ name: 'zero', content: zero }], ['-mx=1'])],
    ['bz2', () => makeSevenZip('bzip2', [{ name: 'zero', content: zero }], ['-mx=1'])],
    ['zip', () => makeSevenZip('zip', [{ name: 'zero', content: zero }], ['-mx=1'])],
  ])('%s', async (type, make) => {
    const items = await readAll(await make(), `x.${type}`, { limits });
    expect(items.every(({ document }) => document.size < 3_000_000)).toBe(true);
    expect([items[0]?.document.status, codes(items[0]!.document)]).toEqual(['partial', ['archive-entry-refused']]);
  });

  it('gz in gz in gz counts as one', async () => {
    const items = await readAll(gzipSync(gzipSync(gzipSync(zero))), 'x.gz', { limits });
    expect(items[0]?.document.status).toBe('partial');
    expect(items.at(-1)?.document.status).toBe('partial');
  });

  it('a tar of very many entries', async () => {
    const members = Array.from({ length: 3_000 }, (_, n) => ({ name: `${n}.txt`, content: `${n}` }));
    const items = await readAll(gzipSync(makeTar(members)), 'x.tgz', { limits: { maxEntries: 100 } });
    expect([items.length, codes(items[0]!.document)]).toEqual([101, ['too-many-entries']]);
  });
});
