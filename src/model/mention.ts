import type { Span } from './span.ts';

export const MENTION_TYPES = [
  'Person',
  'Company',
  'Organization',
  'PublicBody',
  'WeaponSystem',
  'Vessel',
  'Product',
  'Place',
  'Document',
  'Publication',
  'Event',
] as const;
export type MentionType = (typeof MENTION_TYPES)[number];

/** Which rule made a record, e.g. `{ rule: 'mentions/legal-form' }`. In which version says `engine` of the extraction it is in. */
export interface By {
  readonly rule: string;
}

/** One place where something is named or described. It is not yet an entity. */
export interface Mention extends Span {
  readonly id: string;
  readonly text: string;
  readonly type: MentionType;
  /** `false` for descriptions: "two sources from a European intelligence agency". */
  readonly named: boolean;
  /** 0..1: how sure the rule is of `type` (a legal form is 1, a bare capitalised word is low). */
  readonly typeScore: number;
  /** Id of an earlier mention in this document that this one names again (alias, short form, definite description). */
  readonly sameAs: string | null;
  /** Identifiers stated at this mention, e.g. `{ inn: '3849055365' }`, or ISO codes of a place. */
  readonly identifiers: Readonly<Record<string, string>>;
  readonly by: By;
}

export const LITERAL_KINDS = [
  'date',
  'duration',
  'money',
  'currency',
  'count',
  'length',
  'mass',
  'area',
  'rate',
  'factor',
  'percent',
  'identifier',
] as const;
export type LiteralKind = (typeof LITERAL_KINDS)[number];

/** `=` exactly, `~` about, `>` more than, `>=` at least, `<` less than, `<=` up to. */
export const BOUNDS = ['=', '~', '>', '>=', '<', '<='] as const;
export type Bound = (typeof BOUNDS)[number];

/** A quantity. `number` is a decimal string as the text means it ("5 million" is `5000000`); nothing is rounded or converted. */
export interface Value {
  readonly number: string;
  /** As in the text: `km`, `mi`, `kg`, `ha`, `drones`, `visits`, `per_month`; for money the ISO 4217 code. */
  readonly unit: string;
  readonly op: Bound;
  readonly currency?: string;
  /** The same in SI units (metre, kilogram, square metre), decimal string and unit. */
  readonly si?: { readonly number: string; readonly unit: string };
  /** A conversion the text itself gives: "5 million yuan (about $700,000)". */
  readonly converted?: { readonly number: string; readonly currency: string; readonly op: Bound };
}

export const PRECISIONS = [
  'day',
  'week',
  'month',
  'quarter',
  'half-year',
  'season',
  'year',
  'decade',
  'unknown',
] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A time as written and as EDTF (ISO 8601-2); `edtf` is `null` when it cannot be fixed. */
export interface Time {
  readonly text: string;
  readonly edtf: string | null;
  readonly precision: Precision;
}

/** A number, sum, measure or date in the text. `norm` is its short normal form (`>5000000 CNY`, `2024-04/2024-06`). */
export interface Literal extends Span {
  readonly id: string;
  readonly text: string;
  readonly kind: LiteralKind;
  readonly norm: string;
  readonly value?: Value;
  readonly time?: Time;
  readonly by: By;
}
