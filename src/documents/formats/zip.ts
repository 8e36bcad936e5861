import { createEntryNames, createRefusals, overBudget } from '../archive/entry-names.ts';
import { takeWithin } from '../archive/gather.ts';
import { openSevenZip } from '../archive/seven-zip.ts';
import { recoverEntries } from '../archive/zip-recovery.ts';
import { messageOf } from '../message-of.ts';
import { type Child, problemsBy, type Reader, type Report, type Source } from '../reader.ts';
import { openZip, type Salvaged, type Zip, type ZipEntry } from '../unzip.ts';

const BY = 'documents/zip';
const problem = problemsBy(BY);

/** An archive has no text of its own; every entry becomes a document, two of one name as well. */
export const zip: Reader = {
  name: 'zip',
  mediaTypes: ['application/zip'],
  extensions: ['.zip'],
  read: async (source) => {
    let archive: Zip | null = null;
    let reason = '';
    try {
      archive = await openZip(source.bytes);
    } catch (error) {
      reason = messageOf(error);
    }
    if (promisesTooMuch(source.bytes)) {
      const detail =
        'The end of the archive promises ZIP64 records that are not there: it is damaged or made to deceive. Get it again.';
      return { text: '', problems: [problem('archive-damaged', 'fatal', detail)] };
    }
    return { text: '', children: (report) => unpackAll({ source, archive, reason }, report) };
  },
};

/** An end record whose numbers stand for ZIP64 ones, without the locator that would lead to them. */
function promisesTooMuch(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const isPromise = view.getUint32(at + 12, true) === 0xffffffff || view.getUint32(at + 16, true) === 0xffffffff;
    return isPromise && !(at >= 20 && view.getUint32(at - 20, true) === 0x07064b50);
  }
  return false;
}

interface Opened {
  readonly source: Source;
  /** `null` when the directory cannot be found. */
  readonly archive: Zip | null;
  readonly reason: string;
}

async function* unpackAll({ source, archive, reason }: Opened, report: Report): AsyncGenerator<Child> {
  const placeOf = createEntryNames(report, BY);
  const refusals = createRefusals(report);
  let read = 0;
  let seen = 0;
  let isLost = false;
  for await (const found of entriesOf(source.bytes, archive, reason)) {
    if ('lost' in found) {
      isLost = true;
      report(
        problem(
          'archive-damaged',
          'warning',
          `The archive is damaged or cut off: ${found.lost}. Its entries were looked for one by one; some may be missing. Get it again.`,
        ),
      );
      continue;
    }
    const { entry } = found;
    if (entry.isFolder) continue;
    seen += 1;
    const refusal = refuse(entry, source);
    if (refusal) {
      refusals.add(refusal);
      continue;
    }
    const place = placeOf(entry.name);
    const salvaged = await salvageOne(entry, source, (found) => refusals.add(found));
    if (salvaged === 'over-budget') break;
    if (!salvaged) continue;
    read += 1;
    yield { name: entry.name, place, bytes: salvaged.bytes };
  }
  refusals.finish();
  if (read === 0 && isLost) report(problem('archive-damaged', 'fatal', 'Nothing of the archive could be read.'));
  else if (seen === 0) report(problem('no-text', 'note', 'The archive is empty.'));
}

type Found = { readonly entry: ZipEntry } | { readonly lost: string };

/** Entries by the directory; where it is missing or breaks off, by the headers in front of each. */
async function* entriesOf(bytes: Uint8Array, archive: Zip | null, reason: string): AsyncGenerator<Found> {
  let after = -1;
  let lost = archive ? '' : reason;
  try {
    if (archive) {
      for await (const entry of archive.entries()) {
        after = Math.max(after, entry.offset);
        yield { entry };
      }
    }
  } catch (error) {
    lost = messageOf(error);
  }
  if (lost === '') return;
  yield { lost };
  for (const entry of recoverEntries(bytes, after)) yield { entry };
}

function refuse(entry: ZipEntry, { budget }: Source) {
  const { name } = entry;
  if (entry.isLink)
    return problem('archive-entry-refused', 'warning', `"${name}" is a symbolic link; links are not followed.`);
  if (entry.isEncrypted)
    return problem('encrypted', 'warning', `"${name}" is protected by a password; unpack it and add the file.`);
  if (entry.isOverlapping)
    return problem(
      'archive-entry-refused',
      'warning',
      `"${name}" shares its packed bytes with another entry, as bombs do; it was not unpacked.`,
    );
  return entry.claimedSize > budget.limits.maxEntryBytes && entry.claimedSize <= budget.unpackedAllowance
    ? overBudget(name, budget, BY)
    : null;
}

async function salvageOne(entry: ZipEntry, source: Source, report: Report): Promise<Salvaged | 'over-budget' | null> {
  const { name } = entry;
  try {
    const salvaged = await salvageByMethod(entry, source);
    if (!salvaged) {
      report(overBudget(name, source.budget, BY));
      return 'over-budget';
    }
    if (salvaged.damage) report(problem('archive-damaged', 'warning', `"${name}" is damaged: ${salvaged.damage}.`));
    return salvaged;
  } catch (error) {
    report(
      problem(
        'archive-damaged',
        'warning',
        `"${name}" cannot be unpacked: ${messageOf(error)}. The other entries were read; ask for the archive again.`,
      ),
    );
    return null;
  }
}

/** Stored and deflated entries here; what newer packers use, by the engine. */
async function salvageByMethod(entry: ZipEntry, { bytes, budget, sevenZip }: Source): Promise<Salvaged | null> {
  if (entry.method === 0 || entry.method === 8 || !sevenZip) return entry.salvage(budget);
  const unpacked = await (await openSevenZip(sevenZip, bytes)).unpack([entry.name], takeWithin(budget));
  if (unpacked.isOverBudget) return null;
  const [file] = unpacked.files;
  if (!file) throw new Error(unpacked.complaints[0] ?? `method ${entry.method} of compression is not known`);
  return { bytes: file.bytes, damage: unpacked.complaints[0] ?? null };
}
