import type { ListEntry, ListedName, Reason } from '../../model/index.ts';

/** What is looked for. Everything but the name may be unknown. */
export interface Query {
  readonly name: string;
  readonly kind: 'person' | 'organization' | 'vessel' | null;
  readonly aliases?: readonly string[];
  readonly identifiers?: readonly { readonly scheme: string; readonly value: string }[];
  /** EDTF. */
  readonly birthDate?: string | null;
  /** ISO 3166 alpha-2 codes. */
  readonly countries?: readonly string[];
  readonly gender?: 'male' | 'female' | null;
}

/** An entry that may be meant, 0..1, with what speaks for and against it. */
export interface Match {
  readonly entry: ListEntry;
  readonly matchedName: ListedName;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Matcher {
  /** Best first. */
  readonly match: (query: Query, options?: { readonly limit?: number; readonly threshold?: number }) => Match[];
  readonly size: number;
}
