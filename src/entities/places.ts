import type { Lexicons } from '../model/index.ts';
import { type CountryLexicon, countryLexicon, romanize } from '../names/index.ts';
import type { Group } from './group.ts';
import type { Item } from './item.ts';
import type { Context } from './within-document.ts';

/** Joins places: countries by code, others by name, in whatever script or with whatever case ending of the document's language. */
export function joinPlaces(groups: readonly Group[], { judge }: Context, lexicons: Lexicons): void {
  const countries = countryLexicon(lexicons);
  const places = groups.map(({ first }) => first).filter(({ sense }) => sense === 'place');
  const attested = new Set(places.map(({ key }) => romanize(key)));
  const first = new Map<string, Item>();
  for (const item of places) {
    const key = item.isCountry && item.country !== null ? item.country : placeName(item, attested, countries);
    const known = first.get(key);
    if (!known) first.set(key, item);
    else {
      const reasons = [{ feature: 'same-place', score: 0.98, left: known.mention.text, right: item.mention.text }];
      judge.same(known, item, { rule: 'same-place', score: 0.98, reasons });
    }
  }
}

function placeName({ key, language }: Item, attested: ReadonlySet<string>, countries: CountryLexicon): string {
  const bare = countries
    .bareForms(key, language)
    .map(romanize)
    .find((form) => attested.has(form));
  return bare ?? romanize(key);
}
