import type { Document, Problem, ProblemCode } from '../model/index.ts';
import { sha256 } from '../text/index.ts';
import type { Death } from './child.ts';
import { hashFile } from './file.ts';

const BY = 'pool';

const DEATHS: Readonly<Record<Death, readonly [code: ProblemCode, what: string]>> = {
  crashed: ['reader-crashed', 'The reader crashed on this file'],
  'out-of-memory': ['reader-out-of-memory', 'The reader ran out of its memory on this file'],
  'timed-out': ['reader-timed-out', 'The reader did not finish this file in time'],
  'too-much-output': ['cut-by-limit', 'The file gives more output than is taken'],
};

/** What a worker's end means for the document it was reading. */
export function problemOf(death: Death, severity: Problem['severity'], lost: string): Problem {
  const [code, what] = DEATHS[death];
  return {
    code,
    severity,
    detail: `${what}; ${lost} Split the file or convert it to .txt or .pdf, and add that.`,
    by: BY,
  };
}

/**
 * The record of a file that no reader could deal with. Its id is the hash of its bytes as for any document;
 * where not even the bytes can be had, `id` is `''`: such a record can be reported, but not stored.
 */
export async function refusedDocument(path: string, name: string, problem: Problem): Promise<Document> {
  const hashed = problem.code === 'unreadable-file' || problem.code === 'not-a-file' ? null : await hashFile(path);
  return {
    id: hashed?.id ?? '',
    name,
    mediaType: 'application/octet-stream',
    size: hashed?.size ?? 0,
    text: '',
    textHash: sha256(''),
    language: 'und',
    encoding: null,
    metadata: { title: null, author: null, publisher: null, published: null, url: null, fields: {} },
    pages: [],
    blocks: [],
    parent: null,
    status: 'refused',
    problems: [problem],
    reader: 'none/0',
  };
}
