import type { TextBox } from '../../model/index.ts';
import { type Characters, HYPHEN, SOFT_HYPHEN } from './characters.ts';
import { type Course, createEdges } from './edges.ts';
import { type Hiding, NOT_HIDDEN } from './hiding.ts';
import type { HiddenStretch, HidingOf } from './line.ts';
import { raisedDigit } from './raised.ts';
import { GAP } from './spelling.ts';

/** A stretch of a line as text, with where its characters stand and which of them do not show. Offsets count in `text`. */
export interface Written {
  readonly text: string;
  readonly boxes: readonly TextBox[];
  readonly hidden: readonly HiddenStretch[];
}

interface Page {
  readonly characters: Characters;
  readonly hiding: HidingOf;
}

/** Writes out a spelling: the indices of its characters, `GAP` for a space. */
export function writeCharacters(spelling: readonly number[], course: Course, { characters, hiding }: Page): Written {
  const { codes, boxes } = characters;
  const hidden: HiddenStretch[] = [];
  const edges = createEdges(course);
  let text = '';
  let base = firstOnLine(spelling, characters);
  let stretch: { start: number; end: number; how: Hiding } | null = null;
  for (const i of spelling) {
    const start = text.length;
    if (i === GAP) {
      text += ' ';
      edges.add(1, boxes, -1);
      continue;
    }
    const raised = course.direction === 'right' ? raisedDigit(characters, i, base) : null;
    if (raised === null) base = i;
    text += raised ?? characterOf(codes[i] ?? 0);
    edges.add(text.length - start, boxes, i * 4);
    if (!hiding) continue;
    const how = hiding[i] ?? NOT_HIDDEN;
    if (how === NOT_HIDDEN) stretch = null;
    else if (stretch && stretch.how === how) stretch.end = text.length;
    else {
      stretch = { start, end: text.length, how };
      hidden.push(stretch);
    }
  }
  return { text, boxes: edges.finish(), hidden };
}

/** What a number at the very beginning is raised beside: the first character that is no digit. */
function firstOnLine(spelling: readonly number[], { codes }: Characters): number {
  const isDigit = (i: number): boolean => (codes[i] ?? 0) >= 0x30 && (codes[i] ?? 0) <= 0x39;
  return spelling.slice(0, 5).find((i) => i !== GAP && !isDigit(i)) ?? -1;
}

export function characterOf(code: number): string {
  if (code === HYPHEN || code === SOFT_HYPHEN) return '-';
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
  return code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code);
}
