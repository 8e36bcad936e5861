import type { Lexicons, Row } from '../../model/index.ts';
import { inflections, type VerbForm } from './inflection.ts';

/** Closed word classes of `data/claims/en-function-words.tsv`. */
export const FUNCTION_CLASSES = [
  'determiner',
  'preposition',
  'conjunction',
  'subordinator',
  'relative',
  'auxiliary',
  'adverb',
  'pronoun',
] as const;
export type FunctionClass = (typeof FUNCTION_CLASSES)[number];

/** One verb that a written form may belong to: `supplied` is past and participle of `supply`. */
export interface VerbReading {
  readonly lemma: string;
  readonly forms: ReadonlySet<VerbForm>;
  /** The bare or -s form is a noun as well ("reports", "supply"). */
  readonly nounish: boolean;
}

/** What the shallow syntax knows of English words. */
export interface SyntaxLexicon {
  readonly functionWords: ReadonlyMap<string, FunctionClass>;
  readonly verbs: ReadonlyMap<string, VerbReading>;
  readonly nouns: ReadonlyMap<string, ReadonlySet<string>>;
  readonly controlVerbs: ReadonlySet<string>;
  readonly lightVerbs: ReadonlySet<string>;
  /** Verbs that take a whole clause with or without "that". */
  readonly clauseVerbs: ReadonlySet<string>;
}

const isFunctionClass = (name: string | undefined): name is FunctionClass =>
  FUNCTION_CLASSES.some((known) => known === name);

function readVerbs(rows: readonly Row[]): Map<string, VerbReading> {
  const verbs = new Map<string, { lemma: string; forms: Set<VerbForm>; nounish: boolean }>();
  for (const [lemma = '', past = '', participle = '', flags = ''] of rows) {
    for (const [form, written] of inflections(lemma, past, participle)) {
      const known = verbs.get(written);
      // A written form keeps the first verb that claims it as its base ("found" is of "find" and of "found").
      if (known) {
        if (known.lemma === lemma || !known.forms.has('base')) known.forms.add(form);
        continue;
      }
      verbs.set(written, { lemma, forms: new Set([form]), nounish: flags.includes('n') });
    }
  }
  return verbs;
}

function readClasses(rows: readonly Row[]): Map<string, Set<string>> {
  const classes = new Map<string, Set<string>>();
  for (const [word = '', name = ''] of rows) {
    const known = classes.get(word) ?? new Set<string>();
    classes.set(word, known.add(name));
  }
  return classes;
}

const first = (rows: readonly Row[]): Set<string> => new Set(rows.map(([word = '']) => word));

/** The word lists of the syntax, indexed. Unknown class names in the data are ignored. */
export function readSyntaxLexicon(lexicons: Lexicons): SyntaxLexicon {
  const list = (name: string): readonly Row[] => lexicons.lists[`claims/${name}`] ?? [];
  const functionWords = new Map<string, FunctionClass>();
  for (const [word = '', name] of list('en-function-words')) if (isFunctionClass(name)) functionWords.set(word, name);
  return {
    functionWords,
    verbs: readVerbs(list('en-verbs')),
    nouns: readClasses(list('nouns')),
    controlVerbs: first(list('control-verbs')),
    lightVerbs: first(list('light-verbs')),
    clauseVerbs: first(list('reporting-verbs')),
  };
}

/** What a noun tells of the thing it names; plurals count as their singular. */
export const nounClasses = (lexicon: SyntaxLexicon, noun: string): ReadonlySet<string> | undefined =>
  lexicon.nouns.get(noun) ?? lexicon.nouns.get(singular(noun));

/** Singular of a regular English plural; the word itself when it does not look like one. */
export function singular(noun: string): string {
  if (noun.endsWith('ies') && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss)es$/u.test(noun)) return noun.slice(0, -2);
  if (noun.endsWith('s') && !noun.endsWith('ss') && noun.length > 3) return noun.slice(0, -1);
  return noun;
}
