import { isMarked, isSmallElsewhere, mayBeName } from './evidence.ts';
import { headOf, isLegalForm } from './heads.ts';
import { isInitialled, personVote } from './person-shape.ts';
import { personBehindBody, placeThenPerson, splitAtTitle } from './person-titles.ts';
import { isKnown, type Piece, type Run, type Surroundings, surfaceOf } from './run.ts';
import { bareForm, isCommonWord, plays, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

/** First words of sentences in these forms are verbs rather than names. */
const PARTICIPLE = /^\p{Ll}{3,}(?:ing|ed|ly)$/u;

/** Legal forms that never stand first. */
const ENDS_ONLY = /^(?:gmbh|mbh|kg|kgaa|ltd|limited|inc|llp|plc|corp|s\.?r\.?o|d\.?o\.?o|spa|fze|fzco|dmcc)$/;

const DIRECTION = /^(?:north|south|east|west|northern|southern|eastern|western|central)$/;

/** The names inside a run, in order. */
export function cutRun(sentence: Sentence, run: Run, around: Surroundings): Piece[] {
  const { words } = sentence;
  const { vocabulary } = around;
  let { from, to } = run;
  const surface = surfaceOf(words, run);
  if (isKnown(surface, vocabulary)) return [{ from, to, title: false, sure: true }];
  if (isInitialled(words, run, vocabulary)) return [{ from, to, title: true, sure: true }];
  while (from <= to && isMereCapital(words, { from, to }, around)) from++;
  while (to > from && isLooseEnd(words[to], vocabulary)) to--;
  if (from > to) return [];
  const titled = splitAtTitle(words, { from, to }, vocabulary);
  if (titled) {
    const before = titled.before ? cutRun(sentence, titled.before, around) : [];
    return titled.person ? [...before, ...personBehindBody(words, titled.person, vocabulary)] : before;
  }
  const joint = placeThenPerson(words, { from, to }, vocabulary);
  if (joint > 0)
    return [...cutRun(sentence, { from, to: joint - 1 }, around), { from: joint, to, title: false, sure: true }];
  const behind = afterDemonym(words, { from, to }, vocabulary);
  if (behind > to) return [];
  if (behind > from)
    return [...placeBefore(words, from, behind - 1, vocabulary), ...cutRun(sentence, { from: behind, to }, around)];
  return [{ from, to, title: false, sure: isSure(words, { from, to }, around) }];
}

/** Has a capital letter only because of where it stands, or is an article, a day, an adjective before the name. */
function isMereCapital(words: readonly Word[], run: Run, { vocabulary, evidence }: Surroundings): boolean {
  const word = words[run.from];
  if (word?.kind !== 'name') return true;
  const { lower } = word;
  // The end of another column's name: "GmbH Roe Bolts LLP".
  if (run.to > run.from && vocabulary.closingForms.get(bareForm(word.text)) === 'alone' && ENDS_ONLY.test(lower))
    return true;
  if (run.to > run.from && plays(vocabulary, 'delivery-term', lower) && /^\p{Lu}{3}$/u.test(word.text)) return true;
  if (vocabulary.calendar.has(lower) && lower !== 'march' && !isMarked(word)) return true;
  if (
    (plays(vocabulary, 'detached', lower) && (word.forced || lower === 'former')) ||
    (vocabulary.starters.has(lower) && !isMarked(word))
  )
    return true;
  if (!word.forced) return false;
  if (PARTICIPLE.test(lower) && !evidence.capital.has(lower) && run.to > run.from) return true;
  if (vocabulary.titles.has(lower) || vocabulary.isDemonym(lower) || vocabulary.places.has(lower)) return false;
  if (run.to > run.from && vocabulary.givenNames.has(lower)) return false;
  if (mayBeName(word, evidence, vocabulary)) return false;
  if (run.to > run.from && vocabulary.chineseSurnames.has(lower) && personVote(words, run, vocabulary) >= 1.2)
    return false;
  const next = words[run.from + 1];
  return run.to === run.from || next?.kind !== 'name' || !hasHeadAfter(words, run, vocabulary);
}

function hasHeadAfter(words: readonly Word[], run: Run, vocabulary: Vocabulary): boolean {
  for (let at = run.from + 1; at <= run.to; at++) {
    const lower = words[at]?.lower ?? '';
    if (vocabulary.heads.has(lower) || vocabulary.legalForms.has(lower)) return true;
  }
  return vocabulary.heads.has(words[run.from]?.lower ?? '') && run.to > run.from + 1;
}

function isLooseEnd(word: Word | undefined, vocabulary: Vocabulary): boolean {
  if (!word) return true;
  if (word.kind === 'lower' || (word.kind === 'punctuation' && !/[.»”"“]/.test(word.text))) return true;
  return word.kind === 'name' && vocabulary.calendar.has(word.lower) && word.text.length > 3 && !isMarked(word);
}

/** Index of the first word after adjectives of nations that do not belong to the name. */
function afterDemonym(words: readonly Word[], run: Run, vocabulary: Vocabulary): number {
  let at = run.from;
  while (at <= run.to) {
    const compound =
      at < run.to && DIRECTION.test(words[at]?.lower ?? '') && isNational(words[at + 1], vocabulary, at + 1 < run.to);
    if (compound) at += 2;
    else if (isNational(words[at], vocabulary, at < run.to)) at++;
    else break;
  }
  if (DIRECTION.test(words[run.from]?.lower ?? '') && vocabulary.places.has(words[run.from + 1]?.lower ?? ''))
    return run.from;
  if (at === run.from || at > run.to) return at;
  const rest = { from: at, to: run.to };
  const headType = headOf(words, rest, vocabulary)?.type;
  if (headType === 'PublicBody') return run.from;
  const plain = isPlain(words, rest, vocabulary);
  if (plain && (headType !== undefined || rest.to > rest.from)) return run.from;
  return at;
}

/** An adjective of a nation, or the abbreviation of a country used like one ("US", "U.S.", "EU"). */
function isNational(word: Word | undefined, vocabulary: Vocabulary, before: boolean): boolean {
  // "Christian Roe": also a given name.
  if (!word || word.possessive || (before && vocabulary.givenNames.has(word.lower))) return false;
  if (before && /^(?:U\.?S\.?A?\.?|U\.?K\.?|EU|E\.U\.|UAE|PRC|DPRK|РФ|США)$/.test(word.text)) return true;
  return vocabulary.isDemonym(word.lower) && word.text !== word.text.toUpperCase();
}

/** The abbreviation of a country is itself a name when cut off from what follows it. */
function placeBefore(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at <= to; at++) {
    const word = words[at];
    if (word && !vocabulary.isDemonym(word.lower) && isKnown(word.text, vocabulary))
      pieces.push({ from: at, to: at, title: false, sure: true });
    else if (word && /^(?:U\.?S|U\.?K|EU)/.test(word.text)) pieces.push({ from: at, to: at, title: false, sure: true });
  }
  return pieces;
}

/** Only common words: "Academy of Sciences", "Democratic Forces". */
function isPlain(words: readonly Word[], run: Run, vocabulary: Vocabulary): boolean {
  for (let at = run.from; at <= run.to; at++) {
    const word = words[at];
    if (
      word?.kind === 'name' &&
      (isMarked(word) || !(isCommonWord(word.lower, vocabulary) || vocabulary.heads.has(word.lower)))
    )
      return false;
  }
  return true;
}

function isSure(words: readonly Word[], run: Run, around: Surroundings): boolean {
  const { vocabulary, evidence } = around;
  const first = words[run.from];
  if (!first) return false;
  const surface = surfaceOf(words, run);
  if (isKnown(surface, vocabulary)) return true;
  for (let at = run.from; at <= run.to; at++) if (isLegalForm(words, at, vocabulary) && run.to > run.from) return true;
  const names = words.slice(run.from, run.to + 1).filter((word) => word.kind === 'name');
  if (run.to > run.from) {
    if (first.forced && !mayBeName(first, evidence, vocabulary) && names.length < 3 && !headOf(words, run, vocabulary))
      return false;
    return names.length > 1 || isMarked(first);
  }
  if (vocabulary.titles.has(first.lower) || vocabulary.calendar.has(first.lower)) return false;
  if (isMarked(first)) return first.text.length > 1;
  const small = evidence.small.get(first.lower) ?? 0;
  const capital = evidence.capital.get(first.lower) ?? 0;
  if (isCommonWord(first.lower, vocabulary) || vocabulary.heads.has(first.lower)) return false;
  if (first.forced && capital === 0) return followsLikeName(words, run.to, vocabulary) && small === 0;
  return capital > small && !isSmallElsewhere(first.lower, evidence);
}

/** What comes next could follow a name: a verb, a comma, a possessive ending, the end. */
function followsLikeName(words: readonly Word[], to: number, vocabulary: Vocabulary): boolean {
  const last = words[to];
  const next = words[to + 1];
  if (!last || !next || last.possessive || last.hyphened) return true;
  return next.kind === 'punctuation' || vocabulary.afterNames.has(next.lower) || /(?:ed|s)$/.test(next.lower);
}
