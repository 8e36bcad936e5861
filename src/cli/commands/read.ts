import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { ClewError } from '../../errors.ts';
import type { Document, Problem } from '../../model/index.ts';
import { counted, note, printJson, printLine, shown } from '../output.ts';
import type { CommonOptions } from '../session.ts';

export interface ReadCommandOptions extends CommonOptions {
  readonly encoding?: string;
  /** `false` for `--no-ocr`. */
  readonly ocr?: boolean;
}

/** One file read for a look must not take minutes; a case takes its time. */
const PATIENCE_MS = 8_000;

/** Reads one file without a case. With `--json` the exit code is 0 whenever the line was printed, whatever the file was. */
export async function read(path: string, options: ReadCommandOptions): Promise<void> {
  assertExists(path);
  const { createPool } = await import('../../pool/index.ts');
  const pool = createPool({ size: 1 });
  try {
    const job = {
      path,
      name: basename(path),
      extract: false,
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    };
    const fast = await pool.read(job);
    const outcome = options.ocr === false ? fast : await pool.recognise(job, fast, PATIENCE_MS);
    const documents = outcome.items.map(({ document }) => document);
    if (options.json) printJson(toLine(documents));
    else tell(documents);
    await outcome.release();
  } finally {
    await pool.close();
  }
}

function assertExists(path: string): void {
  try {
    statSync(path);
  } catch (cause) {
    throw new ClewError('path-not-found', `There is no file ${path}.`, { hint: 'Check the spelling.', cause });
  }
}

const worth = (problem: Problem): boolean => problem.severity !== 'note';

/** The fixed form: the root's status, reason and text, all problems as warnings, and every document found inside. */
function toLine(documents: readonly Document[]) {
  const [root] = documents;
  const problems = documents.flatMap(({ problems, name }) => problems.map((problem) => ({ name, problem })));
  return {
    status: root?.status ?? 'refused',
    reason: (root?.problems.filter(worth) ?? []).map(({ detail }) => detail).join(' '),
    text: root?.text ?? '',
    warnings: problems.map(({ name, problem }) => `${problem.code}: ${name}: ${problem.detail}`),
    documents: documents.map(({ pages, blocks, ...document }) => ({
      ...document,
      pages: pages.length,
      blocks: blocks.length,
    })),
  };
}

function tell(documents: readonly Document[]): void {
  for (const document of documents) {
    const inside = document.parent ? ` (${shown(document.parent.place)})` : '';
    note(
      `${document.status}: ${shown(document.name)}${inside}, ${document.mediaType}, ${counted(document.size, 'byte')}`,
    );
    for (const { severity, detail } of document.problems) note(`    ${severity}: ${shown(detail, 300)}`);
    for (const line of document.text.split('\n')) printLine(shown(line));
  }
}
