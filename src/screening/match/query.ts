import { type ComparableName, type ListedNameReading, type PartLexicon, readComparable } from '../../names/index.ts';

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

const READINGS: Readonly<Record<NonNullable<Query['kind']> | 'unknown', readonly ListedNameReading[]>> = {
  person: ['person'],
  organization: ['organization'],
  vessel: ['thing'],
  unknown: ['person', 'organization', 'thing'],
};

/** All names of a query in all readings its kind allows. Names without a letter or digit are left out. */
export function readQuery(query: Query, lexicon: PartLexicon): ComparableName[] {
  const texts = [...new Set([query.name, ...(query.aliases ?? [])])];
  return texts
    .flatMap((text) => READINGS[query.kind ?? 'unknown'].map((reading) => readComparable(text, reading, lexicon)))
    .filter(({ parts }) => parts.length > 0);
}
