import type { Lexicons } from '../model/index.ts';
import { type CountryLexicon, countryLexicon } from './country.ts';
import { foldText } from './fold.ts';
import { WordTable } from './word-table.ts';

/**
 * A public body by what it is: `kind` (ministry, government, military, or the key of a well-known body), `portfolio` (`''` when it
 * has or states none) and country (`null` when not stated; `-` for bodies of no country). `unit` is the word used for a ministry:
 * "the ministry" is not said of a department, though a state has but one for each portfolio, whatever it is called.
 */
export interface PublicBodyKey {
  readonly kind: string;
  readonly portfolio: string;
  readonly country: string | null;
  readonly unit: 'ministry' | 'department' | null;
}

interface BodyLexicon {
  readonly countries: CountryLexicon;
  readonly kinds: WordTable;
  readonly portfolios: WordTable;
  readonly known: ReadonlyMap<string, PublicBodyKey>;
}

const keyOf = (key: string, country: string): PublicBodyKey => {
  const [kind = key, portfolio = ''] = key.split(':');
  return { kind, portfolio, country, unit: null };
};

function compile(lexicons: Lexicons): BodyLexicon {
  const list = (name: string) => lexicons.lists[`names/${name}`] ?? [];
  const known = new Map<string, PublicBodyKey>();
  for (const [key = '', country = '-', names = ''] of list('bodies')) {
    for (const name of names.split(';')) known.set(withoutArticle(foldText(name)), keyOf(key, country));
  }
  return {
    countries: countryLexicon(lexicons),
    kinds: new WordTable(list('body-words')),
    portfolios: new WordTable(list('portfolios')),
    known,
  };
}

const withoutArticle = (folded: string): string => folded.replace(/^(?:the|der|die|das|dem|den|il|la|le|el|lo|l) /, '');

const compiled = new WeakMap<Lexicons, BodyLexicon>();

function bodyLexicon(lexicons: Lexicons): BodyLexicon {
  const known = compiled.get(lexicons);
  if (known) return known;
  const made = compile(lexicons);
  compiled.set(lexicons, made);
  return made;
}

/**
 * Reads "Ruritania's defence ministry", "Ministry of Defense of Ruritania" or "the defense ministry" as kind, portfolio and country.
 * Every word must be understood, so that "Ministry of Sound Recordings" is no public body; `null` then.
 */
export function readPublicBody(text: string, lexicons: Lexicons, language = 'und'): PublicBodyKey | null {
  const lexicon = bodyLexicon(lexicons);
  const folded = withoutArticle(foldText(text));
  const known = lexicon.known.get(folded);
  if (known) return known;
  const { country, rest } = takeCountry(splitHan(folded, lexicon.countries), lexicon.countries, language);
  const body = lexicon.known.get(rest.join(' '));
  if (body) return country === null || country === body.country ? body : null;
  const kinds = new Set<string>();
  const portfolios = new Set<string>();
  for (const word of rest) {
    const parts = readWord(word, lexicon);
    if (parts === null) return null;
    for (const part of parts.kinds) kinds.add(part);
    for (const part of parts.portfolios) portfolios.add(part);
  }
  return combine(kinds, portfolios, country);
}

function combine(kinds: Set<string>, portfolios: Set<string>, country: string | null): PublicBodyKey | null {
  const portfolio = [...portfolios].sort().join('+');
  const [composite] = [...kinds].filter((kind) => kind.includes(':')).sort();
  const unit = kinds.has('ministry') ? 'ministry' : kinds.has('department') ? 'department' : null;
  if (composite !== undefined) return { ...keyOf(composite, '-'), country, unit };
  if (unit !== null) return { kind: 'ministry', portfolio, country, unit };
  const [kind] = [...kinds].filter((name) => name !== 'filler' && name !== 'state').sort();
  if (kind !== undefined) return { kind, portfolio, country, unit };
  const isState = kinds.has('state') && country !== null && (portfolio === '' || portfolio === 'state');
  return isState ? { kind: 'government', portfolio: '', country, unit } : null;
}

/** Chinese names run on: a country at the beginning is cut off as a word. */
function splitHan(folded: string, countries: CountryLexicon): string[] {
  if (/^\p{Script=Han}{4,}$/u.test(folded)) {
    for (let at = Math.min(8, folded.length - 2); at > 1; at--) {
      if (countries.countryNamed(folded.slice(0, at)) !== null) return [folded.slice(0, at), folded.slice(at)];
    }
  }
  return folded.split(' ');
}

const LONGEST_COUNTRY = 5;

/** The first country a body's name states, and the other words. */
function takeCountry(
  words: readonly string[],
  countries: CountryLexicon,
  language: string,
): { country: string | null; rest: string[] } {
  for (let length = Math.min(LONGEST_COUNTRY, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const phrase = words.slice(at, at + length).join(' ');
      const country =
        countries.countryNamed(phrase, language) ?? (length === 1 ? countries.countryOfAdjective(phrase) : null);
      if (country !== null) return { country, rest: [...words.slice(0, at), ...words.slice(at + length)] };
    }
  }
  return { country: null, rest: [...words] };
}

function readWord(word: string, lexicon: BodyLexicon): { kinds: string[]; portfolios: string[] } | null {
  const kind = lexicon.kinds.find(word);
  const portfolio = lexicon.portfolios.find(word) ?? (kind === 'ministry' ? compoundPortfolio(word, lexicon) : null);
  if (kind === null && portfolio === null) return null;
  return { kinds: kind === null ? [] : [kind], portfolios: portfolio === null ? [] : [portfolio] };
}

/** "Verteidigungsministerium": what stands before the word for ministry. */
function compoundPortfolio(word: string, lexicon: BodyLexicon): string | null {
  const at = word.search(/minist/);
  return at > 2 ? lexicon.portfolios.find(word.slice(0, at)) : null;
}
