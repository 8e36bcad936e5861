import { isMarked } from './evidence.ts';
import { goesOnInGerman, opensGerman } from './german.ts';
import { closesName, isLegalForm, opensCompany } from './heads.ts';
import { overSmallWords } from './joining.ts';
import type { Run, Surroundings } from './run.ts';
import { bareForm, isCommonWord, plays, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

const STOPPED = /^(?:co|corp|inc|ltd|st|jr|sr|bros|mt|ft|no|gen|col|lt|maj|capt|dr|mr|mrs|ms|prof|им)$/i;

const LONGEST_RUN = 16;

/** All capitalised runs of a sentence with the small words inside, as long as they can be. Capitals in a title-case sentence tell nothing. */
export function findRuns(sentence: Sentence, around: Surroundings): Run[] {
  const { words } = sentence;
  const runs: Run[] = [];
  for (let from = 0; from < words.length; from++) {
    const first = words[from];
    if (!first || !opensRun(words, from, sentence, around)) continue;
    let to = from;
    for (
      let next = extend(words, from, to, around);
      next > to && to - from < LONGEST_RUN && !crossesBreak(words, to, next);
      next = extend(words, from, to, around)
    )
      to = next;
    runs.push({ from, to });
    from = to;
  }
  return runs;
}

function opensRun(
  words: readonly Word[],
  at: number,
  sentence: Sentence,
  { vocabulary, evidence }: Surroundings,
): boolean {
  const word = words[at];
  if (word?.kind !== 'name') return false;
  if (word.forced || sentence.titleCase) {
    if (sentence.titleCase && opensCompany(words, at, vocabulary))
      return sentence.passage !== 'heading' || !isCommonWord(word.lower, vocabulary);
    if (sentence.titleCase)
      return isMarked(word) && !/^\p{Lu}{5,}$/u.test(word.text) && !isCommonWord(word.lower, vocabulary);
    return evidence.language !== 'de' || opensGerman(words, at, vocabulary);
  }
  return evidence.language !== 'de' || opensGerman(words, at, vocabulary);
}

function crossesBreak(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if (words[at]?.breaks) return true;
  return false;
}

/** Index of the last word after one more step, or `to` itself when the run ends. */
function extend(words: readonly Word[], from: number, to: number, around: Surroundings): number {
  const last = words[to];
  const next = words[to + 1];
  if (!last || !next) return to;
  const { vocabulary } = around;
  if (closesName(words, from, to, vocabulary)) return next.text === '.' ? to + 1 : to;
  if (last.text === '.' && closesName(words, from, to - 1, vocabulary)) return to;
  if (last.hyphened || /[”»"]/.test(last.text)) return isLegalForm(words, to + 1, vocabulary) ? to + 1 : to;
  if (last.possessive) return plays(vocabulary, 'keeps-possessive', last.lower) && next.kind === 'name' ? to + 1 : to;
  if (next.kind === 'name' && next.spaced)
    return around.evidence.language === 'de' && !goesOnInGerman(words, from, to, vocabulary) ? to : to + 1;
  if (next.kind === 'punctuation') return overPunctuation(words, from, to, vocabulary);
  if (next.kind === 'number') return isDesignationNumber(words, to) ? to + 1 : to;
  if (next.kind === 'lower') {
    if (
      around.evidence.language === 'de' &&
      !(next.lower === 'von' && vocabulary.givenNames.has(words[from]?.lower ?? ''))
    )
      return to;
    return overSmallWords(words, from, to, vocabulary);
  }
  return to;
}

function overPunctuation(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): number {
  const last = words[to];
  const mark = words[to + 1];
  const after = words[to + 2];
  if (!last || !mark) return to;
  const initial = /^(?:\p{Lu}|\p{Lu}\p{Ll}?(?:-\p{Lu})?)$/u.test(last.text) || STOPPED.test(last.text);
  if (mark.text === '.' && !mark.spaced && initial) {
    if (after?.kind === 'name') return to + 2;
    // "Roe A. B.": the initials stand last and keep their full stop.
    if (/^\p{Lu}$/u.test(last.text) && to > from) return to + 1;
    const form = STOPPED.test(last.text) && to > from ? to + 1 : to;
    return after?.text === ',' && isLegalForm(words, to + 3, vocabulary) ? to + 3 : form;
  }
  if (mark.text === ',' && isLegalForm(words, to + 2, vocabulary)) return to + 2;
  if (mark.text === '&' && after?.kind === 'name') return to + 2;
  if (mark.text === '/' && !mark.spaced && after?.kind === 'name' && !after.spaced) return to + 2;
  if (/["“«„(]/.test(mark.text) && mark.spaced && vocabulary.givenNames.has(words[from]?.lower ?? '')) {
    // A nickname inside a person's name: Ivan "Vanya" Roe.
    const closed = /["”»)]/.test(words[to + 3]?.text ?? '') && !words[to + 3]?.spaced;
    if (closed && after?.kind === 'name' && words[to + 4]?.kind === 'name' && words[to + 4]?.spaced) return to + 4;
  }
  if (/["“«„]/.test(mark.text) && mark.spaced) return overQuotes(words, from, to, vocabulary);
  return to;
}

/** `ООО «…»`, `Plant "…"`: a legal form or a head, then a quoted name. */
function overQuotes(words: readonly Word[], _from: number, to: number, vocabulary: Vocabulary): number {
  const last = words[to];
  const first = words[to + 2];
  if (!last || !first || (first.kind !== 'name' && first.kind !== 'number') || first.spaced) return to;
  const head = vocabulary.heads.get(last.lower);
  if (!head && !vocabulary.legalForms.has(bareForm(last.text))) return to;
  for (let at = to + 3; at < words.length && at <= to + 12; at++) {
    const word = words[at];
    if (word && /["”»“]/.test(word.text)) return word.spaced ? to : at;
  }
  return to;
}

/** "QX 1", "Type 98", but not "Lantern 24" or a year. */
function isDesignationNumber(words: readonly Word[], to: number): boolean {
  const last = words[to];
  const number = words[to + 1];
  const after = words[to + 2];
  if (!last || !number?.spaced || !/^\d{1,4}$/.test(number.text)) return false;
  if (/^(?:19|20)\d\d$/.test(number.text) || last.possessive) return false;
  if (after && (/^[%$€£:/]$/.test(after.text) || (after.text === ',' && /^\d/.test(words[to + 3]?.text ?? ''))))
    return false;
  return /^(?:\p{Lu}{2,4}|Type|Mark|Mk|Model|Block|Project|Falcon|Version|Gen)$/u.test(last.text);
}
