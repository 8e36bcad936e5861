import type { Candidate } from './candidate.ts';
import type { Evidence } from './evidence.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

const LONGEST_LABEL = 6;

/**
 * Whether a candidate is (part of) the label of a field and no name: `Consignee:`, a cell of a table's head, `Invoice AB-1`.
 */
export function isLabel(sentence: Sentence, candidate: Candidate, vocabulary: Vocabulary): boolean {
  const { words } = sentence;
  if (candidate.rule !== 'mentions/capitals' && candidate.rule !== 'mentions/title') return false;
  if (isNumberedPaper(words, candidate, vocabulary)) return true;
  const { from, to } = cellAt(sentence, candidate.from);
  if (candidate.to >= to) return false;
  const phrase = words.slice(from, to);
  if (phrase.length > LONGEST_LABEL) return isHead(sentence, candidate, vocabulary);
  const surface = phrase.map((word) => word.lower.replace(/\.$/, '')).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (vocabulary.labels.has(surface.join(' '))) {
    const end = words[to];
    return end?.text === ':' || end?.text === '：' || sentence.passage === 'table-row';
  }
  return isHead(sentence, candidate, vocabulary);
}

/** In the head of a table: a row without numbers where most words belong to labels. */
function isHead(sentence: Sentence, candidate: Candidate, { labels }: Vocabulary): boolean {
  if (sentence.passage !== 'table-row') return false;
  const own = sentence.words.slice(candidate.from, candidate.to + 1);
  if (!own.some((word) => labels.has(word.lower))) return false;
  const letters = sentence.words.filter((word) => word.kind !== 'punctuation').slice(0, 60);
  if (letters.some((word) => word.kind === 'number')) return false;
  const known = letters.filter((word) => labels.has(word.lower)).length;
  return known >= 2 && known * 2 >= letters.length;
}

/** The words from the start of a line or cell to its colon or end; `to` is the word behind them. */
function cellAt(sentence: Sentence, at: number): { readonly from: number; readonly to: number } {
  const { words } = sentence;
  const ends = (word: Word | undefined): boolean =>
    word !== undefined &&
    (/^[:：;|]$/.test(word.text) ||
      (sentence.passage === 'table-row' && word.text === ',' && word.kind === 'punctuation'));
  let from = at;
  while (from > 0 && at - from <= LONGEST_LABEL && !words[from]?.breaks && !ends(words[from - 1])) from--;
  let to = at + 1;
  while (to < words.length && to - at <= LONGEST_LABEL && !words[to]?.breaks && !ends(words[to])) to++;
  return { from, to };
}

/** "Invoice AB-2031-17": the noun of a paper and its number. */
function isNumberedPaper(words: readonly Word[], candidate: Candidate, vocabulary: Vocabulary): boolean {
  if (candidate.to === candidate.from) return false;
  if (vocabulary.classNouns.get(words[candidate.from]?.lower ?? '') !== 'document') return false;
  return words.slice(candidate.from + 1, candidate.to + 1).every((word) => /\p{N}/u.test(word.text));
}

/** One capitalised word of page furniture that nothing else in the document speaks for. */
export function isOfBoilerplate(
  sentence: Sentence,
  candidate: Candidate,
  { vocabulary, evidence }: { readonly vocabulary: Vocabulary; readonly evidence: Evidence },
): boolean {
  if (sentence.passage !== 'boilerplate' || candidate.to > candidate.from) return false;
  if (candidate.rule !== 'mentions/capitals') return false;
  const word = sentence.words[candidate.from];
  if (!word || vocabulary.knownNames.has(word.text) || vocabulary.places.has(word.lower)) return false;
  return word.forced && (evidence.capital.get(word.lower) ?? 0) === 0;
}
