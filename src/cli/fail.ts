import { ClewError } from '../errors.ts';

/**
 * Reports an error at the edge and sets the exit code: what went wrong, then what to do next, on stderr;
 * with `--json` as one line `{"error":{"code","message","hint"}}`. Anything but a `ClewError` is a fault of ours.
 */
export function fail(error: unknown, json: boolean): void {
  const { code, message, hint, exitCode } = describe(error);
  if (json) process.stderr.write(`${JSON.stringify({ error: { code, message, hint } })}\n`);
  else process.stderr.write(`clew: ${message}\n${hint ? `      ${hint}\n` : ''}`);
  if (code === 'internal' && process.env.CLEW_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = exitCode;
}

function describe(error: unknown) {
  if (error instanceof ClewError) {
    return { code: error.code, message: error.message, hint: error.hint, exitCode: error.exitCode };
  }
  const message = error instanceof Error ? error.message : String(error);
  const hint = 'This is a fault in clew. Run again with CLEW_DEBUG=1 for the details and report it.';
  return { code: 'internal', message, hint, exitCode: 1 };
}
