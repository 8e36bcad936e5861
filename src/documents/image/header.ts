/** What the first bytes of an image file say of it. */
export interface ImageHeader {
  readonly width: number;
  readonly height: number;
  /** How it is to be turned before it is shown, as EXIF numbers it; 1 is upright. */
  readonly orientation: number;
}

type Find = (view: DataView) => ImageHeader | null;

const upright = (width: number, height: number): ImageHeader => ({ width, height, orientation: 1 });
const ascii = (view: DataView, at: number, length: number): string => {
  let text = '';
  for (let i = at; i < at + length && i < view.byteLength; i++) text += String.fromCharCode(view.getUint8(i));
  return text;
};

const png: Find = (view) => (ascii(view, 12, 4) === 'IHDR' ? upright(view.getUint32(16), view.getUint32(20)) : null);
const gif: Find = (view) => upright(view.getUint16(6, true), view.getUint16(8, true));
const bmp: Find = (view) => {
  const isOld = view.getUint32(14, true) === 12;
  return isOld
    ? upright(view.getUint16(18, true), view.getUint16(20, true))
    : upright(Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true)));
};

const webp: Find = (view) => {
  const kind = ascii(view, 12, 4);
  const at24 = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  if (kind === 'VP8X') return upright(at24(24), at24(27));
  if (kind === 'VP8 ') return upright(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (kind !== 'VP8L') return null;
  const bits = view.getUint32(21, true);
  return upright((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
};

/** Frame headers: SOF0 to SOF15 but for DHT, JPG and DAC, which share the numbers. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const jpeg: Find = (view) => {
  let orientation = 1;
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), orientation };
    if (marker === 0xe1 && ascii(view, at + 4, 4) === 'Exif')
      orientation = exifOrientation(new DataView(view.buffer, view.byteOffset + at + 10)) ?? 1;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
};

function exifOrientation(view: DataView): number | null {
  try {
    const tags = readTags(view, view.getUint32(4, isLittle(view)));
    const value = tags.values.get(ORIENTATION) ?? 1;
    return value >= 1 && value <= 8 ? value : null;
  } catch {
    return null;
  }
}

const WIDTH = 0x100;
const HEIGHT = 0x101;
const ORIENTATION = 0x112;
const isLittle = (view: DataView): boolean => view.getUint16(0) === 0x4949;

/** One directory of a TIFF file: its numbers by tag, and where the next directory begins (0: none). */
function readTags(view: DataView, at: number): { readonly values: ReadonlyMap<number, number>; readonly next: number } {
  const little = isLittle(view);
  const count = view.getUint16(at, little);
  const values = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + i * 12;
    const isShort = view.getUint16(entry + 2, little) === 3;
    const value = isShort ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little);
    values.set(view.getUint16(entry, little), value);
  }
  return { values, next: view.getUint32(at + 2 + count * 12, little) };
}

/** A page of a TIFF file: its measures, and where its directory begins. */
export interface TiffPage extends ImageHeader {
  readonly at: number;
}

/** The pages of a TIFF file up to `most`; stops at damage and where directories run in a circle. */
export function findTiffPages(bytes: Uint8Array, most: number): TiffPage[] {
  const view = viewOf(bytes);
  const pages: TiffPage[] = [];
  try {
    for (let at = view.getUint32(4, isLittle(view)); at !== 0 && pages.length < most; ) {
      if (pages.some((page) => page.at === at)) break;
      const { values, next } = readTags(view, at);
      const [width, height] = [values.get(WIDTH) ?? 0, values.get(HEIGHT) ?? 0];
      const turn = values.get(ORIENTATION) ?? 1;
      pages.push({ at, width, height, orientation: turn >= 1 && turn <= 8 ? turn : 1 });
      at = next;
    }
  } catch {
    // Cut off: the pages before it are what there is.
  }
  return pages;
}

/** The same TIFF file, beginning with the page whose directory lies at `at`. */
export function tiffFrom(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  const view = viewOf(copy);
  view.setUint32(4, at, isLittle(view));
  return copy;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const HEADERS: Readonly<Record<string, Find>> = {
  'image/png': png,
  'image/jpeg': jpeg,
  'image/gif': gif,
  'image/bmp': bmp,
  'image/webp': webp,
};

/** Measures of an image before anything of it is decoded; `null` when its header makes no sense. Not for TIFF, which has pages. */
export function readImageHeader(bytes: Uint8Array, mediaType: string): ImageHeader | null {
  try {
    const header = HEADERS[mediaType]?.(viewOf(bytes)) ?? null;
    return header && header.width > 0 && header.height > 0 ? header : null;
  } catch {
    return null;
  }
}
