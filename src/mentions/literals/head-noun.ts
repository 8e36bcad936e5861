import { follows, isCapitalised, lookUp, type Scan } from './scan.ts';
import type { Piece } from './tokens.ts';

/** The noun that a number counts, lower-cased as in the text, and whether anything fit to be one follows at all. */
export interface HeadNoun {
  /** `''` when the words after the number leave the noun open. */
  readonly unit: string;
  /** An adjective follows ("14 Borlandian and 3 other firms"), so that something is counted even when no noun was found. */
  readonly described: boolean;
}

/** Words looked at on the way from a number to its noun. */
const REACH = 7;
const HYPHEN = /^[-‐‑]$/;

/** Endings by which Slavic and German adjectives before a noun are passed over. */
const INFLECTED_ADJECTIVE: Readonly<Record<string, RegExp>> = {
  ru: /(?:ых|их|ые|ие|ого|его|ная|ный|ное|ной|ным)$/u,
  uk: /(?:их|іх|ні|ого|ний|на|ним)$/u,
  pl: /(?:ych|ich|owe|ne|ego)$/u,
};

function isNounish(scan: Scan, piece: Piece | undefined): piece is Piece {
  return piece?.kind === 'word' && !piece.apart && !scan.vocabulary.functionWords.has(piece.lower);
}

/** Piece after "of the" in "hundreds of the drones". */
function skipOf(scan: Scan, at: number): number {
  let to = at;
  for (const role of ['of', 'the']) {
    const found = lookUp(scan, to, 'time-words', ([word]) => word === role);
    if (found && follows(scan, to)) to = found.to;
  }
  return to;
}

interface Word {
  readonly piece: Piece;
  /** One of several words joined by hyphens; `piece` is the last. */
  readonly compound: boolean;
  readonly to: number;
}

/** The word at a piece, with all that hyphens join to it: "made-in-place". */
function readWord(scan: Scan, at: number): Word | null {
  let piece = scan.pieces[at];
  let to = at + 1;
  const first = piece;
  for (let parts = 1; parts < REACH && HYPHEN.test(scan.pieces[to]?.text ?? '') && scan.pieces[to]?.glued; parts += 1) {
    const part = scan.pieces[to + 1];
    if (part === undefined || !part.glued || part.kind === 'sign') break;
    piece = part;
    to += 2;
  }
  const compound = piece !== first;
  if (first?.kind !== 'word' || first.apart || piece === undefined) return null;
  return compound || isNounish(scan, first) ? { piece, compound, to } : null;
}

/** Content words from a piece on, up to a stop word, a sign or a number. */
function contentWords(scan: Scan, at: number): Word[] {
  const words: Word[] = [];
  for (let word = readWord(scan, at); word && words.length < REACH; word = readWord(scan, word.to)) words.push(word);
  return words;
}

function isPlural(scan: Scan, word: string): boolean {
  return (
    scan.vocabulary.plurals.has(word) || (word.length > 2 && /[^suiy'’]s$/u.test(word)) || /(?:ies|ys)$/.test(word)
  );
}

function isAdjective(scan: Scan, word: string): boolean {
  if (scan.vocabulary.adjectives.has(word)) return true;
  for (let length = 2; length <= 4; length += 1) {
    if (word.length > length + 2 && scan.vocabulary.adjectives.has(`-${word.slice(-length)}`)) return true;
  }
  return false;
}

/** The first plural with the plurals right behind it ("intelligence services officials"), and "and" another one. */
function englishPlural(scan: Scan, words: readonly Word[]): string | null {
  let index = words.findIndex(({ piece }) => isPlural(scan, piece.lower));
  if (index < 0) return null;
  while (isPlural(scan, words[index + 1]?.piece.lower ?? '')) index += 1;
  const head = words[index];
  if (!head) return null;
  const and = lookUp(scan, head.to, 'time-words', ([role]) => role === 'and');
  const other = and && index === words.length - 1 ? scan.pieces[and.to] : undefined;
  const pair = isNounish(scan, other) && isPlural(scan, other.lower) ? ` and ${other.lower}` : '';
  return head.piece.lower + pair;
}

/** Piece after "more" in "256 more prisoners". */
function skipMore(scan: Scan, at: number): number {
  const found = lookUp(scan, at, 'time-words', ([role]) => role === 'more');
  return found && follows(scan, found.to) ? found.to : at;
}

/**
 * The noun after a number that ends before piece `at`, or `null` when none can follow there.
 * `of` lets "of the" stand between ("hundreds of the drones"); `one` asks for a singular.
 */
export function readHeadNoun(scan: Scan, at: number, counted: 'one' | 'many' | 'of'): HeadNoun | null {
  if (!follows(scan, at)) return null;
  const han = scan.pieces[at];
  if (scan.language === 'zh')
    return han && scan.vocabulary.classifiers.has(han.text) ? { unit: han.text, described: false } : null;
  const words = contentWords(scan, counted === 'of' ? skipOf(scan, at) : skipMore(scan, at));
  const first = words[0];
  if (!first) return null;
  if (scan.language === 'en') {
    if (counted !== 'one')
      return { unit: englishPlural(scan, words) ?? '', described: isAdjective(scan, first.piece.lower) };
    const noun = words.find(
      ({ piece, compound }) => !compound && !isCapitalised(piece) && !isAdjective(scan, piece.lower),
    );
    return noun && !isPlural(scan, noun.piece.lower) ? { unit: noun.piece.lower, described: false } : null;
  }
  const adjective = INFLECTED_ADJECTIVE[scan.language];
  const noun =
    scan.language === 'de'
      ? words.find(({ piece }) => isCapitalised(piece))
      : words.find(({ piece }) => adjective === undefined || !adjective.test(piece.lower));
  return { unit: (noun ?? first).piece.lower, described: false };
}
