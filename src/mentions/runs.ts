import type { Evidence } from './evidence.ts';
import { isMarked } from './evidence.ts';
import { bareForm, isCommonWord, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

/** Words `from`..`to` (inclusive) of a sentence. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

export interface Surroundings {
  readonly vocabulary: Vocabulary;
  readonly evidence: Evidence;
}

/** Words of a name are joined by these only after a head such as "Institute" or "Bank". */
const AFTER_HEAD = new Set([
  'for',
  'on',
  'and',
  'of',
  'in',
  'für',
  'und',
  'pour',
  'per',
  'para',
  'и',
  'по',
  'та',
  'і',
  'з',
  'et',
  'e',
  'y',
  '&',
  'to',
  'zur',
  'des',
  'der',
  'against',
]);
const OF = new Set([
  'of',
  'de',
  'del',
  'della',
  'delle',
  'dei',
  'degli',
  'di',
  'du',
  'des',
  'do',
  'da',
  'dos',
  'das',
  'dell',
  'd’',
  "d'",
  'dell’',
  "dell'",
]);
const ARTICLES = new Set([
  'the',
  'a',
  'an',
  'la',
  'le',
  'les',
  'las',
  'los',
  'el',
  'den',
  'der',
  'die',
  'das',
  'l’',
  "l'",
]);
const KEEPS_POSSESSIVE = new Set([
  'people',
  'peoples',
  'women',
  'men',
  'children',
  'workers',
  'king',
  'queen',
  'doctors',
  'soldiers',
  'citizens',
  'veterans',
  'farmers',
  'journalists',
  'lloyd',
  'xi’an',
  'mcdonald',
  'moody',
  'majesty',
]);
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
      next > to && to - from < LONGEST_RUN;
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
    if (sentence.titleCase)
      return isMarked(word) && !/^\p{Lu}{5,}$/u.test(word.text) && !isCommonWord(word.lower, vocabulary);
    return evidence.language !== 'de' || opensGerman(words, at, vocabulary);
  }
  return evidence.language !== 'de' || opensGerman(words, at, vocabulary);
}

/**
 * All German nouns have capitals: a name opens with an acronym, a known or given name, after a title or a word such as "Firma",
 * or a few words before a legal form.
 */
function opensGerman(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const word = words[at];
  if (!word) return false;
  if (/^\p{Lu}{2,}|^\p{L}[\p{Ll}]*\p{Lu}|\p{N}/u.test(word.text) || vocabulary.givenNames.has(word.lower)) return true;
  if (vocabulary.knownNames.has(word.text) || vocabulary.places.get(word.lower)?.kind === 'country') return true;
  if (vocabulary.germanWords.has(word.lower)) return false;
  const before = words[at - 1];
  if (
    before &&
    !vocabulary.germanWords.has(word.lower) &&
    (vocabulary.titles.has(before.lower) || vocabulary.classNouns.has(before.lower))
  ) {
    return before.kind === 'name' && word.spaced;
  }
  for (let to = at + 1; to < words.length && to <= at + 5; to++) {
    // "Roe Muster, 59, ...": an age stands behind people.
    const aged =
      words[to]?.text === ',' && to > at + 1 && /^[1-9]\d$/.test(words[to + 1]?.text ?? '') && !words[to + 2]?.spaced;
    if (aged) return true;
    if (words[to]?.kind !== 'name') break;
    if (
      isLegalForm(words, to, vocabulary) ||
      /^(?:Company|Group|Trading|Corporation|Holding|Industries|Technologies)$/.test(words[to]?.text ?? '')
    )
      return true;
  }
  return false;
}

/** Index of the last word after one more step, or `to` itself when the run ends. */
function extend(words: readonly Word[], from: number, to: number, around: Surroundings): number {
  const last = words[to];
  const next = words[to + 1];
  if (!last || !next) return to;
  const { vocabulary } = around;
  if (last.hyphened || /[”»"]/.test(last.text)) return isLegalForm(words, to + 1, vocabulary) ? to + 1 : to;
  if (last.possessive) return KEEPS_POSSESSIVE.has(last.lower) && next.kind === 'name' ? to + 1 : to;
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

/** A German name goes on with a legal form, another part of a person's name or before a legal form; not with any noun. */
function goesOnInGerman(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): boolean {
  const next = words[to + 1];
  const first = words[from];
  if (!next || !first) return false;
  if (vocabulary.germanWords.has(next.lower) || vocabulary.places.get(next.lower)?.kind === 'country') return false;
  if (isLegalForm(words, to + 1, vocabulary) || opensGerman(words, to + 1, vocabulary)) return true;
  return vocabulary.givenNames.has(words[to]?.lower ?? '') || (vocabulary.heads.has(next.lower) && to - from < 4);
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

/** A legal form that begins at the word (`Ltd`, `Inc`, `S.p.A.`). */
export function isLegalForm(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const word = words[at];
  return word !== undefined && word.kind === 'name' && vocabulary.legalForms.has(bareForm(word.text));
}

/** "REM 1", "Type 98", but not "Reuters 24" or a year. */
function isDesignationNumber(words: readonly Word[], to: number): boolean {
  const last = words[to];
  const number = words[to + 1];
  const after = words[to + 2];
  if (!last || !number || !number.spaced || !/^\d{1,4}$/.test(number.text)) return false;
  if (/^(?:19|20)\d\d$/.test(number.text) || last.possessive) return false;
  if (after && (/^[%$€£:/]$/.test(after.text) || (after.text === ',' && /^\d/.test(words[to + 3]?.text ?? ''))))
    return false;
  return /^(?:\p{Lu}{2,4}|Type|Mark|Mk|Model|Block|Project|Falcon|Version|Gen)$/u.test(last.text);
}

function overSmallWords(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): number {
  const joining: Word[] = [];
  let at = to + 1;
  while (at < words.length && joining.length < 3) {
    const word = words[at];
    if (!word || (word.kind !== 'lower' && word.text !== '&') || word.possessive) break;
    joining.push(word);
    at++;
  }
  const after = words[at];
  const first = joining[0]?.lower ?? '';
  if (after?.kind !== 'name' || joining.length === 0) return to;
  const rest = joining.slice(1).map((word) => word.lower);
  const onlyArticles = rest.every((word) => ARTICLES.has(word));
  if (
    vocabulary.particles.has(first) &&
    joining.every((word) => vocabulary.particles.has(word.lower)) &&
    !['y', 'e', 'da', 'a'].includes(first)
  ) {
    return joinsParticle(words[to], after, vocabulary) ? at : to;
  }
  if (!onlyArticles) return to;
  if (OF.has(first))
    return hasHead(words, from, to, vocabulary) || (to <= from + 1 && isCapitalNoun(words, from, to, vocabulary))
      ? at
      : to;
  if (AFTER_HEAD.has(first)) {
    if (
      first === 'and' ||
      first === 'und' ||
      first === 'и' ||
      first === 'et' ||
      first === 'e' ||
      first === 'y' ||
      first === 'та' ||
      first === 'і'
    )
      return joinsAnd(words, from, to, { after, vocabulary }) ? at : to;
    if (first === 'in' || first === 'to' || first === 'against') return to;
    return hasHead(words, from, to, vocabulary, true) ? at : to;
  }
  return to;
}

function joinsParticle(last: Word | undefined, after: Word, vocabulary: Vocabulary): boolean {
  if (!last || vocabulary.places.get(last.lower)?.kind === 'country') return false;
  return after.kind === 'name' && !vocabulary.calendar.has(last.lower);
}

/** "Center for …", "Ministry of …", "Bank …": a head noun among the words so far. */
function hasHead(
  words: readonly Word[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
  organisation = false,
): boolean {
  for (let at = to; at >= from; at--) {
    const head = vocabulary.heads.get(words[at]?.lower ?? '');
    if (!head || head.type === 'WeaponSystem' || head.type === 'Vessel') continue;
    if (!organisation || ['Company', 'Organization', 'PublicBody', 'Event', 'Document'].includes(head.type))
      return true;
  }
  return false;
}

/** A capitalised common noun in the middle of a sentence ("Guild of …"), not a title ("President of …"). */
function isCapitalNoun(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): boolean {
  const word = words[to];
  if (vocabulary.givenNames.has(words[from]?.lower ?? '')) return false;
  if (!word || word.forced || vocabulary.titles.has(word.lower) || vocabulary.calendar.has(word.lower)) return false;
  return isCommonWord(word.lower, vocabulary);
}

/** "Ministry of Industry and Trade": inside a name after a head and a joining word; not "Ukraine and Russia". */
function joinsAnd(
  words: readonly Word[],
  from: number,
  to: number,
  next: { after: Word; vocabulary: Vocabulary },
): boolean {
  const { after, vocabulary } = next;
  const last = words[to];
  if (!last || !isCommonWord(last.lower, vocabulary) || !isCommonWord(after.lower, vocabulary)) return false;
  if (vocabulary.places.get(after.lower)?.kind === 'country' || vocabulary.isDemonym(after.lower)) return false;
  for (let at = from; at < to; at++) {
    const lower = words[at]?.lower ?? '';
    if (OF.has(lower) || AFTER_HEAD.has(lower)) return hasHead(words, from, at, vocabulary);
  }
  return false;
}
