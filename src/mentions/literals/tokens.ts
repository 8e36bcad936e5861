import type { Span } from '../../model/index.ts';

/**
 * One piece of text as literals need it: a run of letters (digits may follow letters: `G3s`), a run of digits with its
 * separators (`1,200`, `10:30`, `12/45`), one Han character, or one other visible character.
 * Finer than a word of running text: `50-kilogram` is three pieces, `2022年` two, `USD4` two, so that a code may touch its sum.
 * Raised digits are marks of notes or powers, never part of a number, and no pieces.
 */
export interface Piece extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'sign';
  /** Nothing stands between this piece and the one before. */
  readonly glued: boolean;
  /** More than one line break or a wide gap stands before: no literal reaches over it. */
  readonly apart: boolean;
}

const RAISED = /[¹²³⁰-⁹⁺⁻]+/gu;
const PIECE =
  /(?<raised>[¹²³⁰-⁹⁺⁻]+)|(?<number>[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,'’:/][0-9]+)*)|(?<word>\p{Script=Han}|(?<![\p{L}\p{M}])(?:[A-Z]{2,4}|[A-Z][a-z]{1,2})(?=[0-9])|(?:(?!\p{Script=Han})\p{L})(?:(?!\p{Script=Han})[\p{L}\p{M}\p{Nd}²³])*)|\S/gu;

/** Pieces of the text under `span`, in order; white space is left out. Never throws. */
export function toPieces(text: string, span: Span): Piece[] {
  const pieces: Piece[] = [];
  let end = span.start;
  let raised = 0;
  for (const match of text.slice(span.start, span.end).matchAll(PIECE)) {
    const start = span.start + match.index;
    if (match.groups?.raised !== undefined) {
      raised += match[0].length;
      continue;
    }
    const between = text.slice(end, start);
    const gap = raised > 0 ? between.replace(RAISED, '') : between;
    const kind = match.groups?.number !== undefined ? 'number' : match.groups?.word !== undefined ? 'word' : 'sign';
    pieces.push({
      start,
      end: start + match[0].length,
      text: match[0],
      lower: match[0].toLowerCase(),
      kind,
      glued: between === '' && pieces.length > 0,
      apart: gap.length > 2 || gap.includes('\t') || gap === '\n\n',
    });
    end = start + match[0].length;
    raised = 0;
  }
  return pieces;
}
