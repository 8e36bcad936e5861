import { type ListedNameReading, type NamePart, type PartLexicon, readParts } from '../../names/index.ts';
import { joinParts } from '../index/build-index.ts';

/** What is known of a party to be screened; only the name is needed. */
export interface Query {
  readonly name: string;
  /** `null` when not known: the name is then read as a person's, an organisation's and a thing's. */
  readonly kind: 'person' | 'organization' | 'vessel' | null;
  readonly aliases?: readonly string[];
  /** Schemes as in `Entity.identifiers`: `inn`, `ogrn`, `imo`, `lei`, `uscc`, `passport` ... */
  readonly identifiers?: readonly { readonly scheme: string; readonly value: string }[];
  /** EDTF, as far as known. */
  readonly birthDate?: string | null;
  /** ISO 3166 alpha-2. */
  readonly countries?: readonly string[];
  readonly gender?: 'male' | 'female' | null;
}

/** One name of a query, read one way. */
export interface QueryName {
  readonly text: string;
  readonly reading: ListedNameReading;
  readonly parts: readonly NamePart[];
  /** Each part written together with the next, or `null`. */
  readonly joined: readonly (NamePart | null)[];
}

const READINGS: Readonly<Record<NonNullable<Query['kind']> | 'unknown', readonly ListedNameReading[]>> = {
  person: ['person'],
  organization: ['organization'],
  vessel: ['thing'],
  unknown: ['person', 'organization', 'thing'],
};

/** Words beyond these are not compared: no name has more, and hostile input must not cost more. */
const MOST_WORDS = 24;
const LONGEST_TEXT = 400;

/** All names of a query in all readings its kind allows. Names without a letter or digit are left out. */
export function readQuery(query: Query, lexicon: PartLexicon): QueryName[] {
  const texts = [...new Set([query.name, ...(query.aliases ?? [])])];
  return texts
    .flatMap((text) => READINGS[query.kind ?? 'unknown'].map((reading) => readQueryName(text, reading, lexicon)))
    .filter(({ parts }) => parts.length > 0);
}

function readQueryName(text: string, reading: ListedNameReading, lexicon: PartLexicon): QueryName {
  const parts = readParts(text.slice(0, LONGEST_TEXT), reading, lexicon).slice(0, MOST_WORDS);
  const joined = parts.map((part, at) => {
    const next = parts[at + 1];
    return next ? joinParts(part, next) : null;
  });
  return { text, reading, parts, joined };
}
