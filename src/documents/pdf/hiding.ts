import type { Characters } from './characters.ts';
import type { Drawn, Mark } from './drawn.ts';
import { callsOf, type Pdfium } from './engine.ts';
import { type Area, shareWithin } from './frame.ts';
import type { PageFrame } from './page-frame.ts';

/** Why a character does not show: the ways in which text is kept from those who look at a page. */
export type Hiding =
  | 'shown'
  /** Drawn without ink where nothing else is drawn. */
  | 'invisible'
  /** Drawn without ink over a picture or under one, as text recognition leaves it. */
  | 'recognised'
  | 'white'
  | 'tiny'
  | 'off-page'
  /** Under a filled box that was drawn later. */
  | 'covered';

export const NOT_HIDDEN: Hiding = 'shown';

interface Looked {
  readonly engine: Pdfium;
  readonly textPage: number;
  readonly frame: PageFrame;
  readonly drawn: Drawn;
}

/** How each character is hidden, `null` where all of them show. */
export function findHiding(
  characters: Characters,
  { engine, textPage, frame, drawn }: Looked,
): readonly Hiding[] | null {
  const { count } = characters;
  const later = coversOf(drawn);
  const asksObjects = drawn.faint.size > 0 || later.length > 0;
  const calls = callsOf(engine);
  let hiding: Hiding[] | null = null;
  for (let i = 0; i < count; i++) {
    let how = byPlace(characters, i, frame);
    const area = how === NOT_HIDDEN && asksObjects ? areaOf(characters, i) : null;
    if (area) how = byDrawing(area, { object: calls.FPDFText_GetTextObject(textPage, i), drawn, later });
    if (how === NOT_HIDDEN) continue;
    hiding ??= new Array<Hiding>(count).fill(NOT_HIDDEN);
    hiding[i] = how;
  }
  return hiding;
}

function areaOf({ boxes }: Characters, i: number): Area | null {
  const left = boxes[i * 4] ?? Number.NaN;
  return Number.isNaN(left)
    ? null
    : { left, top: boxes[i * 4 + 1] ?? 0, right: boxes[i * 4 + 2] ?? 0, bottom: boxes[i * 4 + 3] ?? 0 };
}

function byPlace({ boxes }: Characters, index: number, { width, height }: PageFrame): Hiding {
  const at = index * 4;
  const left = boxes[at] ?? Number.NaN;
  if (Number.isNaN(left)) return NOT_HIDDEN;
  const top = boxes[at + 1] ?? 0;
  const right = boxes[at + 2] ?? 0;
  const bottom = boxes[at + 3] ?? 0;
  if (width > 0 && height > 0 && (right < -1 || bottom < -1 || left > width + 1 || top > height + 1)) return 'off-page';
  const size = Math.max(right - left, bottom - top);
  return size > 0 && size < 1 ? 'tiny' : NOT_HIDDEN;
}

/** Boxes and large pictures that some text was drawn before. */
function coversOf({ texts, covers, pictures }: Drawn): readonly Mark[] {
  const first = Math.min(...texts.values());
  return [...covers, ...pictures].filter(({ z }) => z > first);
}

function byDrawing(
  area: Area,
  { object, drawn, later }: { readonly object: number; readonly drawn: Drawn; readonly later: readonly Mark[] },
): Hiding {
  const faint = drawn.faint.get(object);
  const over = (marks: readonly Mark[]): boolean => marks.some((mark) => shareWithin(area, mark.area) > 0.5);
  if (faint?.how === 'no-ink') return over(drawn.pictures) ? 'recognised' : 'invisible';
  if (faint && !over(drawn.painted.filter(({ z }) => z < faint.z))) return 'white';
  const z = drawn.texts.get(object);
  if (z === undefined || later.length === 0) return NOT_HIDDEN;
  const cover = later.find((mark) => mark.z > z && shareWithin(area, mark.area) > 0.7);
  if (!cover) return NOT_HIDDEN;
  return drawn.pictures.includes(cover) ? 'recognised' : 'covered';
}
