import { callsOf, floatsOf, heapOf, type Pdfium, withMemory } from './engine.ts';
import type { Area } from './frame.ts';
import type { PageFrame } from './page-frame.ts';

/** What a page draws, as far as it bears on whether its text shows. `z` is the order of drawing. */
export interface Drawn {
  /** Text that is drawn without ink or with white ink: PDFium's object -> how and when. */
  readonly faint: ReadonlyMap<number, { readonly how: 'no-ink' | 'white'; readonly z: number }>;
  /** When each text was drawn; only kept where something was drawn after it that may cover it. */
  readonly texts: ReadonlyMap<number, number>;
  /** Areas that something other than white was painted on: white text shows there. */
  readonly painted: readonly Mark[];
  /** Rectangles filled without any transparency. */
  readonly covers: readonly Mark[];
  readonly pictures: readonly Mark[];
  /** Whether anything was drawn at all, text included. */
  readonly count: number;
}

export interface Mark {
  readonly area: Area;
  readonly z: number;
}

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const SHADING = 4;
const FORM = 5;

/** Objects looked at on one page, in all its forms: maps are drawn with hundreds of thousands of lines. */
const MAX_OBJECTS = 30_000;
const MAX_MARKS = 400;
const MAX_DEPTH = 6;
/** Thinner fills are rules and underlines. */
const MIN_COVER = 3;
/** Modes that fill the glyphs and do no more, that use no ink, and that cut out what is drawn later. */
const FILL = 0;
const NO_INK = 3;
const FIRST_CLIP = 4;

interface Walk {
  readonly engine: Pdfium;
  readonly document: number;
  readonly page: number;
  readonly calls: ReturnType<typeof callsOf>;
  readonly frame: PageFrame;
  readonly pointer: number;
  readonly faint: Map<number, { readonly how: 'no-ink' | 'white'; readonly z: number }>;
  readonly texts: Map<number, number>;
  readonly painted: Mark[];
  readonly covers: Mark[];
  readonly pictures: Mark[];
  z: number;
  trials: number;
}

interface DrawnPage {
  readonly document: number;
  readonly page: number;
  readonly frame: PageFrame;
}

/** Looks through everything that a page draws, forms included. */
export function findDrawn(engine: Pdfium, { document, page, frame }: DrawnPage): Drawn {
  return withMemory(engine, 64, (pointer) => {
    const calls = callsOf(engine);
    const walk: Walk = {
      engine,
      document,
      page,
      calls,
      frame,
      pointer,
      faint: new Map(),
      texts: new Map(),
      painted: [],
      covers: [],
      pictures: [],
      z: 0,
      trials: 0,
    };
    const count = engine.FPDFPage_CountObjects(page);
    for (let i = 0; i < count && walk.z < MAX_OBJECTS; i++) look(walk, calls.FPDFPage_GetObject(page, i), 0);
    return { ...walk, count };
  });
}

function look(walk: Walk, object: number, depth: number): void {
  const { calls } = walk;
  const z = walk.z++;
  switch (calls.FPDFPageObj_GetType(object)) {
    case TEXT:
      lookAtText(walk, object, z);
      return;
    case PATH:
      if (depth === 0) lookAtPath(walk, object, z);
      return;
    case IMAGE:
      if (depth === 0) {
        keep(walk.pictures, walk, object, z);
        keep(walk.painted, walk, object, z);
      }
      return;
    case SHADING:
      if (depth === 0) keep(walk.painted, walk, object, z);
      return;
    case FORM:
      lookAtForm(walk, object, { depth, z });
  }
}

function lookAtText(walk: Walk, object: number, z: number): void {
  const { calls } = walk;
  const mode = calls.FPDFTextObj_GetTextRenderMode(object);
  // What is drawn after such text shows through its letters: it covers nothing.
  if (mode >= FIRST_CLIP) return;
  walk.texts.set(object, z);
  if (mode === NO_INK) walk.faint.set(object, { how: 'no-ink', z });
  else if (mode === FILL) {
    const ink = fillOf(walk, object);
    if (ink && ink.alpha === 0) walk.faint.set(object, { how: 'no-ink', z });
    else if (ink?.isWhite && !showsColour(walk, object)) walk.faint.set(object, { how: 'white', z });
  }
}

/** Objects drawn by themselves to see their colour, on one page, and how large they may be in points. */
const MAX_TRIALS = 60;
const MAX_TRIAL_SIZE = 1_500;

/** Whether text that is said to be white shows a colour after all: patterns and shadings are said to be white. */
function showsColour(walk: Walk, object: number): boolean {
  const { engine, document, page } = walk;
  const area = areaOf(walk, object);
  if (!area || walk.trials++ >= MAX_TRIALS) return false;
  if (!(area.right - area.left < MAX_TRIAL_SIZE && area.bottom - area.top < MAX_TRIAL_SIZE)) return false;
  const bitmap = engine.FPDFTextObj_GetRenderedBitmap(document, page, object, 1);
  if (bitmap === 0) return false;
  const start = engine.FPDFBitmap_GetBuffer(bitmap);
  const size = engine.FPDFBitmap_GetStride(bitmap) * engine.FPDFBitmap_GetHeight(bitmap);
  const pixels = heapOf(engine).subarray(start, start + size);
  let isColoured = false;
  for (let i = 0; i + 3 < pixels.length && !isColoured; i += 4) {
    const isSolid = (pixels[i + 3] ?? 0) > 128;
    isColoured = isSolid && Math.min(pixels[i] ?? 255, pixels[i + 1] ?? 255, pixels[i + 2] ?? 255) < 235;
  }
  engine.FPDFBitmap_Destroy(bitmap);
  return isColoured;
}

function fillOf(
  { engine, calls, pointer }: Walk,
  object: number,
): { readonly isWhite: boolean; readonly alpha: number } | null {
  if (!calls.FPDFPageObj_GetFillColor(object, pointer, pointer + 4, pointer + 8, pointer + 12)) return null;
  const bytes = heapOf(engine);
  const [red = 0, green = 0, blue = 0] = [bytes[pointer], bytes[pointer + 4], bytes[pointer + 8]];
  return { isWhite: red >= 250 && green >= 250 && blue >= 250, alpha: bytes[pointer + 12] ?? 255 };
}

function lookAtPath(walk: Walk, object: number, z: number): void {
  const { engine, pointer } = walk;
  if (!engine.FPDFPath_GetDrawMode(object, pointer, pointer + 4)) return;
  if (new DataView(heapOf(engine).buffer, pointer, 4).getInt32(0, true) === 0) return;
  const ink = fillOf(walk, object);
  if (!ink || ink.alpha === 0) return;
  if (!ink.isWhite) keep(walk.painted, walk, object, z);
  if (ink.alpha < 255 || walk.texts.size === 0 || engine.FPDFPath_CountSegments(object) > 6) return;
  if (engine.FPDFPageObj_HasTransparency(object)) return;
  const area = areaOf(walk, object);
  if (!area || area.right - area.left < MIN_COVER || area.bottom - area.top < MIN_COVER) return;
  const clip = clipOf(walk, object);
  if (clip === 'odd') return;
  const seen = clip ? intersection(area, clip) : area;
  if (walk.covers.length < MAX_MARKS && seen.right - seen.left >= MIN_COVER && seen.bottom - seen.top >= MIN_COVER)
    walk.covers.push({ area: seen, z });
}

/** What a form holds is placed by the form; only where the form as a whole lies is known here. */
function lookAtForm(walk: Walk, form: number, { depth, z }: { readonly depth: number; readonly z: number }): void {
  if (depth === 0) {
    keep(walk.painted, walk, form, z);
    if (holdsPicture(walk, form, 0)) keep(walk.pictures, walk, form, z);
  }
  if (depth >= MAX_DEPTH) return;
  const count = walk.engine.FPDFFormObj_CountObjects(form);
  for (let i = 0; i < count && walk.z < MAX_OBJECTS; i++)
    look(walk, walk.engine.FPDFFormObj_GetObject(form, i), depth + 1);
}

function holdsPicture(walk: Walk, form: number, depth: number): boolean {
  const { engine, calls } = walk;
  const count = Math.min(engine.FPDFFormObj_CountObjects(form), 200);
  for (let i = 0; i < count; i++) {
    const object = engine.FPDFFormObj_GetObject(form, i);
    const type = calls.FPDFPageObj_GetType(object);
    if (type === IMAGE || (type === FORM && depth < 2 && holdsPicture(walk, object, depth + 1))) return true;
  }
  return false;
}

function keep(list: Mark[], walk: Walk, object: number, z: number): void {
  const area = list.length < MAX_MARKS ? areaOf(walk, object) : null;
  if (area) list.push({ area, z });
}

function areaOf({ engine, calls, pointer, frame }: Walk, object: number): Area | null {
  if (!calls.FPDFPageObj_GetBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12)) return null;
  const at = pointer >> 2;
  const [left = 0, bottom = 0, right = 0, top = 0] = floatsOf(engine).subarray(at, at + 4);
  return frame.place(left, top, right, bottom);
}

/** The rectangle that an object is clipped to, `null` when it is not, `odd` when it is by another shape. */
function clipOf({ engine, frame, pointer }: Walk, object: number): Area | 'odd' | null {
  const clip = engine.FPDFPageObj_GetClipPath(object);
  const paths = clip === 0 ? 0 : engine.FPDFClipPath_CountPaths(clip);
  let area: Area | null = null;
  for (let path = 0; path < paths; path++) {
    const segments = engine.FPDFClipPath_CountPathSegments(clip, path);
    if (segments > 6 || path > 20) return 'odd';
    const xs: number[] = [];
    const ys: number[] = [];
    for (let i = 0; i < segments; i++) {
      const segment = engine.FPDFClipPath_GetPathSegment(clip, path, i);
      if (!engine.FPDFPathSegment_GetPoint(segment, pointer, pointer + 4)) continue;
      const floats = floatsOf(engine);
      xs.push(floats[pointer >> 2] ?? 0);
      ys.push(floats[(pointer >> 2) + 1] ?? 0);
    }
    if (xs.length === 0) continue;
    const found = frame.place(Math.min(...xs), Math.max(...ys), Math.max(...xs), Math.min(...ys));
    area = area ? intersection(area, found) : found;
  }
  return area;
}

const intersection = (a: Area, b: Area): Area => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});
