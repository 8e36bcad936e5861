import { type Lexicons, MENTION_TYPES, type MentionType, PREDICATES, type Predicate } from '../../model/index.ts';

/** A wording of a predicate in a language that is read without syntax: a line of `data/claims/wordings-other.tsv`. */
export interface Wording {
  readonly predicate: Predicate;
  readonly pattern: RegExp;
  /** How its wordings begin, lower-cased: a sentence that holds none of them need not be searched. */
  readonly stems: readonly string[];
  readonly subject: ReadonlySet<MentionType>;
  /** Empty: the predicate takes no object. */
  readonly object: ReadonlySet<MentionType>;
  readonly prepositions: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
}

const isPredicate = (name: string): name is Predicate => PREDICATES.some((known) => known === name);
const isMentionType = (name: string): name is MentionType => MENTION_TYPES.some((known) => known === name);

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/gu, '\\$&');

/** One pattern for all wordings of a line; word boundaries count except in Chinese, where words are not set apart. */
function patternOf(wordings: string, spaced: boolean): RegExp {
  const parts = wordings
    .split(' ')
    .map((wording) => escaped(wording).replace(/_/gu, '\\s+').replace(/\*/gu, '\\p{L}{0,12}'));
  const body = `(?:${parts.join('|')})`;
  return spaced ? new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'giu') : new RegExp(body, 'gu');
}

const compiled = new WeakMap<Lexicons, ReadonlyMap<string, readonly Wording[]>>();

/** Wordings by language, compiled once per lexicons. */
export function readWordings(lexicons: Lexicons): ReadonlyMap<string, readonly Wording[]> {
  const known = compiled.get(lexicons);
  if (known) return known;
  const kinds = new Map(
    (lexicons.lists['claims/argument-kinds'] ?? []).map(([kind = '', types = '']) => [
      kind,
      new Set(types.split(' ').filter(isMentionType)),
    ]),
  );
  const none: ReadonlySet<MentionType> = new Set();
  const byLanguage = new Map<string, Wording[]>();
  for (const row of lexicons.lists['claims/wordings-other'] ?? []) {
    const [
      language = '',
      predicate = '',
      wordings = '',
      subject = '',
      object = '',
      prepositions = '-',
      conditions = '',
    ] = row;
    if (!isPredicate(predicate)) continue;
    const wording: Wording = {
      predicate,
      pattern: patternOf(wordings, language !== 'zh'),
      stems: wordings.split(' ').map((wording) => wording.toLowerCase().split(/[*_]/u)[0] ?? ''),
      subject: kinds.get(subject) ?? none,
      object: kinds.get(object) ?? none,
      prepositions: new Set(prepositions === '-' ? [] : prepositions.split(' ')),
      conditions: new Set(conditions.split(' ').filter((word) => word !== '')),
    };
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), wording]);
  }
  compiled.set(lexicons, byLanguage);
  return byLanguage;
}
