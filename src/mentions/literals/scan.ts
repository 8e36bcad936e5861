import type { Document, Lexicons, Span } from '../../model/index.ts';
import { type DecimalStyle, decimalStyleOf } from '../../text/index.ts';
import { languagesOf } from './language.ts';
import { type Piece, toPieces } from './tokens.ts';
import { type Entry, type List, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** A stretch of text in pieces, with what the word lists say of each place. Recognisers look at it from a piece's index. */
export interface Scan {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly language: string;
  readonly decimals: DecimalStyle;
  readonly vocabulary: Vocabulary;
  /** Entries that begin at each piece, longest first. */
  readonly entries: readonly (readonly Entry[])[];
}

/** An entry found at a piece, and the index of the piece after it. */
export interface Found {
  readonly fields: Entry['fields'];
  readonly to: number;
}

/** What stands in `entries` where no word of a list begins. */
export const NO_ENTRIES: readonly Entry[] = [];

function matches(entry: Entry, pieces: readonly Piece[], at: number): boolean {
  const first = pieces[at];
  if (!first) return false;
  if (entry.cased === 'capital' && !/^\p{Lu}/u.test(first.text)) return false;
  return entry.pieces.every((wanted, offset) => {
    const piece = pieces[at + offset];
    if (!piece) return false;
    if (entry.cased === 'exact' ? piece.text !== wanted.text : piece.lower !== wanted.lower) return false;
    return offset === 0 || (!piece.apart && (piece.glued || !wanted.glued));
  });
}

/** A scan of the text under `span`. */
export function scanOf(document: Pick<Document, 'text' | 'language'>, span: Span, lexicons: Lexicons): Scan {
  const pieces = toPieces(document.text, span);
  const languages = languagesOf(pieces, document.language, lexicons);
  const vocabulary = vocabularyOf(lexicons, languages);
  const entries = pieces.map((piece, at) => {
    const candidates = vocabulary.entries.get(piece.lower);
    if (!candidates) return NO_ENTRIES;
    const found = candidates.filter((entry) => matches(entry, pieces, at));
    return found.length > 0 ? found : NO_ENTRIES;
  });
  const language = languages[0] ?? 'en';
  return { text: document.text, pieces, language, decimals: decimalStyleOf(language), vocabulary, entries };
}

/** The longest entry of a list at a piece whose fields pass `test`. */
export function lookUp(
  scan: Scan,
  at: number,
  list: List,
  test: (fields: Entry['fields']) => boolean = () => true,
): Found | null {
  for (const entry of scan.entries[at] ?? NO_ENTRIES) {
    if (entry.list === list && test(entry.fields)) return { fields: entry.fields, to: at + entry.pieces.length };
  }
  return null;
}

/** Whether a piece goes on from the one before it, without a paragraph break between. */
export function follows(scan: Scan, at: number): boolean {
  const piece = scan.pieces[at];
  return at > 0 && piece !== undefined && !piece.apart;
}

/** Index after a sign at `at` (one of `signs`), or `at` itself when there is none. */
export function skipSign(scan: Scan, at: number, signs: string): number {
  const piece = scan.pieces[at];
  return piece?.kind === 'sign' && !piece.apart && signs.includes(piece.text) ? at + 1 : at;
}

/** Whether a sentence or a line begins at this piece. */
export function opensSentence(scan: Scan, at: number): boolean {
  const piece = scan.pieces[at];
  const before = scan.pieces[at - 1];
  if (!piece || !before || piece.apart) return true;
  if (/[.!?…:;•·*"“”«»„()[\]]/u.test(before.text) && before.kind === 'sign') return true;
  return scan.text.slice(before.end, piece.start).includes('\n');
}

const EDGE = /^[,;|"]$/;

/** Whether pieces `[at, to)` are all that stands in their cell or line. */
export function isAlone(scan: Scan, at: number, to: number): boolean {
  const isEdge = (index: number, next: number): boolean => {
    const [before, piece] = [scan.pieces[index], scan.pieces[next]];
    if (!before || !piece || piece.apart) return true;
    return scan.text.slice(before.end, piece.start).includes('\n');
  };
  const opens = isEdge(at - 1, at) || EDGE.test(scan.pieces[at - 1]?.text ?? '');
  return opens && (isEdge(to - 1, to) || EDGE.test(scan.pieces[to]?.text ?? ''));
}

/** Whether the piece is a word that opens with a capital. */
export function isCapitalised(piece: Piece | undefined): boolean {
  return piece?.kind === 'word' && /^\p{Lu}/u.test(piece.text);
}

export const DASHES = '-‐‑‒–—';
