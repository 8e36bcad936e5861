import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ClewError } from '../errors.ts';
import type { Document } from '../model/index.ts';
import { sha256 } from '../text/index.ts';
import type { CaseReader } from './case-store.ts';
import type { Findings } from './verify-report.ts';

/** What stands for the hash of an original that is not there or cannot be read. */
export const NO_ORIGINAL: string = '-'.repeat(64);

/** sha256 of a file, or `NO_ORIGINAL`. */
export async function hashOriginal(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return hash.digest('hex');
  } catch {
    return NO_ORIGINAL;
  }
}

/**
 * Before something is published from a case: every original is there and is what was added.
 * Throws `ClewError` `original-altered`, naming the first that is not.
 */
export async function assertOriginals(reader: CaseReader): Promise<void> {
  for (const id of await reader.documentIds()) {
    const path = reader.original(id);
    const hash = await hashOriginal(path);
    if (hash === id) continue;
    const what =
      hash !== NO_ORIGINAL ? `has the hash ${hash}` : existsSync(path) ? 'cannot be read here' : 'is missing';
    throw new ClewError('original-altered', `The original of document ${id}, ${path}, ${what}; nothing is published.`, {
      hint: 'See what else changed with clew verify <case>, and restore the original: adding the same file again brings a missing one back.',
    });
  }
}

/** The file is there and its bytes are the document's. Returns whether they are. */
export async function verifyOriginal(id: string, path: string, findings: Findings): Promise<boolean> {
  const hash = await hashOriginal(path);
  findings.checked.originals += 1;
  if (hash === NO_ORIGINAL && existsSync(path))
    findings.fail('original', id, 'unreadable', `${path} cannot be read here; the account that owns the case can`);
  else if (hash === NO_ORIGINAL) findings.fail('original', id, 'missing', `there is no readable file ${path}`);
  else if (hash !== id) findings.fail('original', id, 'altered', `${path} has the hash ${hash}`);
  return hash === id;
}

/**
 * The stored text has the hash the record states, and for plain text in UTF-8 it is what the original decodes to.
 * `path` is `null` when the original itself has failed already.
 */
export async function verifyText(document: Document, path: string | null, findings: Findings): Promise<void> {
  if (sha256(document.text) !== document.textHash) {
    findings.fail('document', document.id, 'altered', `its text does not have the hash ${document.textHash}`);
  }
  if (path === null || !isPlainUtf8(document)) return;
  const bytes = await readFile(path);
  if (bytes.length !== document.size) {
    findings.fail(
      'document',
      document.id,
      'altered',
      `it says ${document.size} bytes, the original has ${bytes.length}`,
    );
  }
  const decoded = decodeStrictly(bytes);
  if (decoded === null) return;
  const cut = document.problems.some(({ code }) => code === 'cut-by-limit');
  if (cut ? !decoded.startsWith(document.text) : decoded !== document.text) {
    findings.fail('document', document.id, 'misquoted', `its text is not what ${path} says`);
  }
}

/** `null` for bytes that are not UTF-8 throughout: how the reader mended them is not for this check to repeat. */
function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isPlainUtf8({ mediaType, encoding, status }: Document): boolean {
  return mediaType === 'text/plain' && status !== 'refused' && /^utf-?8$/i.test(encoding ?? '');
}
