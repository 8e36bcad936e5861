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

/**
 * One file read for a look must not take minutes; a case takes its time. `file` and `byte`: for reading, whatever comes out of
 * it buys more. `pictures`: counted from the start, text recognition begins no further picture after it.
 */
const PATIENCE_MS = { file: 8_000, byte: 0.001, pictures: 6_000, leastForPictures: 1_000 };

/** A look takes no more memory for a picture than for any other file; a case takes twice as much for the largest scans. */
const RECOGNITION_MEMORY_MB = 470;

/** Reads one file without a case. With `--json` the exit code is 0 whenever the line was printed, whatever the file was. */
export async function read(path: string, options: ReadCommandOptions): Promise<void> {
  const size = sizeOf(path);
  const { createPool } = await import('../../pool/index.ts');
  const pool = createPool({
    size: 1,
    timeoutMs: PATIENCE_MS.file + size * PATIENCE_MS.byte,
    recognitionMemoryMb: RECOGNITION_MEMORY_MB,
  });
  const started = Date.now();
  try {
    const job = {
      path,
      name: basename(path),
      extract: false,
      dropBytes: true,
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    };
    const fast = await pool.read(job);
    const left = Math.max(PATIENCE_MS.leastForPictures, PATIENCE_MS.pictures - (Date.now() - started));
    const outcome = options.ocr === false ? fast : await pool.recognise(job, fast, left);
    const documents = outcome.items.map(({ document }) => document);
    if (options.json) printJson(toLine(documents));
    else tell(documents);
    await outcome.release();
  } finally {
    await pool.close();
  }
}

/** Bytes of the file; throws `path-not-found` when there is none. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
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
