import { schemeByForm } from './lists/numbers.ts';
import type { Query } from './match/index.ts';

type Identifier = NonNullable<Query['identifiers']>[number];

/** Other words for a scheme, in documents and tables, and the word that lists have here. */
const SAME: Readonly<Record<string, string>> = {
  'tax-number': 'tax',
  'tax-id': 'tax',
  'company-number': 'registration',
  'registration-number': 'registration',
  bic: 'swift',
  psrn: 'ogrn',
};

/** Schemes that any country's numbers may be under. */
const GENERAL: ReadonlySet<string> = new Set(['tax', 'registration', 'id']);

/**
 * A number as it is looked for. One given under a general scheme ("tax number") is looked for under the one its check digits show as
 * well, for lists have it under either.
 */
export function queryIdentifiers(scheme: string, value: string): Identifier[] {
  const plain = scheme.toLowerCase().replaceAll('_', '-');
  const own = { scheme: SAME[plain] ?? plain, value: value.trim() };
  const shown = GENERAL.has(own.scheme) ? schemeByForm(value) : own;
  return shown.scheme === own.scheme || shown.scheme === 'id' ? [own] : [own, shown];
}
