import { ClewError } from '../errors.ts';

/** Codes of SQLite (`SQLITE_FULL`) and of the system (`ENOSPC`) end up in one shape at the store's border. */
export function codeOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  return typeof code === 'string' ? code : '';
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** A database error as the person sees it. What is no error of the environment (a bug in a query) is returned as it is. */
export function databaseError(cause: unknown, folder: string): unknown {
  const code = codeOf(cause);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new ClewError('case-damaged', `The database of ${folder} is damaged: ${reasonOf(cause)}.`, {
      hint: `See what is left with clew verify ${folder}, and restore the case from a copy.`,
      cause,
    });
  }
  if (/^SQLITE_BUSY/.test(code)) return lockedError(folder, cause);
  if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(code)) return outputError(`the database of ${folder}`, cause);
  return cause;
}

export function lockedError(folder: string, cause: unknown): ClewError {
  return new ClewError('case-locked', `Another clew is writing to ${folder}.`, {
    hint: 'Wait until it is done or end it, then run this again; reading (status, claims, export, verify) works meanwhile.',
    cause,
  });
}

/** The case may be as sound as ever; here and now nobody can tell. */
export function unreadableError(what: string, cause: unknown): ClewError {
  return new ClewError('case-unreadable', `${what} cannot be read here: ${reasonOf(cause)}.`, {
    hint: 'Copy the whole case folder to where you may write and read it there, or use the account that owns it.',
    cause,
  });
}

/** Nothing of an operation that fails this way has been recorded. */
export function outputError(what: string, cause: unknown): ClewError {
  return new ClewError('output-failed', `Cannot read or write ${what}: ${reasonOf(cause)}.`, {
    hint: 'Check free space and permissions, then run the same command again: it goes on where it stopped.',
    cause,
  });
}
