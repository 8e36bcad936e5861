import { Readable } from 'node:stream';
import { fail } from '../../src/cli/fail.ts';
import { createProgram } from '../../src/cli/program.ts';
import type { Ran } from './clew.ts';

/**
 * Runs a command in the process of the test: the same program and the same report of errors as `bin/clew.js`, without the start of
 * a process and with the word lists at hand. `--help` and `--version` end the process: for these and for the door itself there is `clew`.
 */
export async function run(
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const taken = { stdout: '', stderr: '' };
  const putBack = [
    takeWrites('stdout', (text) => {
      taken.stdout += text;
    }),
    takeWrites('stderr', (text) => {
      taken.stderr += text;
    }),
    giveInput(input),
    setVariables({ CLEW_WHO: 'A. Tester', NO_COLOR: '1', ...env }),
  ];
  try {
    await createProgram().parseAsync(['node', 'clew', ...args]);
  } catch (error) {
    fail(error, args.includes('--json'));
  } finally {
    for (const one of putBack) one();
  }
  const status = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return { status, ...taken };
}

function takeWrites(name: 'stdout' | 'stderr', take: (text: string) => void): () => void {
  const stream = process[name];
  const { write } = stream;
  stream.write = (chunk: string | Uint8Array) => {
    take(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    return true;
  };
  return () => {
    stream.write = write;
  };
}

function giveInput(input: string): () => void {
  const own = Object.getOwnPropertyDescriptor(process, 'stdin');
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
  return () => {
    if (own) Object.defineProperty(process, 'stdin', own);
  };
}

function setVariables(variables: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
