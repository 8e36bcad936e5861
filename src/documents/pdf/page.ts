import { splitMixedLines } from './bidi.ts';
import { readCharacters } from './characters.ts';
import { orderFragments, type TextOf } from './columns.ts';
import { type Drawn, findDrawn } from './drawn.ts';
import type { Pdfium } from './engine.ts';
import { type AngleOf, type Fragment, findFragments } from './fragments.ts';
import type { Direction } from './frame.ts';
import { findHiding } from './hiding.ts';
import type { Line } from './line.ts';
import { toLine } from './lines.ts';
import { type PageFrame, readPageFrame } from './page-frame.ts';
import { alignTables } from './tables.ts';
import { joinWraps } from './wraps.ts';
import { characterOf } from './written.ts';

/** One page as read. Measures are PDF points. */
export interface PageText {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** Share of the page that pictures cover, 0 to 1. */
  readonly pictured: number;
}

export const NO_PAGE: PageText = { width: 0, height: 0, lines: [], pictured: 0 };

/** The text of one page in reading order, at most about `limit` characters. All three of the page are PDFium's handles. */
export function readPageText(
  engine: Pdfium,
  { document, page, textPage }: { readonly document: number; readonly page: number; readonly textPage: number },
  limit: number,
): PageText {
  const frame = readPageFrame(engine, page);
  const drawn = findDrawn(engine, { document, page, frame });
  const { width, height } = frame;
  const pictured = picturedShare(drawn, frame);
  if (textPage === 0) return { width, height, lines: [], pictured };
  const characters = readCharacters(engine, textPage, { frame, limit });
  const hiding = findHiding(characters, { engine, textPage, frame, drawn });
  const angleOf: AngleOf = (i) => engine.FPDFText_GetCharAngle(textPage, i) + (frame.turns * Math.PI) / 2;
  const textOf: TextOf = ({ first, last }) => [...characters.codes.subarray(first, last + 1)].map(characterOf).join('');
  const rows = orderByDirection(splitMixedLines(findFragments(characters, angleOf), characters), textOf);
  const lines = alignTables(rows, characters)
    .map((row) => toLine(row, characters, hiding))
    .filter(({ text }) => text.trim() !== '');
  return { width, height, lines: joinWraps(lines), pictured };
}

/** Most pages run one way; what is written another way, a note in the margin or a stamp, follows. */
function orderByDirection(fragments: readonly Fragment[], textOf: TextOf) {
  const groups = new Map<Direction, Fragment[]>();
  for (const fragment of fragments) {
    const group = groups.get(fragment.direction);
    if (group) group.push(fragment);
    else groups.set(fragment.direction, [fragment]);
  }
  const size = (group: readonly Fragment[]): number =>
    group.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  let region = 0;
  return [...groups]
    .sort(([, a], [, b]) => size(b) - size(a))
    .flatMap(([direction, group]) => {
      const rows =
        direction === 'slanted'
          ? group.map((fragment, i) => ({ fragments: [fragment], region: i }))
          : orderFragments(group, textOf);
      const placed = rows.map((row) => ({ ...row, region: row.region + region }));
      region = 1 + Math.max(region, ...placed.map((row) => row.region));
      return placed;
    });
}

function picturedShare({ pictures }: Drawn, { width, height }: PageFrame): number {
  const whole = width * height;
  if (!(whole > 0)) return 0;
  const shares = pictures.map(({ area }) => {
    const across = Math.min(area.right, width) - Math.max(area.left, 0);
    const down = Math.min(area.bottom, height) - Math.max(area.top, 0);
    return across > 0 && down > 0 ? (across * down) / whole : 0;
  });
  return Math.min(
    1,
    shares.reduce((sum, share) => sum + share, 0),
  );
}
