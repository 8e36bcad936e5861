/** Wrong use or a broken environment. Each code has one exit code and a page section in `docs/reference/errors.md`. */
export const ERROR_CODES = {
  usage: 2,
  'case-exists': 1,
  'case-not-found': 1,
  'case-locked': 1,
  'case-newer-schema': 1,
  'case-damaged': 4,
  'path-not-found': 1,
  'claim-not-found': 1,
  'mention-not-found': 1,
  'decision-not-found': 1,
  'already-undone': 1,
  'case-unreadable': 1,
  'original-altered': 4,
  'document-not-found': 1,
  'format-unknown': 2,
  'list-unknown': 2,
  'list-missing': 1,
  'list-damaged': 4,
  'list-torn': 1,
  'list-shrunk': 1,
  offline: 2,
  'download-failed': 1,
  'hit-not-found': 1,
  'not-yet': 1,
  'node-version': 1,
  'dossier-unfounded': 4,
  'lexicon-missing': 1,
  'worker-missing': 1,
  'not-built': 1,
  'original-changed': 1,
  'output-exists': 1,
  'output-failed': 1,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Thrown for wrong use or a broken environment; trouble with one document is a `Problem` record instead. */
export class ClewError extends Error {
  readonly code: ErrorCode;
  /** What to do next, in one sentence. */
  readonly hint: string;

  constructor(code: ErrorCode, message: string, options: { readonly hint: string; readonly cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ClewError';
    this.code = code;
    this.hint = options.hint;
  }

  get exitCode(): number {
    return ERROR_CODES[this.code];
  }
}
