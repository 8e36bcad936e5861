import type { Lexicons } from '../../model/index.ts';
import { countryLexicon, foldText } from '../../names/index.ts';

/** ISO 3166 alpha-2 code for a country as lists write it ("Korea, North", "Burma", "ru"); `null` when it is none. */
export type CountryOf = (name: string) => string | null;

export function listCountries(lexicons: Lexicons): CountryOf {
  const { countryNamed, countryOfAdjective } = countryLexicon(lexicons);
  const own = new Map(
    (lexicons.lists['screening/countries'] ?? []).map(([name = '', code = '']) => [foldText(name), code]),
  );
  const codes = new Set(Object.values(lexicons.countries));
  const known = new Map<string, string | null>();
  const find = (name: string): string | null => {
    const upper = name.trim().toUpperCase();
    if (codes.has(upper)) return upper;
    const folded = foldText(name);
    const turned = /^([^,]+), (.+)$/.exec(name.trim());
    return (
      own.get(folded) ??
      countryNamed(name) ??
      (turned ? countryNamed(`${turned[2]} ${turned[1]}`) : null) ??
      countryOfAdjective(name)
    );
  };
  return (name) => {
    const held = known.get(name);
    if (held !== undefined) return held;
    const found = find(name);
    known.set(name, found);
    return found;
  };
}
