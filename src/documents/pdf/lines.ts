import type { TextBox } from '../../model/index.ts';
import { holdsRtl, mendBrackets, spellBothWays } from './bidi.ts';
import type { Characters } from './characters.ts';
import { COLUMN_GAP, type Fragment } from './fragments.ts';
import type { Area } from './frame.ts';
import type { HiddenStretch, HidingOf, Line } from './line.ts';
import { emOf, spell } from './spelling.ts';
import type { TableRow } from './tables.ts';
import { breakInWord } from './wraps.ts';
import { type Written, writeCharacters } from './written.ts';

/** The text of a row: cells parted by a tab, pieces of one line by a space unless they touch. */
export function toLine({ fragments, cells, region }: TableRow, characters: Characters, hiding: HidingOf): Line {
  const boxes: TextBox[] = [];
  const hidden: HiddenStretch[] = [];
  let text = '';
  const add = (written: Written): void => {
    for (const box of written.boxes) boxes.push({ ...box, start: box.start + text.length, end: box.end + text.length });
    for (const { start, end, how } of written.hidden)
      hidden.push({ start: start + text.length, end: end + text.length, how });
    text += written.text;
  };
  const write = (stretch: readonly Fragment[]): void => {
    let previous: Fragment | null = null;
    for (const fragment of stretch) {
      const written = writeCharacters(spell(fragment, characters), fragment, { characters, hiding });
      text += previous ? seamBetween(previous, fragment, breakInWord(text, written.text) !== null) : '';
      add(written);
      previous = fragment;
    }
  };
  // An empty cell at the end says nothing that the row without it does not say.
  const filled = cells?.slice(0, 1 + cells.findLastIndex((cell) => cell.length > 0));
  if (filled) {
    for (const [column, cell] of filled.entries()) {
      if (column > 0) text += '\t';
      write(cell);
    }
  } else if (holdsRtl(fragments, characters)) {
    for (const [n, cell] of writeBothWays(fragments, characters, hiding).entries()) {
      if (n > 0) text += '\t';
      add(cell);
    }
  } else write(fragments);
  const left = Math.min(...fragments.map((fragment) => fragment.left));
  const top = Math.min(...fragments.map((fragment) => fragment.top));
  const right = Math.max(...fragments.map((fragment) => fragment.right));
  const height = Math.max(...fragments.map((fragment) => fragment.bottom - fragment.top));
  return { text, x: left, y: top, width: right - left, height, region, boxes, hidden };
}

/** Pieces of one word stand no further apart than this share of an em. */
const TOUCHING = 0.06;

function seamBetween(previous: Fragment, next: Fragment, isCut: boolean): string {
  const height = next.bottom - next.top;
  // The lines of one cell stand below each other.
  if (next.top > previous.bottom - 0.5 * height) return isCut ? '' : ' ';
  const gap = Math.max(next.left - previous.right, previous.left - next.right);
  if (gap > COLUMN_GAP * height) return '\t';
  const touches = Math.abs(gap) <= TOUCHING * emOf(next) && previous.direction === next.direction;
  return touches && next.direction !== 'slanted' ? '' : ' ';
}

/** The cells of a row that holds writing from right to left, in the order they are read. */
function writeBothWays(fragments: readonly Fragment[], characters: Characters, hiding: HidingOf): Written[] {
  const cells = groupByGaps(fragments).map((cell) => {
    const { spelling, isRtl } = spellBothWays(cell, characters);
    const written = writeCharacters(spelling, { ...areaOf(cell), direction: 'right' }, { characters, hiding });
    return isRtl ? { isRtl, ...written, text: mendBrackets(written.text) } : { isRtl, ...written };
  });
  return cells.filter(({ isRtl }) => isRtl).length * 2 > cells.length ? cells.reverse() : cells;
}

function groupByGaps(fragments: readonly Fragment[]): Fragment[][] {
  const groups: Fragment[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const fragment of [...fragments].sort((a, b) => a.left - b.left)) {
    const open = groups.at(-1);
    if (open && fragment.left - end <= COLUMN_GAP * (fragment.bottom - fragment.top)) open.push(fragment);
    else groups.push([fragment]);
    end = Math.max(end, fragment.right);
  }
  return groups;
}

const areaOf = (fragments: readonly Fragment[]): Area => ({
  left: Math.min(...fragments.map(({ left }) => left)),
  top: Math.min(...fragments.map(({ top }) => top)),
  right: Math.max(...fragments.map(({ right }) => right)),
  bottom: Math.max(...fragments.map(({ bottom }) => bottom)),
});
