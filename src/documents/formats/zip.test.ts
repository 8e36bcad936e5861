import { describe, expect, it } from 'vitest';
import { makeZip } from '../../../test/documents/make-zip.ts';
import { codes, readAll } from '../../../test/documents/read-bytes.ts';
import { sha256 } from '../../text/index.ts';

describe('zip', () => {
  it('is a tree of documents, parents before children', async () => {
    const inner = makeZip([{ name: 'deep.txt', content: 'Deep.' }]);
    const items = await readAll(
      makeZip([
        { name: 'folder/', content: '' },
        { name: 'folder/a.txt', content: 'First.' },
        { name: 'in.zip', content: inner },
        { name: 'b.md', content: '# B' },
      ]),
      'x.zip',
    );
    expect(items.map(({ document: { name, parent, status } }) => [name, parent?.place ?? null, status])).toEqual([
      ['x.zip', null, 'parsed'],
      ['a.txt', 'folder/a.txt', 'parsed'],
      ['in.zip', 'in.zip', 'parsed'],
      ['deep.txt', 'deep.txt', 'parsed'],
      ['b.md', 'b.md', 'parsed'],
    ]);
    expect(items[3]?.document.parent?.document).toBe(sha256(inner));
    expect(items[0]?.document).toMatchObject({ text: '', problems: [] });
  });

  it.each([
    ['one that cannot be read', [{ name: 'a.bin', content: '\u0000\u0001\u0002'.repeat(60) }], 'could not be read'],
    ['none that can be read', ['a', 'b'].map((name) => ({ name, content: '' })), 'None of the 2 documents'],
    ['none with text', [{ name: 'index.xml', content: '<?xml version="1.0"?>\n<index>\n</index>' }], 'holds no text'],
  ])('is no success with %s (#3)', async (_, entries, words) => {
    const [root] = await readAll(makeZip(entries), 'x.zip');
    expect(root?.document.status).toBe('partial');
    expect(root?.document.problems).toMatchObject([{ code: 'no-text', severity: 'warning' }]);
    expect(root?.document.problems[0]?.detail).toContain(words);
  });

  it('takes an index.xml for a document of Pages only by what is in it', async () => {
    const pages =
      '<?xml version="1.0"?>\n<sl:document xmlns:sfa="http://developer.apple.com/namespaces/sfa" xmlns:sl="http://developer.apple.com/namespaces/sl"><sf:p>Novik</sf:p></sl:document>';
    const [iwork] = await readAll(makeZip([{ name: 'index.xml', content: pages }]), 'x.zip');
    expect(iwork?.document).toMatchObject({ mediaType: 'application/x-iwork', status: 'refused' });
    const plain = await readAll(makeZip([{ name: 'index.xml', content: '<index><p>Novik</p></index>' }]), 'x.zip');
    expect(plain.map(({ document }) => document.status)).toEqual(['parsed', 'parsed']);
  });

  it('keeps both of two entries of one name', async () => {
    const items = await readAll(
      makeZip([
        { name: 'a.txt', content: 'One.' },
        { name: 'a.txt', content: 'Two.' },
      ]),
      'x.zip',
    );
    expect(items.slice(1).map(({ document }) => [document.text, document.parent?.place])).toEqual([
      ['One.', 'a.txt'],
      ['Two.', 'a.txt (2)'],
    ]);
    expect([codes(items[0]!.document), items[0]!.document.status]).toEqual([['duplicate-entry-name'], 'parsed']);
  });

  it.each([
    ['a symbolic link', { name: 'passwd', content: '/etc/passwd', mode: 0o120777 }, 'archive-entry-refused'],
    ['a locked entry', { name: 'secret.txt', content: 'x', flags: 1 }, 'encrypted'],
  ])('reads on past %s', async (_, entry, code) => {
    const items = await readAll(makeZip([entry, { name: 'a.txt', content: 'Good.' }]), 'x.zip');
    expect(items.map(({ document }) => document.text)).toEqual(['', 'Good.']);
    expect([codes(items[0]!.document), items[0]!.document.status]).toEqual([[code], 'partial']);
  });

  it('reads on past a damaged entry', async () => {
    const bytes = makeZip([
      { name: 'bad.txt', content: 'Some text that will be damaged.' },
      { name: 'a.txt', content: 'Good.' },
    ]);
    bytes.fill(0xff, 40, 50);
    const items = await readAll(bytes, 'x.zip');
    expect(items.at(-1)?.document.text).toBe('Good.');
    expect(codes(items[0]!.document)).toContain('archive-damaged');
  });

  it('refuses a stump that holds nothing and says what would help', async () => {
    const [root] = await readAll(makeZip([{ name: 'a.txt', content: 'Good.' }]).slice(0, 36), 'x.zip');
    expect([root?.document.status, new Set(codes(root!.document))]).toEqual(['refused', new Set(['archive-damaged'])]);
    expect(root?.document.problems[0]?.detail).toContain('Get it again');
  });

  const many = Array.from({ length: 12 }, (_, n) => ({ name: `${n}.txt`, content: `Line ${n}. `.repeat(20 + n) }));

  it('gives the entries of an archive whose directory is cut off', async () => {
    const bytes = makeZip(many);
    const items = await readAll(bytes.slice(0, bytes.length - 100), 'x.zip');
    expect(items.slice(1).map(({ document }) => document.text)).toEqual(many.map(({ content }) => content));
    expect([items[0]?.document.status, codes(items[0]!.document)]).toEqual(['partial', ['archive-damaged']]);
  });

  it('gives the entries before the place where an archive is cut off', async () => {
    const bytes = makeZip(many);
    const items = await readAll(bytes.slice(0, 400), 'x.zip');
    expect(items.length).toBeGreaterThan(4);
    expect(items[0]?.document.status).toBe('partial');
  });

  it('gives all entries when one record of the directory is damaged', async () => {
    const bytes = Buffer.from(makeZip(many));
    const third = [0, 1, 2].reduce((at) => bytes.indexOf('PK\u0001\u0002', at + 1, 'latin1'), 0);
    bytes.fill(0, third, third + 4);
    const items = await readAll(bytes, 'x.zip');
    expect(items.slice(1).map(({ document }) => document.text)).toEqual(many.map(({ content }) => content));
    expect(items[0]?.document.status).toBe('partial');
  });

  it('refuses an end that promises ZIP64 records which are not there', async () => {
    const bytes = Buffer.from(makeZip(many));
    bytes.fill(0xff, bytes.length - 14, bytes.length - 2);
    const items = await readAll(bytes, 'x.zip');
    expect([items.length, items[0]?.document.status]).toEqual([1, 'refused']);
  });

  it('unpacks none of the entries that share packed bytes with another', async () => {
    const bytes = Buffer.from(
      makeZip([
        { name: 'a.txt', content: 'One.' },
        { name: 'b.txt', content: 'Two.' },
      ]),
    );
    const second = bytes.indexOf('PK\u0001\u0002', bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + 4, 'latin1');
    bytes.writeUInt32LE(0, second + 42);
    const items = await readAll(bytes, 'x.zip');
    expect(items.slice(1).map(({ document }) => document.text)).toEqual(['One.']);
    expect(codes(items[0]!.document)).toEqual(['archive-entry-refused']);
  });

  it('warns of content that does not fit its checksum, and keeps it', async () => {
    const bytes = Buffer.from(makeZip([{ name: 'a.txt', content: 'One.' }]));
    bytes[bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + 16] =
      (bytes[bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + 16] ?? 0) ^ 1;
    const items = await readAll(bytes, 'x.zip');
    expect(items[1]?.document.text).toBe('One.');
    expect([items[0]?.document.status, codes(items[0]!.document)]).toEqual(['partial', ['archive-damaged']]);
  });

  const ru = ['Договор поставки.txt', 'счета/Акт сверки.txt'];
  const encode866 = (text: string): Buffer =>
    Buffer.from(
      [...text].map((c) => {
        const code = c.charCodeAt(0);
        if (code < 128) return code;
        return code < 0x440 ? code - 0x410 + 0x80 : code - 0x440 + 0xe0;
      }),
    );
  it.each([
    ['code page 866', ru.map(encode866), ru],
    ['UTF-8 without the flag', ru.map((name) => Buffer.from(name)), ru],
    ['code page 437', [Buffer.from('Gesch\u0084ft.txt', 'latin1')], ['Geschäft.txt']],
    ['Shift-JIS', [Buffer.from([0x90, 0xbf, 0x8b, 0x81, 0x8f, 0x91, 0x2e, 0x74, 0x78, 0x74])], ['請求書.txt']],
    ['GBK', [Buffer.from([0xba, 0xcf, 0xcd, 0xac, 0xd6, 0xd0, 0xb9, 0xfa, 0x2e, 0x74, 0x78, 0x74])], ['合同中国.txt']],
  ])('decodes names in %s', async (_, raws, wanted) => {
    const items = await readAll(makeZip(raws.map((name) => ({ name, content: 'x', flags: 0 }))), 'x.zip');
    expect(items.slice(1).map(({ document }) => document.parent?.place)).toEqual(wanted);
  });

  it.each([
    ['size', { maxUnpackedBytes: 1_000_000 }],
    ['ratio', { maxRatio: 1 }],
  ])('stops a bomb by its %s without unpacking it', async (_, limits) => {
    const bomb = makeZip([
      { name: 'a.txt', content: 'Good.' },
      { name: 'zero', content: Buffer.alloc(40_000_000) },
      { name: 'b.txt', content: 'Lost.' },
    ]);
    const items = await readAll(bomb, 'x.zip', { limits });
    expect(items.map(({ document }) => document.name)).toEqual(['x.zip', 'a.txt']);
    expect([codes(items[0]!.document), items[0]!.document.status]).toEqual([['archive-entry-refused'], 'partial']);
  });

  it('counts what nested archives unpack to together', async () => {
    const inner = makeZip([{ name: 'zero', content: Buffer.alloc(9_000_000) }]);
    const items = await readAll(makeZip([1, 2, 3, 4].map((n) => ({ name: `${n}.zip`, content: inner }))), 'x.zip');
    expect(items.filter(({ document }) => document.name === 'zero').length).toBeLessThan(3);
    expect(items[0]?.document.status).toBe('partial');
  });

  it('stops at the limit on entries', async () => {
    const items = await readAll(makeZip([1, 2, 3, 4].map((n) => ({ name: `${n}.txt`, content: `${n}` }))), 'x.zip', {
      limits: { maxEntries: 2 },
    });
    expect([items.length, codes(items[0]!.document)]).toEqual([3, ['too-many-entries']]);
  });
});
