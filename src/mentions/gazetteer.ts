import { countryOf } from './bodies.ts';
import type { Candidate, Votes } from './candidate.ts';
import { firstWordOf, plays, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

const LONGEST = 9;
/** Finite verbs a government may be the subject of. */
const ACTS =
  /^(?:has|had|have|will|would|may|might|must|could|can|should|is|was|did|does|says|said|sees|wants|knew|made|took|gave|told|sent|\p{Ll}{2,}(?:ed|s))$/u;
const PLACE_NOUNS =
  /^(?:region|oblast|province|city|airport|streets?|district|suburbs?|metro|residents?|mayor|court|bureau|office|university|summit|time|conference|exchange|hospital|resident|area|headquarters|apartment|restaurant|hotel|correspondent|treaty|state|county)$/;

/** Widely known names, countries, regions and cities, longest match first, and capitals that stand for their governments. */
export function findKnown(
  sentence: Sentence,
  index: number,
  { vocabulary, language }: { readonly vocabulary: Vocabulary; readonly language: string },
): Candidate[] {
  const found: Candidate[] = [];
  const { words } = sentence;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word?.kind !== 'name') continue;
    const match = longestMatch(words, at, vocabulary) ?? inflected(word, at, { vocabulary, language });
    if (!match) continue;
    const last = words[match.to];
    if (!last) continue;
    const government = isGovernment(words, { from: at, to: match.to }, sentence, vocabulary);
    const authority = match.country !== undefined && sanctions(words, match.to);
    const article = words[at - 1];
    // House rule of the format: the article belongs to "The Kremlin" where it begins a sentence.
    const from = word.text === 'Kremlin' && article?.text === 'The' && article.forced ? at - 1 : at;
    found.push({
      start: words[from]?.start ?? word.start,
      end: last.end,
      sentence: index,
      from,
      to: match.to,
      named: true,
      votes: government || authority ? { PublicBody: 4 } : match.votes,
      strength: government || authority || from < at ? 5 : match.certain ? 4 : 2,
      rule: government ? 'mentions/capital' : authority ? 'mentions/sanctioning' : 'mentions/gazetteer',
      // A capital as city and as government are two things of one name.
      key: `${government || authority ? 'government of ' : ''}${words
        .slice(at, match.to + 1)
        .map((each) => each.lower)
        .join(' ')}`,
      ...(match.country ? { identifiers: { country: match.country } } : {}),
    });
    at = match.to;
  }
  return found;
}

/** A country or region with a case ending of the language: "Venemaale", "Russlands". */
function inflected(
  word: Word,
  at: number,
  { vocabulary, language }: { readonly vocabulary: Vocabulary; readonly language: string },
): Match | null {
  for (const ending of vocabulary.endings.get(language) ?? []) {
    if (!word.lower.endsWith(ending) || word.lower.length - ending.length < 4) continue;
    const place = vocabulary.places.get(word.lower.slice(0, -ending.length));
    if (!place || (place.kind === 'city' && place.population < 500_000)) continue;
    return {
      to: at,
      votes: { Place: 3 },
      certain: true,
      ...(place.kind === 'country' ? { country: place.country } : {}),
    };
  }
  return null;
}

interface Match {
  readonly to: number;
  readonly votes: Votes;
  readonly certain: boolean;
  readonly country?: string;
}

function longestMatch(words: readonly Word[], at: number, vocabulary: Vocabulary): Match | null {
  const first = words[at];
  if (!first) return null;
  const most = vocabulary.firstWords.get(first.lower) ?? vocabulary.firstWords.get(firstWordOf(first.text));
  let surface = '';
  let best: Match | null = null;
  if (most === undefined) return slavicCountry(first, at, vocabulary) ?? cityOf(first.text, at, vocabulary);
  for (let to = at; to < Math.min(words.length, at + Math.min(most, LONGEST)); to++) {
    const word = words[to];
    if (!word) break;
    surface += (to > at && word.spaced ? ' ' : '') + word.text;
    if (word.kind !== 'name') continue;
    best = exactMatch(surface, to, words, vocabulary) ?? best;
    if (word.possessive || word.hyphened) break;
  }
  return best ?? slavicCountry(first, at, vocabulary);
}

function exactMatch(surface: string, to: number, words: readonly Word[], vocabulary: Vocabulary): Match | null {
  const type = vocabulary.knownNames.get(surface);
  if (type && !isPart(words, to)) return { to, votes: { [type]: 4 }, certain: true };
  const place = vocabulary.places.get((surface.startsWith('St. ') ? `st ${surface.slice(4)}` : surface).toLowerCase());
  if (!place) return null;
  if (place.kind === 'country') {
    const shout = surface.length <= 3 && surface === surface.toUpperCase();
    return shout || surface.length > 3 ? { to, votes: { Place: 3.5 }, certain: true, country: place.country } : null;
  }
  if (place.kind === 'region') return { to, votes: { Place: 3 }, certain: true };
  return cityOf(surface, to, vocabulary);
}

/** "Post" of a longer name: the match ends inside a hyphened or abbreviated word. */
function isPart(words: readonly Word[], to: number): boolean {
  return words[to]?.kind !== 'name';
}

function slavicCountry(word: Word, at: number, vocabulary: Vocabulary): Match | null {
  if (!/\p{Script=Cyrillic}/u.test(word.text)) return null;
  const country = countryOf(word.lower, vocabulary);
  return country ? { to: at, votes: { Place: 3.5 }, certain: true, country } : null;
}

function cityOf(surface: string, to: number, vocabulary: Vocabulary): Match | null {
  const lower = surface.toLowerCase();
  const place = vocabulary.places.get(lower);
  if (place?.kind !== 'city') return null;
  const big = place.population >= 150_000 || vocabulary.capitals.has(lower);
  const many = /[ -]/.test(surface) && place.population >= 30_000;
  if (!big && !many) return null;
  return { to, votes: { Place: big ? 1.4 : 1 }, certain: false };
}

/** The seat of a government acting as the government: "Moscow denied it", "Beijing’s controls", "by Ankara"; not "in Moscow". */
function isGovernment(
  words: readonly Word[],
  match: { readonly from: number; readonly to: number },
  sentence: Sentence,
  vocabulary: Vocabulary,
): boolean {
  const { from, to } = match;
  const surface = words
    .slice(from, to + 1)
    .map((word) => word.lower)
    .join(' ');
  if (!vocabulary.capitals.has(surface) || sentence.passage === 'table-row' || sentence.titleCase) return false;
  const last = words[to];
  const next = words[to + 1];
  let before = from - 1;
  while (
    before >= 0 &&
    /^(?:and|und|or|oder|,|и|the)$/.test(words[before]?.lower ?? '') &&
    words[before - 1]?.kind === 'name' &&
    before > 0
  )
    before -= 2;
  const previous = words[Math.max(before, -1)];
  if (!last || last.hyphened) return false;
  if (
    previous &&
    (plays(vocabulary, 'locative', previous.lower) ||
      (previous.lower === 'of' &&
        !last.possessive &&
        !/^(?:part|behalf|allies|ally|support|policy)$/.test(words[before - 1]?.lower ?? '')))
  )
    return false;
  if (words[from - 1]?.lower === ',' && words[from - 2]?.kind === 'name' && !(next && ACTS.test(next.lower)))
    return false;
  if (previous && /^(?:capital|ancient|city|medieval|old|downtown|greater|metropolitan)$/.test(previous.lower))
    return false;
  if (next?.kind === 'number' || next?.kind === 'name') return false;
  if (next?.text === ',' && (words[to + 2]?.kind === 'name' || words[to + 2]?.kind === 'number')) return false;
  if (next?.text === '(' || (next?.kind === 'lower' && PLACE_NOUNS.test(next.lower))) return false;
  return (
    (next !== undefined && (vocabulary.afterNames.has(next.lower) || last.possessive || next.kind === 'lower')) ||
    previous?.kind === 'lower'
  );
}

/** "US and EU sanctions": the abbreviation of a country right before its sanctions is the government. */
function sanctions(words: readonly Word[], to: number): boolean {
  if (!/^(?:U\.?S\.?|U\.?K\.?)$/.test(words[to]?.text ?? '') || words[to]?.hyphened) return false;
  let at = to + 1;
  while (/^(?:and|,|or)$/.test(words[at]?.lower ?? '') && words[at + 1]?.kind === 'name') at += 2;
  return /^(?:sanctions|sanction|blacklist|embargo)$/.test(words[at]?.lower ?? '');
}
