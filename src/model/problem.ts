import type { Span } from './span.ts';

/** Everything that can be wrong with one document. Each code is explained in `docs/reference/problems.md`. */
export const PROBLEM_CODES = [
  'active-content',
  'archive-damaged',
  'archive-entry-refused',
  'bidi-controls',
  'changing-date',
  'control-characters',
  'cut-by-limit',
  'duplicate-entry-name',
  'empty-file',
  'encrypted',
  'encoding-guessed',
  'encoding-invalid-bytes',
  'hidden-text',
  'internal-error',
  'invisible-characters',
  'malformed',
  'mixed-script',
  'nested-too-deep',
  'no-text',
  'not-a-file',
  'page-unreadable',
  'reader-crashed',
  'reader-out-of-memory',
  'reader-timed-out',
  'recognised-text',
  'recognition-language-missing',
  'script-made',
  'struck-text',
  'text-layer-doubtful',
  'text-layer-missing',
  'too-large',
  'too-many-entries',
  'tracked-changes',
  'type-mismatch',
  'unreadable-file',
  'unsupported-format',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * Trouble with one document, kept as data; the batch goes on.
 * `fatal`: nothing could be read; `warning`: something is missing or doubtful; `note`: worth knowing.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'fatal' | 'warning' | 'note';
  /** What happened, where, and what would help, in one plain sentence. */
  readonly detail: string;
  readonly span?: Span;
  /** The part of clew that noticed, e.g. `documents/pdf`. */
  readonly by: string;
}
