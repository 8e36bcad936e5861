import { follows, isCapitalised, lookUp, type Scan } from './scan.ts';
import type { Piece } from './tokens.ts';

/** The noun that a number counts, lower-cased as in the text, and whether anything fit to be one follows at all. */
export interface HeadNoun {
  /** `''` when the words after the number leave the noun open. */
  readonly unit: string;
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

/** Content words from a piece on, up to a stop word, a sign or a number; a hyphened compound counts by its last part. */
function contentWords(
  scan: Scan,
  at: number,
): { readonly piece: Piece; readonly compound: boolean; readonly to: number }[] {
  const words: { piece: Piece; compound: boolean; to: number }[] = [];
  let next = at;
  while (words.length < REACH) {
    let piece = scan.pieces[next];
    const joined = HYPHEN.test(scan.pieces[next + 1]?.text ?? '') && scan.pieces[next + 1]?.glued === true;
    if (piece?.kind !== 'word' || piece.apart || !(joined || isNounish(scan, piece))) break;
    let compound = false;
    next += 1;
    while (HYPHEN.test(scan.pieces[next]?.text ?? '') && scan.pieces[next]?.glued && scan.pieces[next + 1]?.glued) {
      const part = scan.pieces[next + 1];
      if (part?.kind === 'sign' || part === undefined) break;
      piece = part;
      compound = true;
      next += 2;
    }
    words.push({ piece, compound, to: next });
  }
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
function englishPlural(scan: Scan, words: ReturnType<typeof contentWords>): string | null {
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

/** The head noun after a number that ends before piece `at`, or `null` when no noun can follow there. */
export function readHeadNoun(scan: Scan, at: number, one: boolean): HeadNoun | null {
  if (!follows(scan, at)) return null;
  const han = scan.pieces[at];
  if (scan.language === 'zh') return han && scan.vocabulary.classifiers.has(han.text) ? { unit: han.text } : null;
  const words = contentWords(scan, skipOf(scan, at));
  const first = words[0];
  if (!first) return null;
  if (scan.language === 'en') {
    if (!one) return { unit: englishPlural(scan, words) ?? '' };
    const noun = words.find(
      ({ piece, compound }) => !compound && !isCapitalised(piece) && !isAdjective(scan, piece.lower),
    );
    return noun && !isPlural(scan, noun.piece.lower) ? { unit: noun.piece.lower } : null;
  }
  const adjective = INFLECTED_ADJECTIVE[scan.language];
  const noun =
    scan.language === 'de'
      ? words.find(({ piece }) => isCapitalised(piece))
      : words.find(({ piece }) => adjective === undefined || !adjective.test(piece.lower));
  return { unit: (noun ?? first).piece.lower };
}
