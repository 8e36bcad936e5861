import type { MentionType } from '../model/index.ts';
import { foldWords } from './fold.ts';
import type { NameLexicon } from './lexicon.ts';
import { romanize } from './romanize.ts';
import { soundKey } from './sound-key.ts';

/**
 * What a word does in a name. `core` words tell this name from others; `generic` ones say what it is ("plant", "trading");
 * `acronym` is a short all-capitals word that may stand for several.
 */
export type TokenRole =
  | 'core'
  | 'acronym'
  | 'generic'
  | 'legal'
  | 'title'
  | 'particle'
  | 'initial'
  | 'patronymic'
  | 'number'
  | 'place';

export interface NameToken {
  /** Folded: lower case, no diacritics, original script. */
  readonly form: string;
  readonly latin: string;
  readonly key: string;
  readonly role: TokenRole;
  /** What a generic word or legal form means, whatever its language; else `null`. */
  readonly concept: string | null;
}

export interface Name {
  readonly text: string;
  readonly kind: NameKind;
  readonly tokens: readonly NameToken[];
}

/** How a name is read and compared: surnames and initials, legal forms, or designations whose digits are dear. */
export type NameKind = 'person' | 'organisation' | 'thing' | 'other';

const KINDS: Readonly<Record<MentionType, NameKind>> = {
  Person: 'person',
  Company: 'organisation',
  Organization: 'organisation',
  PublicBody: 'organisation',
  Publication: 'organisation',
  WeaponSystem: 'thing',
  Product: 'thing',
  Vessel: 'thing',
  Place: 'other',
  Document: 'other',
  Event: 'other',
};

/** The kind of name that mentions of this type bear. */
export const nameKind = (type: MentionType): NameKind => KINDS[type];

interface Word {
  readonly form: string;
  readonly latin: string;
  readonly key: string;
  readonly capitals: boolean;
}

const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}]{3,}$/u;
const LETTERS_AND_DIGITS = /(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
const INITIALS = /(?<![\p{L}.])(?:\p{Lu}\.[ -]?)+(?=\p{L}|$|\s)/gu;

/** Reads a name into words with roles. `type` decides what words can be: a "general" is a title for persons only. */
export function readName(text: string, type: MentionType, lexicon: NameLexicon): Name {
  const kind = nameKind(type);
  const words = splitWords(text, kind, lexicon);
  const tokens =
    kind === 'person'
      ? personTokens(words, lexicon)
      : kind === 'organisation'
        ? organisationTokens(words, lexicon)
        : thingTokens(words, lexicon);
  return { text, kind, tokens };
}

function splitWords(text: string, kind: NameKind, lexicon: NameLexicon): Word[] {
  // "SURNAME, Given", "SURNAME/GIVEN": the order does not matter later, but the surname should stand last as elsewhere.
  const ordered = kind === 'person' ? text.replace(/^([^,/]+)(?:,\s*|\/)([^,/]+)$/u, '$2 $1') : text;
  const spaced = kind === 'person' ? ordered.replace(INITIALS, (run) => `${run.replaceAll('.', ' ')} `) : ordered;
  const capitals = new Set(
    (text.match(/[\p{Lu}\p{N}]{2,6}(?![\p{L}\p{N}])/gu) ?? [])
      .filter((run) => /\p{Lu}{2}/u.test(run))
      .map((run) => run.toLowerCase()),
  );
  const shouting = !/\p{Ll}/u.test(text) && /\s/.test(text.trim());
  return foldWords(spaced)
    .flatMap((word) => (kind === 'thing' ? word.split(LETTERS_AND_DIGITS) : [word]))
    .flatMap((word) => (UNSPACED.test(word) && kind === 'organisation' ? splitUnspaced(word, lexicon) : [word]))
    .map((form) => {
      const latin = romanize(form);
      return { form, latin, key: soundKey(latin), capitals: !shouting && capitals.has(form) };
    });
}

/** Cuts a run without spaces at the known words ("…科技有限公司"); what is between them stays whole. */
function splitUnspaced(run: string, lexicon: NameLexicon): string[] {
  const parts: string[] = [];
  let rest = '';
  for (let at = 0; at < run.length; ) {
    const known = lexicon.unspaced.find(
      ({ word }) => run.startsWith(word, at) && (word.length > 1 || at + 1 === run.length),
    );
    if (known) {
      if (rest !== '') parts.push(rest);
      rest = '';
      parts.push(known.word);
      at += known.word.length;
    } else {
      rest += run[at];
      at += 1;
    }
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

const withRole = ({ form, latin, key }: Word, role: TokenRole, concept: string | null = null): NameToken => ({
  form,
  latin,
  key,
  role,
  concept,
});

function personTokens(words: readonly Word[], lexicon: NameLexicon): NameToken[] {
  const tokens = words.map((word, at) => {
    if (/^\p{N}+$/u.test(word.form)) return withRole(word, 'number');
    // "Karl II" is not "Karl III".
    if (at > 0 && word.capitals && /^[ivx]+$/.test(word.form)) return withRole(word, 'number');
    // A title leads, unless nothing but it is left: "Judge" may be a surname.
    if (lexicon.titles.has(word.form) && at < words.length - 1) return withRole(word, 'title');
    if ([...word.form].length === 1 && words.length > 1 && !/\p{Script=Han}/u.test(word.form))
      return withRole(word, 'initial');
    if (lexicon.particles.has(word.form) && words.length > 1) return withRole(word, 'particle');
    if (at > 0 && words.length > 2 && isPatronymic(word.latin, lexicon)) return withRole(word, 'patronymic');
    return withRole(word, 'core');
  });
  return tokens.some((token) => token.role === 'core') ? tokens : words.map((word) => withRole(word, 'core'));
}

const isPatronymic = (latin: string, lexicon: NameLexicon): boolean =>
  lexicon.patronymicEndings.some((ending) => latin.length > ending.length + 2 && latin.endsWith(ending));

function organisationTokens(words: readonly Word[], lexicon: NameLexicon): NameToken[] {
  const tokens: NameToken[] = [];
  for (let at = 0; at < words.length; ) {
    const legal = legalFormAt(words, at, lexicon);
    if (legal && legal.length < words.length) {
      for (const word of words.slice(at, at + legal.length)) tokens.push(withRole(word, 'legal', legal.concept));
      at += legal.length;
      continue;
    }
    const word = words[at];
    if (word) tokens.push(organisationToken(word, lexicon));
    at += 1;
  }
  return tokens;
}

function legalFormAt(
  words: readonly Word[],
  at: number,
  lexicon: NameLexicon,
): { concept: string; length: number } | null {
  const first = words[at];
  const forms = first ? lexicon.legalForms.get(first.key) : undefined;
  // Two-letter forms ("AO", "SE") count at either end only: inside a name they are words of it.
  const inside = at > 0 && at < words.length - 1;
  const form = forms?.find(
    ({ keys }) =>
      keys.every((key, offset) => words[at + offset]?.key === key) &&
      !(inside && keys.length === 1 && (first?.latin.length ?? 0) <= 2),
  );
  return form ? { concept: form.concept, length: form.keys.length } : null;
}

function organisationToken(word: Word, lexicon: NameLexicon): NameToken {
  if (/^\p{N}+$/u.test(word.form)) return withRole(word, 'number');
  const concept = lexicon.generic.find(word.form, word.key);
  if (concept === 'small-word') return withRole(word, 'particle');
  if (concept !== null) return withRole(word, 'generic', concept);
  const unspaced = /\p{ASCII}/u.test(word.form)
    ? undefined
    : lexicon.unspaced.find((known) => known.word === word.form);
  if (unspaced) return withRole(word, unspaced.role, unspaced.concept);
  if (isPlaceWord(word, lexicon)) return withRole(word, 'place');
  return withRole(word, word.capitals ? 'acronym' : 'core');
}

function isPlaceWord({ form, key }: Word, lexicon: NameLexicon): boolean {
  if (lexicon.places.has(form)) return true;
  return key.length > 4 && lexicon.placeKeys.has(key);
}

function thingTokens(words: readonly Word[], lexicon: NameLexicon): NameToken[] {
  // "V3s": several of them, not another model.
  const plural = words.length > 2 && words.at(-1)?.form === 's' && /^\p{N}+$/u.test(words.at(-2)?.form ?? '');
  return (plural ? words.slice(0, -1) : words).map((word) => {
    if (/^\p{N}+$/u.test(word.form)) return withRole(word, 'number');
    const concept = lexicon.generic.find(word.form, word.key);
    // A one-letter word of a designation is part of it, not a preposition of some language.
    if (concept === null || word.form.length < 2) return withRole(word, 'core');
    return concept === 'small-word' ? withRole(word, 'particle') : withRole(word, 'generic', concept);
  });
}

/** Words that tell this name from others; a name of nothing but generic words is told by all of them. */
export function coreTokens(name: Name): readonly NameToken[] {
  const core = name.tokens.filter(
    ({ role }) => role === 'core' || role === 'acronym' || role === 'patronymic' || role === 'number',
  );
  if (core.some(({ role }) => role !== 'number')) return core;
  return name.tokens.filter(({ role }) => role !== 'legal' && role !== 'title');
}
