import { describe, expect, it } from 'vitest';
import { makeCompound } from '../../../test/documents/make-compound.ts';
import { openCompound } from './compound.ts';
import { embeddedObjects } from './embedded-objects.ts';
import { unpackOle } from './ole-object.ts';
import { findPictures } from './pictures.ts';
import { readSummary } from './summary.ts';

const size = (length: number) => Buffer.from([length & 255, length >> 8, 0, 0]);

function native(name: string, content: string): Buffer {
  const string = Buffer.from(`${name}\0`);
  return Buffer.concat([
    ...[size(0), Buffer.from([2, 0]), string, string, Buffer.from([0, 0, 3, 0]), size(string.length), string],
    ...[size(content.length), Buffer.from(content)],
  ]);
}

describe('openCompound', () => {
  it('lists streams, small and large, with their folders', () => {
    const compound = openCompound(makeCompound({ Large: Buffer.alloc(9_000, 5), 'Store/Small': Buffer.from('few') }));
    const found = compound?.streams.filter(({ name }) => /Large|Small/.test(name));
    expect(found?.map(({ name, folder, read }) => [name, folder, read().length]).sort()).toEqual([
      ['Large', '', 9_000],
      ['Small', 'Store', 3],
    ]);
  });

  it('is null for anything else and ends well on damage of any kind', () => {
    expect(openCompound(new Uint8Array(1_000))).toBeNull();
    const whole = makeCompound({ Large: Buffer.alloc(9_000, 5), Small: Buffer.from('few') });
    for (let at = 24; at < whole.length; at += 37) {
      for (const value of [0, 1, 0xff]) {
        const damaged = whole.slice();
        damaged[at] = value;
        for (const stream of openCompound(damaged)?.streams ?? [])
          expect(stream.read().length).toBeLessThanOrEqual(damaged.length);
      }
      openCompound(whole.slice(0, at))?.streams.forEach(({ read }) => void read());
    }
  });
});

describe('files in objects', () => {
  it('unpacks a packed file and a package, and leaves the rest', () => {
    expect(unpackOle(makeCompound({ '\u0001Ole10Native': native('C:\\x\\note.txt', 'Words.') }))).toEqual({
      name: 'C:\\x\\note.txt',
      bytes: new Uint8Array(Buffer.from('Words.')),
    });
    expect(unpackOle(makeCompound({ Package: Buffer.from('PK...') }))?.name).toBeNull();
    expect(unpackOle(makeCompound({ WordDocument: Buffer.from('x') }))).toBeNull();
    expect(unpackOle(makeCompound({ '\u0001Ole10Native': Buffer.from([1, 2, 3]) }))).toBeNull();
  });

  it('finds them in the storages of an old document', () => {
    const compound = openCompound(
      makeCompound({ WordDocument: Buffer.from('x'), 'ObjectPool/_1/\u0001Ole10Native': native('note.txt', 'Words.') }),
    );
    expect(compound ? embeddedObjects(compound).map(({ name, place }) => [name, place]) : []).toEqual([
      ['note.txt', 'ObjectPool/_1'],
    ]);
  });

  it('finds pictures by the heads of their records', () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const record = Buffer.concat([Buffer.from([0, 0, 0x1e, 0xf0]), size(17 + png.length), Buffer.alloc(17), png]);
    const stream = Buffer.concat([Buffer.alloc(50, 0xf0), record, Buffer.from([0x1d, 0xf0, 1])]);
    expect(findPictures(stream, 'pictures').map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['picture-1.png', 7],
    ]);
  });
});

describe('readSummary', () => {
  it('says what the file says of itself, and nothing when it is damaged', () => {
    const text = Buffer.from('Заказ 12\0', 'utf8');
    const section = Buffer.alloc(200);
    section.writeUInt32LE(2, 4);
    section.writeUInt32LE(1, 8);
    section.writeUInt32LE(24, 12);
    section.writeUInt32LE(2, 16);
    section.writeUInt32LE(32, 20);
    section.writeUInt32LE(2, 24);
    section.writeUInt16LE(65001, 28);
    section.writeUInt32LE(30, 32);
    section.writeUInt32LE(text.length, 36);
    text.copy(section, 40);
    const head = Buffer.alloc(48);
    head.writeUInt32LE(48, 44);
    const read = (stream: Buffer) => {
      const compound = openCompound(makeCompound({ '\u0005SummaryInformation': stream }));
      return compound ? readSummary(compound).title : undefined;
    };
    expect(read(Buffer.concat([head, section]))).toBe('Заказ 12');
    expect(read(head.subarray(0, 46))).toBeNull();
  });
});
