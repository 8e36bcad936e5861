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

  it('refuses an archive without a directory and says what would help', async () => {
    const [root] = await readAll(makeZip([{ name: 'a.txt', content: 'Good.' }]).slice(0, 40), 'x.zip');
    expect([root?.document.status, codes(root!.document)]).toEqual(['refused', ['archive-damaged']]);
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
