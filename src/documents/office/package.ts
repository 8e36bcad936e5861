import type { Budget } from '../budget.ts';
import { openZip, type ZipEntry } from '../unzip.ts';
import { scanXmlBytes, type XmlHandler } from '../xml.ts';
import { findRelations, type Relation, relationsPathOf } from './relations.ts';

/** The parts of an Office or OpenDocument file, each unpacked when it is asked for, under the budget of the root file. */
export interface OfficePackage {
  /** Paths of all parts in the order of the archive, folders left out. */
  readonly paths: readonly string[];
  readonly has: (path: string) => boolean;
  /** A part's bytes; `null` when it is not there, damaged or beyond the limit (see `refused`). */
  readonly bytes: (path: string) => Promise<Uint8Array | null>;
  /** Scans a part; `null` when there are no bytes, else whether it is whole. Throws `XmlRefused`. */
  readonly scan: (path: string, handler: XmlHandler) => Promise<boolean | null>;
  /** What a part refers to; `''` stands for the package itself. */
  readonly relations: (path: string) => Promise<readonly Relation[]>;
  /** What could not be unpacked and why, one sentence each. */
  readonly refused: readonly string[];
}

/** Some writers use backslashes, a leading slash or another case than the names they refer by. */
const keyOf = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** Opens an Office file. Throws when it is no ZIP archive that can be read. */
export async function openPackage(bytes: Uint8Array, budget: Budget): Promise<OfficePackage> {
  const entries = new Map<string, ZipEntry>();
  for await (const entry of (await openZip(bytes)).entries()) {
    // The first of two entries of one name is the one that office programs show.
    if (!entry.isFolder && !entries.has(keyOf(entry.name))) entries.set(keyOf(entry.name), entry);
    if (entries.size > budget.limits.maxEntries) break;
  }
  const refused: string[] = [];
  const unpack = async (path: string): Promise<Uint8Array | null> => {
    const entry = entries.get(keyOf(path));
    if (!entry) return null;
    const { content, trouble } = await unpackPart(entry, budget);
    if (trouble && !refused.includes(trouble)) refused.push(trouble);
    return content;
  };
  const scan = async (path: string, handler: XmlHandler): Promise<boolean | null> => {
    const content = await unpack(path);
    return content ? scanXmlBytes(content, handler) : null;
  };
  return {
    paths: [...entries.values()].map(({ name }) => name),
    has: (path) => entries.has(keyOf(path)),
    bytes: unpack,
    scan,
    relations: (path) => findRelations(path, (handler) => scan(relationsPathOf(path), handler)),
    refused,
  };
}

interface Unpacked {
  readonly content: Uint8Array | null;
  readonly trouble: string | null;
}

async function unpackPart(entry: ZipEntry, budget: Budget): Promise<Unpacked> {
  const failed = (trouble: string): Unpacked => ({ content: null, trouble });
  if (entry.isEncrypted) return failed(`The part ${entry.name} is protected by a password and was not read.`);
  try {
    const content = await entry.unpack(budget);
    return content
      ? { content, trouble: null }
      : failed(`The part ${entry.name} would unpack beyond the limit and was not read.`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed(`The part ${entry.name} is damaged (${why}).`);
  }
}
