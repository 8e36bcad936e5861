import type { Lexicons } from '../model/index.ts';
import type { Evidence } from './evidence.ts';

/** Where entities lie, as far as the case and the gazetteer know. */
export interface Geography {
  /** ISO 3166-1 alpha-2 code of an entity's country, `null` when nothing says. */
  readonly countryOf: (entity: string) => string | null;
  /** The same and, for a company of which nothing says so, the country of the town or country that its name begins with. */
  readonly seatOf: (entity: string) => string | null;
  /** Whether one place lies in the other, or they are one. */
  readonly nested: (a: string, b: string) => boolean;
}

const cityCountries = new WeakMap<Lexicons, Map<string, string>>();

/** Country of the largest town of each name. */
function citiesOf(lexicons: Lexicons): Map<string, string> {
  const known = cityCountries.get(lexicons);
  if (known) return known;
  const largest = new Map<string, number>();
  const countries = new Map<string, string>();
  for (const { name, country, population } of lexicons.cities) {
    const key = name.toLowerCase();
    if (population < (largest.get(key) ?? -1)) continue;
    largest.set(key, population);
    countries.set(key, country);
  }
  cityCountries.set(lexicons, countries);
  return countries;
}

export function geographyOf(evidence: Evidence, lexicons: Lexicons): Geography {
  const within = new Map<string, Set<string>>();
  for (const claim of evidence.claims) {
    if (claim.rule.family !== 'seat' || claim.claim.polarity === 'negative') continue;
    for (const inner of claim.subject) within.set(inner, new Set([...(within.get(inner) ?? []), ...claim.object]));
  }
  const isCountry = (entity: string): string | null => {
    const known = evidence.entity(entity);
    return known?.type === 'Place' ? (lexicons.countries[known.canonical.toLowerCase()] ?? null) : null;
  };
  const around = (entity: string): Set<string> => {
    const all = new Set([entity]);
    for (const one of all) for (const outer of within.get(one) ?? []) if (all.size < 20) all.add(outer);
    return all;
  };
  const countryOf = (entity: string): string | null => {
    const known = evidence.entity(entity);
    if (known === undefined) return null;
    if (known.country !== null) return known.country;
    for (const outer of around(entity)) {
      const country = isCountry(outer) ?? evidence.entity(outer)?.country ?? null;
      if (country !== null) return country;
    }
    return known.type === 'Place' ? (citiesOf(lexicons).get(known.canonical.toLowerCase()) ?? null) : null;
  };
  const seatOf = (entity: string): string | null => {
    const known = evidence.entity(entity);
    const own = countryOf(entity);
    if (own !== null || known?.type !== 'Company') return own;
    const [first = ''] = known.canonical.toLowerCase().match(/\p{L}+/u) ?? [];
    return lexicons.countries[first] ?? citiesOf(lexicons).get(first) ?? null;
  };
  const nested = (a: string, b: string): boolean => {
    if (a === b || around(a).has(b) || around(b).has(a)) return true;
    const [left, right] = [isCountry(a), isCountry(b)];
    if (left !== null && right !== null) return left === right;
    return (left !== null && left === countryOf(b)) || (right !== null && right === countryOf(a));
  };
  return { countryOf, seatOf, nested };
}
