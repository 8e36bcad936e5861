import { countryOf } from './bodies.ts';
import { hasOrganisationHead } from './heads.ts';
import { isKnown, type Piece, type Run, surfaceOf } from './run.ts';
import { isCommonWord, plays, type Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

interface Titled {
  readonly before: Run | null;
  readonly person: Run | null;
}

/** "Russian Foreign Minister Ivan Roe" -> "Russian" | "Ivan Roe"; `null` when no title stands before a person. */
export function splitAtTitle(words: readonly Word[], run: Run, vocabulary: Vocabulary): Titled | null {
  let last = -1;
  for (let at = run.from; at <= run.to; at++) {
    const word = words[at];
    if (!word || word.possessive) break;
    if (vocabulary.titles.has(word.lower)) last = at;
    else if (last >= 0 && word.text !== '.') break;
  }
  if (last < 0) return null;
  let first = last;
  while (first > run.from) {
    const word = words[first - 1];
    if (
      !word ||
      word.possessive ||
      !(plays(vocabulary, 'portfolio', word.lower) || vocabulary.titles.has(word.lower) || word.text === '.')
    )
      break;
    first--;
  }
  let start = last + 1;
  if (words[start]?.text === '.') start++;
  const before = first > run.from ? { from: run.from, to: first - 1 } : null;
  if (start > run.to) {
    // A title at the end: "Mayor" alone, "Attorney General"; a head right before keeps it ("Office of the President").
    return before && hasOrganisationHead(words, run, vocabulary) ? null : { before, person: null };
  }
  const rest = { from: start, to: run.to };
  const given = words[start]?.lower === 'of' ? givenAfter(words, { from: start + 1, to: run.to }, vocabulary) : -1;
  if (given > 0) return { before, person: { from: given, to: run.to } };
  if (words[start]?.kind === 'lower')
    return before === null && hasOrganisationHead(words, run, vocabulary) ? null : { before, person: null };
  if (hasOrganisationHead(words, rest, vocabulary) || rest.to - rest.from > 5) return null;
  if (before === null && run.to === run.from + 1 && isCommonWord(words[rest.from]?.lower ?? '', vocabulary))
    return null;
  return { before, person: rest };
}

/** "Minister of Transport Ivan Roe": where the person's name begins, -1 when there is none. */
function givenAfter(words: readonly Word[], run: Run, vocabulary: Vocabulary): number {
  for (let at = run.from + 1; at < run.to; at++) {
    if (
      words[at]?.kind === 'name' &&
      vocabulary.givenNames.has(words[at]?.lower ?? '') &&
      !hasOrganisationHead(words, { from: at, to: run.to }, vocabulary)
    )
      return at;
  }
  return -1;
}

/** "Republic of X Ivan Roe": a place or a known name and then a person in one run; index of the person, -1 when there is none. */
export function placeThenPerson(words: readonly Word[], run: Run, vocabulary: Vocabulary): number {
  for (let at = run.from + 1; at < run.to; at++) {
    const word = words[at];
    if (word?.kind !== 'name' || !vocabulary.givenNames.has(word.lower) || words[at - 1]?.kind !== 'name') continue;
    const before = surfaceOf(words, { from: run.from, to: at - 1 });
    const rest = { from: at, to: run.to };
    const known = isKnown(before, vocabulary) || vocabulary.places.has(words[at - 1]?.lower ?? '');
    if (known && !hasOrganisationHead(words, rest, vocabulary) && run.to - at <= 3) return at;
  }
  return -1;
}

/** "глава МИД Иван Роу", "Президент України …": the body or country between title and person is a name of its own. */
export function personBehindBody(words: readonly Word[], run: Run, vocabulary: Vocabulary): Piece[] {
  const first = words[run.from];
  if (
    first &&
    run.to > run.from &&
    (vocabulary.knownNames.has(first.text) || countryOf(first.lower, vocabulary) !== undefined)
  ) {
    return [
      { from: run.from, to: run.from, title: false, sure: true },
      { from: run.from + 1, to: run.to, title: true, sure: true },
    ];
  }
  return [{ ...run, title: true, sure: true }];
}
