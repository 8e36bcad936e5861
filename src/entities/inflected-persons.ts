import type { Lexicons } from '../model/index.ts';
import { type CountryLexicon, countryLexicon, foldWords, type NameToken, romanize } from '../names/index.ts';
import type { Group } from './group.ts';
import type { Ruling } from './judge.ts';
import type { Surface } from './surface.ts';
import type { Context } from './within-document.ts';

/** A full name's first and last word; what stands between them may be left out. */
interface Full {
  readonly surface: Surface;
  readonly first: NameToken;
  readonly last: NameToken;
}

/**
 * Links persons named in full in a case form of their document's language to the full name that the case knows: given name and surname agree when the
 * endings are off ("Сергея Борисова", "Karl Brandti"), a middle name may be missing. Of several persons that fit none is taken, and a form that
 * may as well be a woman's name ("Александра Борисова") is only proposed.
 */
export function linkInflectedPersons(surfaces: readonly Surface[], context: Context, lexicons: Lexicons): void {
  const known = { countries: countryLexicon(lexicons), givenNames: givenNamesOf(lexicons) };
  const full = surfaces.flatMap((surface) => fullName(surface, context));
  const byLast = new Map<string, Full[]>();
  for (const name of full) {
    const last = spelled(name.last);
    byLast.set(last, [...(byLast.get(last) ?? []), name]);
  }
  // Twice: what fits two forms of one name has one bearer when these are joined.
  for (const name of [...full, ...full]) {
    for (const group of name.surface.heads) {
      const fitting = fittingNames(name, byLast, { ...known, language: group.first.language });
      const roots = new Set(fitting.map(({ full: { surface } }) => context.clusters.find(bearer(surface).first.at)));
      const [meant] = fitting;
      if (meant && roots.size === 1) settle(group, meant, context);
    }
  }
}

function settle(group: Group, { full: { surface }, doubtful }: Fitting, { judge, caseForms }: Context): void {
  const meant = bearer(surface);
  const ruling = rulingOf(group, meant);
  if (doubtful) judge.unsure(group.first, meant.first, ruling);
  else if (judge.same(group.first, meant.first, ruling)) {
    group.longer = meant.first;
    caseForms.add(group.first.key);
  }
}

const bearer = ({ heads, attached }: Surface): Group => {
  const [group] = heads.length > 0 ? heads : attached;
  if (!group) throw new RangeError('a surface without a mention');
  return group;
};

function rulingOf(group: Group, meant: Group): Ruling {
  const [left, right] = [group.first.mention.text, meant.first.mention.text];
  return {
    rule: 'inflected-name',
    score: 0.9,
    reasons: [{ feature: `inflected-${group.first.language}`, score: 0.9, left, right }],
  };
}

function fullName(surface: Surface, { vocabulary }: Context): Full[] {
  const name = vocabulary.nameOf(surface.first);
  if (name.kind !== 'person') return [];
  const words = name.tokens.filter(({ role }) => role === 'core' || role === 'patronymic');
  const [first, last] = [words[0], words.at(-1)];
  return first && last && words.length > 1 ? [{ surface, first, last }] : [];
}

interface Fitting {
  readonly full: Full;
  readonly doubtful: boolean;
}

interface Language {
  readonly countries: CountryLexicon;
  readonly language: string;
  /** Given names, romanised. */
  readonly givenNames: ReadonlySet<string>;
}

function fittingNames(name: Full, byLast: ReadonlyMap<string, readonly Full[]>, language: Language): Fitting[] {
  const surnames = bareOf(name.last, language);
  const given = bareOf(name.first, language);
  const found: Fitting[] = [];
  for (const [last, surnameEnding] of surnames) {
    for (const full of byLast.get(last) ?? []) {
      if (full.surface === name.surface) continue;
      const givenEnding = given.get(spelled(full.first));
      if (givenEnding === undefined || (givenEnding === '' && surnameEnding === '')) continue;
      const isName = surnameEnding === '' || language.givenNames.has(name.first.latin);
      found.push({ full, doubtful: isName && [givenEnding, surnameEnding].every((ending) => FEMININE.test(ending)) });
    }
  }
  return found;
}

/** Endings of women's names as well as of a man's in the genitive or accusative. */
const FEMININE = /^(?:|a|ia|ya|ja|e)$/;

const compiled = new WeakMap<Lexicons, ReadonlySet<string>>();

function givenNamesOf(lexicons: Lexicons): ReadonlySet<string> {
  const known = compiled.get(lexicons);
  if (known) return known;
  const rows = [...(lexicons.lists['mentions/given-names'] ?? []), ...(lexicons.lists['names/given-names'] ?? [])];
  const names = new Set(rows.flatMap(([names = '']) => foldWords(names).map(romanize)));
  compiled.set(lexicons, names);
  return names;
}

/** Romanised, without the customs of single romanisations. */
const plainly = (latin: string): string => latin.replace(/[jy]/g, 'i').replace(/ii+/g, 'i');
const spelled = ({ latin }: NameToken): string => plainly(latin);

/** What a word may be without an ending of the language, romanised, with the ending; the word itself with none. */
function bareOf(token: NameToken, { countries, language }: Language): Map<string, string> {
  const forms = countries.bareForms(token.form, language);
  if (forms.length === 0) return new Map([[spelled(token), '']]);
  const whole = spelled(token);
  const bare = new Map(
    forms.map((form) => {
      const word = plainly(romanize(form));
      return [word, whole.startsWith(word) ? whole.slice(word.length) : '~'] as const;
    }),
  );
  return bare.set(whole, '');
}
