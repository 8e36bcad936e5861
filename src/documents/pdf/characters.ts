import { callsOf, floatsOf, heapOf, type Pdfium, withMemory } from './engine.ts';
import type { Area } from './frame.ts';
import type { PageFrame } from './page-frame.ts';

/** The characters of one page in the order PDFium finds them. */
export interface Characters {
  readonly count: number;
  readonly codes: Uint32Array;
  /** `left, top, right, bottom` of each, in points from the top left corner as shown; NaN where a character has none. */
  readonly boxes: Float32Array;
  /** Where a space that the page itself draws stands, `null` for one that the engine made up; asked for only in doubt. */
  readonly spaceAt: (index: number) => Area | null;
}

export const LINE_FEED = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;
/** PDFium's marks for a hyphen at the end of a line. */
const HYPHENS: ReadonlySet<number> = new Set([0x02, 0xfffe]);
export const HYPHEN = 0x02;
/** A soft hyphen without breadth says where a word may be divided, one with breadth is a hyphen that shows. */
export const SOFT_HYPHEN = 0xad;

/** Reads at most `limit` characters. Boxes are as high as the font, also where the glyphs are lower. */
export function readCharacters(
  engine: Pdfium,
  textPage: number,
  { frame, limit }: { readonly frame: PageFrame; readonly limit: number },
): Characters {
  const count = Math.min(Math.max(0, engine.FPDFText_CountChars(textPage)), limit);
  const calls = callsOf(engine);
  const codes = readCodes(engine, textPage, count);
  const boxes = new Float32Array(count * 4).fill(Number.NaN);
  withMemory(engine, 16, (pointer) => {
    const at = pointer >> 2;
    for (let i = 0; i < count; i++) {
      const code = codes[i];
      if (code === SPACE || code === LINE_FEED || code === RETURN) continue;
      if (!calls.FPDFText_GetLooseCharBox(textPage, i, pointer)) continue;
      const floats = floatsOf(engine);
      // What has neither breadth nor height stands nowhere.
      if (floats[at] === floats[at + 2] && floats[at + 1] === floats[at + 3]) continue;
      frame.put(boxes, i * 4, floats, at);
    }
  });
  const spaceAt = (index: number): Area | null =>
    withMemory(engine, 16, (pointer) => {
      if (engine.FPDFText_IsGenerated(textPage, index) === 1) return null;
      if (!calls.FPDFText_GetLooseCharBox(textPage, index, pointer)) return null;
      const [left = 0, top = 0, right = 0, bottom = 0] = floatsOf(engine).subarray(pointer >> 2, (pointer >> 2) + 4);
      return right > left ? frame.place(left, top, right, bottom) : null;
    });
  return { count, codes, boxes, spaceAt };
}

/** One call for all where the text has a character for each, else one call a character: a call takes longer than what it does. */
function readCodes(engine: Pdfium, textPage: number, count: number): Uint32Array {
  const codes = new Uint32Array(count);
  if (count === 0) return codes;
  // Two units for each character and one for the end.
  const size = (count * 2 + 1) * 2;
  const isWhole = withMemory(engine, size, (pointer) => {
    const written = engine.FPDFText_GetText(textPage, 0, count, pointer) - 1;
    const units = new Uint16Array(heapOf(engine).buffer, pointer, Math.max(0, Math.min(written, count * 2)));
    let n = 0;
    for (let i = 0; i < units.length && n < count; i++) {
      const unit = units[i] ?? 0;
      const next = units[i + 1] ?? 0;
      const isPair = unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000;
      codes[n++] = isPair ? 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00) : HYPHENS.has(unit) ? HYPHEN : unit;
      if (isPair) i += 1;
      if (unit === 0) return false;
    }
    return n === count && written === units.length;
  });
  if (!isWhole) {
    for (let i = 0; i < count; i++) {
      const code = callsOf(engine).FPDFText_GetUnicode(textPage, i);
      codes[i] = HYPHENS.has(code) ? HYPHEN : code;
    }
  }
  return codes;
}
