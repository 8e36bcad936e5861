import { describe, expect, it } from 'vitest';
import { codes, readRoot } from '../../../test/documents/read-bytes.ts';
import { encodePng, encodeTiff } from '../../../test/recognition/page-images.ts';
import { readImageHeader } from '../image/header.ts';

const blank = (width: number, height: number) => ({ width, height, pixels: new Uint8Array(width * height).fill(255) });
/** A PNG that claims to be of another size. */
function claiming(width: number, height: number): Uint8Array {
  const file = encodePng(blank(8, 8));
  new DataView(file.buffer).setUint32(16, width);
  new DataView(file.buffer).setUint32(20, height);
  return file;
}

describe('images without a recogniser', () => {
  it('are kept as a page of their size, and named as unread', async () => {
    const document = await readRoot(encodePng(blank(60, 20)), 'a.png');
    expect(document).toMatchObject({ mediaType: 'image/png', status: 'partial', text: '' });
    expect(codes(document)).toContain('text-layer-missing');
    expect(document.pages).toEqual([{ n: 1, span: { start: 0, end: 0 }, width: 60, height: 20 }]);
  });

  it('are refused by what the header says before anything is decoded', async () => {
    const document = await readRoot(claiming(30_000, 30_000), 'bomb.png');
    expect(document.status).toBe('refused');
    expect(document.problems[0]).toMatchObject({ code: 'too-large', detail: expect.stringContaining('30000 × 30000') });
  });

  it.each([
    ['no width', claiming(0, 10)],
    ['a header cut off', encodePng(blank(8, 8)).slice(0, 20)],
  ])('are refused with %s', async (_, bytes) => {
    expect((await readRoot(bytes, 'a.png')).status).toBe('refused');
  });

  it('have a page for each page of a TIFF, also a white one', async () => {
    const document = await readRoot(encodeTiff([blank(40, 30), blank(50, 20)]), 'a.tif');
    expect(document.pages.map(({ width, height }) => [width, height])).toEqual([
      [40, 30],
      [50, 20],
    ]);
  });

  it('do not follow TIFF directories in a circle', async () => {
    const file = encodeTiff([blank(40, 30)]);
    new DataView(file.buffer).setUint32(8 + 2 + 9 * 12, 8, true);
    expect((await readRoot(file, 'a.tif')).pages).toHaveLength(1);
  });
});

describe('readImageHeader', () => {
  const bytes = (...parts: (readonly number[] | string)[]) =>
    new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
  const EXIF_SIX = bytes(
    'Exif\0\0',
    'II',
    [42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0],
  );

  it.each([
    ['image/gif', bytes('GIF89a', [3, 1, 2, 0]), { width: 259, height: 2, orientation: 1 }],
    [
      'image/jpeg',
      bytes(
        [0xff, 0xd8, 0xff, 0xe1, 0, EXIF_SIX.length + 2],
        [...EXIF_SIX],
        [0xff, 0xc0, 0, 17, 8, 0, 20, 0, 30],
        [3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
      ),
      { width: 30, height: 20, orientation: 6 },
    ],
    [
      'image/webp',
      bytes('RIFF\0\0\0\0WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0]),
      { width: 100, height: 50, orientation: 1 },
    ],
    ['image/jpeg', bytes([0xff, 0xd8, 0x00, 0x01, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), null],
    ['image/bmp', bytes('BM'), null],
  ])('%s', (mediaType, file, expected) => {
    expect(readImageHeader(file, mediaType)).toEqual(expected);
  });
});
