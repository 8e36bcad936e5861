import type { Document, Extraction, Lexicons, Mention } from '../model/index.ts';
import { type CountryLexicon, countryLexicon, foldText, type PublicBodyKey, readPublicBody } from '../names/index.ts';
import { compareText } from '../text/index.ts';

/** What a surface stands for, decided by the words alone where the words can tell. */
export type Sense = 'place' | 'body' | 'name' | 'description';

/** One mention on its way to an entity. `at` is its number among all mentions of the case, in a fixed order. */
export interface Item {
  readonly at: number;
  readonly document: string;
  readonly language: string;
  readonly mention: Mention;
  /** Folded text without article: mentions of a document with equal key and sense name one thing. */
  readonly key: string;
  readonly sense: Sense;
  readonly body: PublicBodyKey | null;
  /** Country of a place, or that a place stands for. */
  readonly country: string | null;
  /** Whether it names a country itself. */
  readonly isCountry: boolean;
}

const ARTICLE = /^(?:the|a|an|der|die|das|dem|den|les?|la|il|lo|gli|el|los|las) (?=.)/u;

/** Folded surface without a leading article. */
export const surfaceKey = (text: string): string => foldText(text).replace(ARTICLE, '');

/** All mentions of a case, by document id and place in the text. */
export function listItems(
  documents: readonly Document[],
  extractions: readonly Extraction[],
  lexicons: Lexicons,
): Item[] {
  const languages = new Map(documents.map(({ id, language }) => [id, language]));
  const sorted = [...extractions].sort((a, b) => compareText(a.document, b.document));
  const countries = countryLexicon(lexicons);
  const readings = new Map<string, Reading>();
  const places = placesByVote(sorted);
  const items: Item[] = [];
  for (const { document, mentions } of sorted) {
    const language = languages.get(document) ?? 'und';
    const ordered = [...mentions].sort((a, b) => a.start - b.start || a.end - b.end || compareText(a.id, b.id));
    for (const found of ordered) {
      const mention =
        places.has(surfaceKey(found.text)) && isGuess(found) ? { ...found, type: 'Place' as const } : found;
      const cacheKey = `${language}\t${mention.type}\t${mention.named}\t${mention.text}`;
      let reading = readings.get(cacheKey);
      if (!reading) {
        reading = read(mention, language, lexicons, countries);
        readings.set(cacheKey, reading);
      }
      items.push({ at: items.length, document, language, mention, ...reading });
    }
  }
  return items;
}

/** A named mention whose type its own document could not make sure of. */
const isGuess = ({ named, type, typeScore }: Mention): boolean => named && type !== 'Place' && typeScore < 0.7;

/**
 * Surfaces of one word that the case as a whole takes for places: one document's guess that "Orlovka" is a company
 * gives way to the others, unless some document is sure that it is none.
 */
function placesByVote(extractions: readonly Extraction[]): ReadonlySet<string> {
  const votes = new Map<string, number>();
  const sureNames = new Set<string>();
  for (const { mentions } of extractions) {
    for (const mention of mentions) {
      if (!mention.named || /\s/u.test(mention.text)) continue;
      const key = surfaceKey(mention.text);
      if (mention.type !== 'Place' && !isGuess(mention)) sureNames.add(key);
      votes.set(key, (votes.get(key) ?? 0) + (mention.type === 'Place' ? mention.typeScore : -mention.typeScore));
    }
  }
  return new Set([...votes].filter(([key, vote]) => vote > 0 && !sureNames.has(key)).map(([key]) => key));
}

type Reading = Pick<Item, 'key' | 'sense' | 'body' | 'country' | 'isCountry'>;

function read(mention: Mention, language: string, lexicons: Lexicons, countries: CountryLexicon): Reading {
  const key = surfaceKey(mention.text);
  const plain = { key, body: null, country: null, isCountry: false };
  if (!mention.named) return { ...plain, sense: 'description' };
  const country = countries.countryNamed(mention.text, language);
  const governed = country ?? countries.countryOfCapital(mention.text);
  if (governed !== null && mention.type === 'PublicBody') {
    return {
      key,
      sense: 'body',
      body: { kind: 'government', portfolio: '', country: governed, unit: null },
      country: governed,
      isCountry: false,
    };
  }
  if (country !== null) return { key, sense: 'place', body: null, country, isCountry: true };
  if (mention.type === 'Place') {
    return {
      key,
      sense: 'place',
      body: null,
      country: governed ?? countries.countryOfPlace(mention.text),
      isCountry: false,
    };
  }
  const body = mention.type === 'Person' ? null : readPublicBody(mention.text, lexicons, language);
  return body === null
    ? { ...plain, sense: 'name' }
    : { key, sense: 'body', body, country: body.country, isCountry: false };
}
