import type { Characters } from './characters.ts';
import { type Fragment, isRightToLeft } from './fragments.ts';
import { GAP, isWhite, splitWords } from './spelling.ts';
import { characterOf } from './written.ts';

/** One glyph or the space between two words, from left to right as they stand on the page. */
interface Glyph {
  /** Index of its character; `GAP` for a space. */
  readonly index: number;
  readonly left: number;
  readonly right: number;
  readonly kind: 'rtl' | 'ltr' | 'digit' | 'space' | 'mark';
}

/** Room between two words in Arabic and Hebrew, as a share of the height of the line. */
const WORD_GAP = 0.1;
/** Marks that stand inside a number or a reference, whichever way the line runs. */
const INNER = /^[.,:/\\@_+%#&'’-]$/u;
const OPENING = '([{«‹';
const CLOSING = ')]}»›';

/**
 * The characters of a line that holds writing from right to left, in the order they are read, `GAP` between words. The engine
 * turns such lines over by rules of its own, so they are ordered anew by where the letters stand: the line as a whole from
 * right to left where that is its direction, and in it Latin words, numbers and references from left to right.
 */
export function spellBothWays(fragments: readonly Fragment[], characters: Characters): BothWays {
  const glyphs = withSpaces(findGlyphs(fragments, characters), fragments);
  const runs = toRuns(glyphs, characters);
  const isRtl = isRtlLine(glyphs, characters);
  const inOrder = (isRtl ? [...runs].reverse() : joinRtl(runs)).flatMap((run) =>
    run.isLtr ? run.glyphs : [...run.glyphs].reverse(),
  );
  return { spelling: inOrder.map(({ index }) => index), isRtl };
}

export interface BothWays {
  readonly spelling: readonly number[];
  /** Whether the line as a whole runs from right to left. */
  readonly isRtl: boolean;
}

export const holdsRtl = (fragments: readonly Fragment[], { codes }: Characters): boolean =>
  fragments.some(
    ({ first, last, direction }) => direction === 'right' && codes.subarray(first, last + 1).some(isRightToLeft),
  );

/**
 * Fragments with those cut into words that stand on a line with writing from right to left: the engine's order runs to and
 * fro there, and a number put together from both sides of a word would lie across it.
 */
export function splitMixedLines(fragments: readonly Fragment[], characters: Characters): readonly Fragment[] {
  const bands = fragments.filter(({ isRtl }) => isRtl);
  if (bands.length === 0) return fragments;
  const middles = bands.map(({ top, bottom }) => (top + bottom) / 2).sort((a, b) => a - b);
  return fragments.flatMap((fragment) => {
    const { top, bottom, isRtl, direction } = fragment;
    const isMixed = !isRtl && direction === 'right' && firstAbove(middles, top) <= bottom;
    return isMixed ? splitWords(fragment, characters) : [fragment];
  });
}

/** The least of sorted numbers that is not below `least`. */
function firstAbove(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if ((sorted[half] ?? 0) < least) low = half + 1;
    else high = half;
  }
  return sorted[low] ?? Number.POSITIVE_INFINITY;
}

function findGlyphs(fragments: readonly Fragment[], { codes, boxes }: Characters): Glyph[] {
  const glyphs: Glyph[] = [];
  for (const { first, last } of fragments) {
    for (let index = first; index <= last; index++) {
      const code = codes[index] ?? 0;
      const left = boxes[index * 4] ?? Number.NaN;
      if (isWhite(code) || Number.isNaN(left)) continue;
      glyphs.push({ index, left, right: boxes[index * 4 + 2] ?? left, kind: kindOf(code) });
    }
  }
  const bases = glyphs.filter(({ index }) => !isMark(codes[index] ?? 0));
  const placed = glyphs.map((glyph) => (isMark(codes[glyph.index] ?? 0) ? overBase(glyph, bases) : glyph));
  return placed.sort((a, b) => middle(a) - middle(b) || tieBreak(a, b, codes));
}

/** A vowel sign, read after the letter that it is set over or under. */
const isMark = (code: number): boolean => isRightToLeft(code) && /^\p{M}$/u.test(characterOf(code));

function overBase(mark: Glyph, bases: readonly Glyph[]): Glyph {
  const near = bases.filter(({ index }) => Math.abs(index - mark.index) <= 3);
  const base = near.sort((a, b) => Math.abs(middle(a) - middle(mark)) - Math.abs(middle(b) - middle(mark)))[0];
  return base ? { ...mark, left: base.left, right: base.right } : mark;
}

const LAM = 0x644;
const ALEFS: ReadonlySet<number> = new Set([0x622, 0x623, 0x625, 0x627]);

/**
 * Letters of one glyph share its box. The engine has turned them over with the line, but not those of a ligature that is a
 * character of its own: lam and alef are the one ligature that every text has, and lam is read first.
 */
function tieBreak(a: Glyph, b: Glyph, codes: Uint32Array): number {
  const [codeA, codeB] = [codes[a.index] ?? 0, codes[b.index] ?? 0];
  if (isMark(codeA) !== isMark(codeB)) return isMark(codeA) ? -1 : 1;
  if (codeA === LAM && ALEFS.has(codeB)) return 1;
  return codeB === LAM && ALEFS.has(codeA) ? -1 : a.index - b.index;
}

const middle = ({ left, right }: Glyph): number => (left + right) / 2;

function kindOf(code: number): Glyph['kind'] {
  if (isRightToLeft(code) && !/^[\p{N}\p{P}]$/u.test(characterOf(code))) return 'rtl';
  const character = characterOf(code);
  if (/^\p{L}$/u.test(character)) return 'ltr';
  return /^\p{N}$/u.test(character) ? 'digit' : 'mark';
}

function withSpaces(glyphs: readonly Glyph[], fragments: readonly Fragment[]): Glyph[] {
  const height = Math.max(...fragments.map(({ top, bottom }) => bottom - top));
  const spaced: Glyph[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const glyph of glyphs) {
    if (glyph.left - end > WORD_GAP * height) spaced.push({ index: GAP, left: end, right: glyph.left, kind: 'space' });
    spaced.push(glyph);
    end = spaced.length === 1 ? glyph.right : Math.max(end, glyph.right);
  }
  return spaced;
}

interface Run {
  readonly isLtr: boolean;
  readonly glyphs: readonly Glyph[];
}

/**
 * Stretches that run one way. What runs from left to right begins and ends with a Latin letter or a digit; a mark between
 * belongs to it, and a space where Latin words stand on both sides or a number follows one ("Pump 40").
 */
function toRuns(glyphs: readonly Glyph[], characters: Characters): Run[] {
  const runs: Run[] = [];
  const text = (glyph: Glyph | undefined): string =>
    glyph && glyph.index !== GAP ? characterOf(characters.codes[glyph.index] ?? 0) : '';
  let at = 0;
  while (at < glyphs.length) {
    const end = isLtrKind(glyphs[at]) ? endOfLtr(glyphs, at, text) : at + 1;
    runs.push({ isLtr: isLtrKind(glyphs[at]), glyphs: glyphs.slice(at, end) });
    at = end;
  }
  return runs;
}

const isLtrKind = (glyph: Glyph | undefined): boolean => glyph?.kind === 'ltr' || glyph?.kind === 'digit';

function endOfLtr(glyphs: readonly Glyph[], start: number, text: (glyph: Glyph | undefined) => string): number {
  const isArabic = glyphs.some((glyph) => /^\p{Script=Arabic}$/u.test(text(glyph)));
  let end = start + 1;
  let holdsLetter = glyphs[start]?.kind === 'ltr';
  for (let i = end; i < glyphs.length; i++) {
    const glyph = glyphs[i];
    if (glyph?.kind === 'rtl') break;
    if (!isLtrKind(glyph)) continue;
    const between = glyphs.slice(end, i);
    const isLetter = glyph?.kind === 'ltr';
    if (!joins(between, { holdsLetter: holdsLetter || isLetter, isLetter, isArabic, text })) break;
    holdsLetter ||= isLetter;
    end = i + 1;
  }
  return end;
}

interface Seam {
  readonly holdsLetter: boolean;
  readonly isLetter: boolean;
  readonly isArabic: boolean;
  readonly text: (glyph: Glyph | undefined) => string;
}

function joins(between: readonly Glyph[], { holdsLetter, isLetter, isArabic, text }: Seam): boolean {
  const spaces = between.filter(({ kind }) => kind === 'space').length;
  // Between Arabic letters a span of years is read from right to left, number by number.
  const isSpan = isArabic && !holdsLetter && text(between[0]) === '-';
  if (spaces === 0) {
    const isInner = between.every((glyph) => INNER.test(text(glyph)));
    return between.length <= 1 ? isInner && !isSpan : holdsLetter && isLetter;
  }
  // Two numbers apart are read in the order of the line; a word before its number is "Pump 40".
  return holdsLetter && between.length <= 3 && (isLetter || between.length === 1);
}

/** Neighbouring runs from right to left, and the spaces between them, as one. */
function joinRtl(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  let pending: Run[] = [];
  const flush = (): void => {
    const last = pending.findLastIndex(({ glyphs }) => glyphs[0]?.kind === 'rtl');
    if (last >= 0) joined.push({ isLtr: false, glyphs: pending.slice(0, last + 1).flatMap(({ glyphs }) => glyphs) });
    for (const { glyphs } of pending.slice(last + 1)) joined.push({ isLtr: true, glyphs });
    pending = [];
  };
  for (const run of runs) {
    if (!run.isLtr && (pending.length > 0 || run.glyphs[0]?.kind === 'rtl')) pending.push(run);
    else {
      flush();
      joined.push({ isLtr: true, glyphs: run.glyphs });
    }
  }
  flush();
  return joined;
}

/** By the stop that ends the sentence, else by the letters at both ends, else by what most letters are. */
function isRtlLine(glyphs: readonly Glyph[], { codes }: Characters): boolean {
  const letters = glyphs.filter(({ kind }) => kind === 'rtl' || kind === 'ltr');
  const [first, last] = [letters[0], letters.at(-1)];
  const isStop = (glyph: Glyph | undefined): boolean =>
    glyph?.kind === 'mark' && /^[.!?:;،؛؟]$/u.test(characterOf(codes[glyph.index] ?? 0));
  const [left, right] = [isStop(glyphs[0]), isStop(glyphs.at(-1))];
  if (left !== right) return left;
  if (first?.kind === last?.kind) return first?.kind === 'rtl';
  return letters.filter(({ kind }) => kind === 'rtl').length * 2 > letters.length;
}

/** Brackets of a line from right to left as they are read: the file may hold them as they show. */
export function mendBrackets(text: string): string {
  const first = [...text].find((character) => OPENING.includes(character) || CLOSING.includes(character));
  if (first === undefined || OPENING.includes(first)) return text;
  return text.replace(/[()[\]{}«»‹›]/gu, (bracket) => {
    const at = OPENING.indexOf(bracket);
    return at >= 0 ? (CLOSING[at] ?? bracket) : (OPENING[CLOSING.indexOf(bracket)] ?? bracket);
  });
}
