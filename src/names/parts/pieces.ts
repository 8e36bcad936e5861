import type { PartLexicon } from './part-lexicon.ts';
import { hasOwnMeaning } from './part-lexicon.ts';
import { simplify } from './simplify.ts';

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u;

const NUMBER_AND_WORD = /(?<=\p{N})(?=\p{L}{4})|(?<=\p{L}{4})(?=\p{N})/u;

/** The words that a folded word is cut into: at words of legal forms, between a number and a word, Han and Hangul at words known; `null` when it stays whole. */
export function piecesOf(word: string, lexicon: PartLexicon): readonly string[] | null {
  const pieces = EAST_ASIAN.test(word)
    ? cutUnspaced(word, lexicon)
    : word
        .split(NUMBER_AND_WORD)
        .flatMap((piece) => (hasOwnMeaning(piece, lexicon) ? [piece] : lexicon.legalWords.cut(piece)));
  return pieces.length === 1 && pieces[0] === word ? null : pieces;
}

/** Cuts a run of Han or Hangul at the words known; what is between them stays whole. */
function cutUnspaced(word: string, lexicon: PartLexicon): string[] {
  const run = simplify(word);
  const parts: string[] = [];
  let rest = '';
  for (let at = 0; at < run.length; ) {
    const known = lexicon.unspaced.get(run[at] ?? '')?.find((candidate) => run.startsWith(candidate, at));
    if (known === undefined) {
      rest += run[at];
      at += 1;
      continue;
    }
    if (rest !== '') parts.push(rest);
    rest = '';
    parts.push(known);
    at += known.length;
  }
  if (rest !== '') parts.push(rest);
  return parts;
}
