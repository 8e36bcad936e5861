export const QUERY_PROBLEM_CODES = [
  'schema-unknown',
  'date-unreadable',
  'identifier-doubtful',
  'country-unknown',
  'gender-unknown',
  'row-malformed',
  'row-without-name',
] as const;
export type QueryProblemCode = (typeof QUERY_PROBLEM_CODES)[number];

/** Trouble with what is known of a party to be screened. It is named; the rest is compared all the same. */
export interface QueryProblem {
  readonly code: QueryProblemCode;
  /** What is wrong and what was done instead, in plain words. */
  readonly detail: string;
}

export const queryProblem = (code: QueryProblemCode, detail: string): QueryProblem => ({ code, detail });
