import { floatsOf, type Pdfium, withMemory } from './engine.ts';
import type { Area } from './frame.ts';

/** How the page's own coordinates become those of the page as it is shown. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  /** Quarter turns clockwise that the page is shown with. */
  readonly turns: number;
  /** From `left, top, right, bottom` with y growing upwards to points from the top left corner as shown. */
  readonly place: (left: number, top: number, right: number, bottom: number) => Area;
  /** The same for many, without an object for each: from `source[from..]` into `target[to..]`; impossible boxes are left out. */
  readonly put: (target: Float32Array, to: number, source: Float32Array, from: number) => void;
}

/** Where a page lies and how it is turned. Measures that no paper has are passed on as they are: nothing is allocated by them. */
export function readPageFrame(engine: Pdfium, page: number): PageFrame {
  const width = engine.FPDF_GetPageWidthF(page);
  const height = engine.FPDF_GetPageHeightF(page);
  const turns = engine.FPDFPage_GetRotation(page) & 3;
  const isOnSide = turns % 2 === 1;
  const [left, top, right, bottom] = withMemory(engine, 16, (pointer) =>
    engine.FPDF_GetPageBoundingBox(page, pointer)
      ? [...floatsOf(engine).subarray(pointer >> 2, (pointer >> 2) + 4)]
      : [0, isOnSide ? width : height, isOnSide ? height : width, 0],
  ) as [number, number, number, number];
  const place: PageFrame['place'] = (l, t, r, b) => {
    switch (turns) {
      case 1:
        return { left: b - bottom, top: l - left, right: t - bottom, bottom: r - left };
      case 2:
        return { left: right - r, top: b - bottom, right: right - l, bottom: t - bottom };
      case 3:
        return { left: top - t, top: right - r, right: top - b, bottom: right - l };
      default:
        return { left: l - left, top: top - t, right: r - left, bottom: top - b };
    }
  };
  const put: PageFrame['put'] = (target, to, source, from) => {
    const l = source[from] ?? 0;
    const t = source[from + 1] ?? 0;
    const r = source[from + 2] ?? 0;
    const b = source[from + 3] ?? 0;
    if (!(r >= l && t >= b)) return;
    const area = turns === 0 ? null : place(l, t, r, b);
    target[to] = area ? area.left : l - left;
    target[to + 1] = area ? area.top : top - t;
    target[to + 2] = area ? area.right : r - left;
    target[to + 3] = area ? area.bottom : top - b;
  };
  return { width, height, turns, place, put };
}
