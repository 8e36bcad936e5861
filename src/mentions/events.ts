import type { Lexicons } from '../model/index.ts';
import { countryOf } from './bodies.ts';
import type { Candidate } from './candidate.ts';
import { type Phrases, phraseAt, phrasesOf } from './phrases.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

const LINKING =
  /^(?:in|on|against|of|with|over|between|for|против|в|на|с|проти|у|gegen|in|auf|contro|di|dell’|dell'|della|del|en|contre|de|du|contra|vastu)$/;
const ARTICLE = /^(?:the|die|der|das|den|l’|la|le|il|lo|el)$/;
const WAR = /^(?:war|wars|conflict|crisis|krieg|guerra|guerre|война|войны|войне|война|війна|війни)$/;

const compiled = new WeakMap<Lexicons, Phrases<true>>();

function eventNouns(lexicons: Lexicons): Phrases<true> {
  const known = compiled.get(lexicons);
  if (known) return known;
  const nouns = phrasesOf((lexicons.lists['mentions/event-nouns'] ?? []).map((row) => [row[0] ?? '', true] as const));
  compiled.set(lexicons, nouns);
  return nouns;
}

/** Wars and the like by the country they are about: "invasion of X", "war against X", "X crisis". Described, not named; names inside stay. */
export function findEvents(
  sentence: Sentence,
  index: number,
  { lexicons, vocabulary }: { readonly lexicons: Lexicons; readonly vocabulary: Vocabulary },
): Candidate[] {
  const nouns = eventNouns(lexicons);
  const { words } = sentence;
  const found: Candidate[] = [];
  const push = (from: number, to: number): void => {
    const first = words[from];
    const last = words[to];
    if (!first || !last) return;
    const key = words
      .slice(from, to + 1)
      .map((word) => word.lower)
      .join(' ');
    found.push({
      start: first.start,
      end: last.end,
      sentence: index,
      from,
      to,
      named: false,
      votes: { Event: 4 },
      strength: 5,
      rule: 'mentions/event',
      key,
    });
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || (word.kind !== 'lower' && word.kind !== 'name')) continue;
    const noun = phraseAt(words, at, nouns);
    if (!noun) continue;
    const { to } = noun;
    const country = landAfter(words, to, vocabulary);
    if (country > 0) push(at, country);
    else if (to > at + 1) push(at, to);
    else {
      const from = landBefore(words, at, vocabulary);
      if (from < at && WAR.test(words[to]?.lower ?? '')) push(from, to);
    }
    at = Math.max(to, country);
  }
  return found;
}

function landAfter(words: readonly Word[], to: number, vocabulary: Vocabulary): number {
  let at = to + 1;
  if (!LINKING.test(words[at]?.lower ?? '') || words[to]?.possessive) return -1;
  at++;
  if (ARTICLE.test(words[at]?.lower ?? '')) at++;
  const land = words[at];
  if (land?.kind !== 'name') return -1;
  const place = vocabulary.places.get(land.lower);
  const region = place?.kind === 'region' && place.country !== '-';
  return place?.kind === 'country' || region || countryOf(land.lower, vocabulary) !== undefined ? at : -1;
}

/** "X crisis", "X-Y conflict", "Xian war". */
function landBefore(words: readonly Word[], at: number, vocabulary: Vocabulary): number {
  const isLand = (word: Word | undefined): boolean => {
    if (word?.kind !== 'name' || word.possessive) return false;
    const place = vocabulary.places.get(word.lower);
    return place?.kind === 'country' || place?.kind === 'region' || vocabulary.isDemonym(word.lower);
  };
  if (!isLand(words[at - 1])) return at;
  const pair = words[at - 2];
  return isLand(pair) && pair?.end === (words[at - 1]?.start ?? 0) - 1 ? at - 2 : at - 1;
}
