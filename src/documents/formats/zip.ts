import type { Budget } from '../budget.ts';
import type { Child, Reader, Report } from '../reader.ts';
import { problemsBy } from '../reader.ts';
import { openZip, type Zip, type ZipEntry } from '../unzip.ts';

const problem = problemsBy('documents/zip');

/** An archive has no text of its own; every entry becomes a document, two of one name as well. */
export const zip: Reader = {
  name: 'zip',
  version: 1,
  mediaTypes: ['application/zip'],
  extensions: ['.zip'],
  read: async ({ bytes, budget }) => {
    try {
      const archive = await openZip(bytes);
      return { text: '', children: (report) => unpackAll(archive, budget, report) };
    } catch (error) {
      const detail = `The archive is damaged or cut off: ${messageOf(error)}. A repair program (zip -FF) may save some of it.`;
      return { text: '', problems: [problem('archive-damaged', 'fatal', detail)] };
    }
  },
};

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');

async function* unpackAll(archive: Zip, budget: Budget, report: Report): AsyncGenerator<Child> {
  const seen = new Map<string, number>();
  let unpacked = 0;
  try {
    for await (const entry of archive.entries()) {
      if (entry.isFolder) continue;
      const times = (seen.get(entry.name) ?? 0) + 1;
      seen.set(entry.name, times);
      if (times === 2)
        report(problem('duplicate-entry-name', 'note', `Several entries are named "${entry.name}"; all are kept.`));
      const refusal = refuse(entry);
      if (refusal) {
        report(refusal);
        continue;
      }
      const bytes = await unpackOne(entry, budget, report);
      if (bytes === 'over-budget') return;
      if (!bytes) continue;
      unpacked += 1;
      yield { name: entry.name, place: times > 1 ? `${entry.name} (${times})` : entry.name, bytes };
    }
  } catch (error) {
    const severity = unpacked > 0 ? 'warning' : 'fatal';
    report(
      problem(
        'archive-damaged',
        severity,
        `The archive is damaged: ${messageOf(error)}. ${unpacked} entries before the damage were read.`,
      ),
    );
  }
}

function refuse(entry: ZipEntry) {
  if (entry.isLink) {
    return problem('archive-entry-refused', 'warning', `"${entry.name}" is a symbolic link; links are not followed.`);
  }
  if (entry.isEncrypted) {
    return problem('encrypted', 'warning', `"${entry.name}" is protected by a password; unpack it and add the file.`);
  }
  return null;
}

async function unpackOne(entry: ZipEntry, budget: Budget, report: Report): Promise<Uint8Array | 'over-budget' | null> {
  try {
    const bytes = await entry.unpack(budget);
    if (bytes) return bytes;
    const detail = `Unpacking stopped at "${entry.name}": the file would unpack to more than ${budget.unpackedAllowance} bytes (limit on size and on the ratio of unpacked to packed bytes). Unpack it by hand and add what matters.`;
    report(problem('archive-entry-refused', 'warning', detail));
    return 'over-budget';
  } catch (error) {
    report(problem('archive-damaged', 'warning', `"${entry.name}" cannot be unpacked: ${messageOf(error)}.`));
    return null;
  }
}
