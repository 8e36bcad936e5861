import type { TextBox } from '../../model/index.ts';
import { hundredths } from '../../text/index.ts';
import type { Line } from './line.ts';

/** The hyphen that programs set where they divide a word themselves; people type another. */
const DIVIDED = /\p{Ll}\u2010$/u;
/** Number, date or name that a line ended in the middle of, its hyphen or stroke being part of it: end of the line, begin of the next. */
const CUT: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/[\p{L}\d][-\u2010\u2011]$/u, /^\d/u],
  [/\d[-\u2010\u2011]$/u, /^\p{L}/u],
  [/\p{Ll}[-\u2010\u2011]$/u, /^\p{Lu}/u],
  [/\d\/$/u, /^\d/u],
  [/\b\d{1,2}\.\d{1,2}\.$/u, /^\d{4}(?!\d)/u],
];

/** Whether a line break stands inside a word: `cut` where all of it is to be read, `divided` where the hyphen is the program's own. */
export function breakInWord(before: string, after: string): 'cut' | 'divided' | null {
  const end = before.slice(-12);
  const begin = after.slice(0, 8);
  if (DIVIDED.test(end) && /^\p{Ll}/u.test(begin)) return 'divided';
  return CUT.some(([left, right]) => left.test(end) && right.test(begin)) ? 'cut' : null;
}

/** Longest rest of a word that is taken up to the line where it begins. */
const LONGEST = 40;

/**
 * Lines with the words whole that a line break stands in ("VM-" above "2021/17-B"): the rest goes to the line where the word
 * begins and keeps its own box.
 */
export function joinWraps(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const how = above && isBelow(above, line) ? breakInWord(above.text, line.text) : null;
    const length = how ? line.text.split(/\s/u, 1)[0]?.length : 0;
    const parts = above && length && length <= LONGEST ? cutLine(line, length) : null;
    if (!above || !parts) {
      joined.push(line);
      continue;
    }
    const kept = how === 'divided' ? cutLine(above, above.text.length - 1)?.[0] : above;
    joined[joined.length - 1] = kept ? withRest(kept, parts[0]) : above;
    if (!kept) joined.push(line);
    else if (parts[1].text !== '') joined.push(parts[1]);
  }
  return joined;
}

const isBelow = (above: Line, line: Line): boolean =>
  above.region === line.region &&
  line.y > above.y &&
  line.y - above.y < 3 * line.height &&
  isPlain(above) &&
  isPlain(line);

const isPlain = ({ text, hidden }: Line): boolean => hidden.length === 0 && !text.includes('\t');

const withRest = (line: Line, rest: Line): Line => ({
  ...line,
  text: line.text + rest.text,
  boxes: [...line.boxes, ...rest.boxes.map((box) => shifted(box, line.text.length))],
});

const shifted = (box: TextBox, by: number): TextBox => ({ ...box, start: box.start + by, end: box.end + by });

/** The line up to `at` and what follows the white space after it; `null` where a box cannot be cut there. */
function cutLine(line: Line, at: number): readonly [Line, Line] | null {
  const rest = line.text.slice(at);
  const from = at + rest.length - rest.trimStart().length;
  const first: TextBox[] = [];
  const second: TextBox[] = [];
  for (const box of line.boxes) {
    if (box.end <= at) first.push(box);
    else if (box.start >= from) second.push(shifted(box, -from));
    else {
      const { advances, towards } = box;
      if (!advances || towards) return null;
      if (box.start < at) first.push(slice(box, advances, [0, at - box.start]));
      if (box.end > from) second.push(shifted(slice(box, advances, [from - box.start, advances.length]), -from));
    }
  }
  return [
    { ...line, text: line.text.slice(0, at), boxes: first },
    { ...line, text: line.text.slice(from), boxes: second },
  ];
}

function slice(box: TextBox, advances: readonly number[], [from, to]: readonly [number, number]): TextBox {
  const sum = (part: readonly number[]): number => part.reduce((all, advance) => all + advance, 0) / 10;
  const own = advances.slice(from, to);
  return {
    ...box,
    start: box.start + from,
    end: box.start + to,
    x: hundredths(box.x + sum(advances.slice(0, from))),
    width: hundredths(sum(own)),
    advances: own,
  };
}
