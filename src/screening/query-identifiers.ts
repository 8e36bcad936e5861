import { doubtNumber, schemeNamed } from './identifier-schemes.ts';
import { schemeByForm } from './lists/numbers.ts';
import type { Query } from './match/index.ts';
import { type QueryProblem, queryProblem } from './query-problem.ts';

type Identifier = NonNullable<Query['identifiers']>[number];

/** Schemes that any country's numbers may be under. */
const GENERAL: ReadonlySet<string> = new Set(['tax', 'registration', 'id']);

/**
 * A number as it is looked for. One given under a general scheme ("tax number") is looked for under the one its check digits show as
 * well, for lists have it under either.
 */
export function queryIdentifiers(scheme: string, value: string): Identifier[] {
  const own = { scheme: schemeNamed(scheme), value: value.trim() };
  const shown = GENERAL.has(own.scheme) ? schemeByForm(value) : own;
  return shown.scheme === own.scheme || shown.scheme === 'id' ? [own] : [own, shown];
}

/** What speaks against a number, which is looked for as it is all the same; `[]` when nothing does. */
export function identifierProblems(scheme: string, value: string): QueryProblem[] {
  const known = schemeNamed(scheme);
  const doubt = doubtNumber(known, value);
  if (doubt === null) return [];
  return [queryProblem('identifier-doubtful', `${known} ${value.trim()}: ${doubt}. It was looked for as it is.`)];
}
