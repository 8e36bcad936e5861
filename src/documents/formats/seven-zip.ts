import { createEntryNames, createRefusals, overBudget } from '../archive/entry-names.ts';
import { takeWithin } from '../archive/gather.ts';
import { hasLockedList } from '../archive/locked.ts';
import { type Listing, openSevenZip, type SevenZipEntry } from '../archive/seven-zip.ts';
import type { Budget } from '../budget.ts';
import { type Child, problemsBy, type Reader, type Report, type Source } from '../reader.ts';

const BY = 'documents/seven-zip';
const problem = problemsBy(BY);

/** Archives that only a program made for them can open: every file in them becomes a document. */
export const sevenZip: Reader = {
  name: 'seven-zip',
  mediaTypes: [
    'application/x-7z-compressed',
    'application/x-rar-compressed',
    'application/vnd.ms-cab-compressed',
    'application/x-arj',
    'application/x-lzh-compressed',
    'application/x-unix-archive',
    'application/x-cpio',
  ],
  extensions: ['.7z', '.rar', '.cab', '.arj', '.lzh', '.lha', '.ar', '.cpio'],
  read: async (source) => {
    if (!source.sevenZip)
      return failed(
        'unsupported-format',
        'The unpacking engine (package 7z-wasm) is not installed; unpack it and add the folder.',
      );
    const engine = await openSevenZip(source.sevenZip, source.bytes);
    const listing = await engine.list();
    if (listing.entries.length === 0) return refuseAll(source, listing);
    const isWhole = !listing.isBroken && listing.complaints.length === 0;
    return {
      text: '',
      problems: isWhole
        ? []
        : [
            problem(
              'archive-damaged',
              'warning',
              `The archive is damaged: ${listing.complaints.join('; ') || 'its list breaks off'}. What is sound in it was read.`,
            ),
          ],
      children: (report) => unpackAll(engine, listing, source.budget, report),
    };
  },
};

const failed = (code: 'unsupported-format' | 'encrypted' | 'archive-damaged', detail: string) => ({
  text: '',
  problems: [problem(code, 'fatal', detail)],
});

function refuseAll({ bytes }: Source, { type, isBroken, complaints }: Listing) {
  if (hasLockedList(bytes))
    return failed(
      'encrypted',
      'The archive is protected by a password, its list of files as well; unpack it and add the folder.',
    );
  if (type !== '' && !isBroken && complaints.length === 0)
    return { text: '', problems: [problem('no-text', 'note', 'The archive is empty.')] };
  return failed(
    'archive-damaged',
    `The archive is damaged or cut off (${complaints[0] ?? 'it cannot be opened'}); get it again.`,
  );
}

/** How much is unpacked at a time: all of it lies in memory until it is read. */
const BATCH_BYTES = 64_000_000;

async function* unpackAll(
  engine: Awaited<ReturnType<typeof openSevenZip>>,
  { entries }: Listing,
  budget: Budget,
  report: Report,
): AsyncGenerator<Child> {
  const placeOf = createEntryNames(report, BY);
  const refusals = createRefusals(report);
  const wanted: SevenZipEntry[] = [];
  for (const entry of entries) {
    if (entry.isFolder) continue;
    if (entry.isLink)
      refusals.add(problem('archive-entry-refused', 'warning', `"${entry.name}" is a link; links are not followed.`));
    else if (entry.isEncrypted)
      refusals.add(
        problem('encrypted', 'warning', `"${entry.name}" is protected by a password; unpack it and add the file.`),
      );
    else if ((entry.size ?? 0) > budget.limits.maxEntryBytes) refusals.add(overBudget(entry.name, budget, BY));
    else wanted.push(entry);
  }
  refusals.finish();
  for (const batch of batchesOf(wanted)) {
    const names = batch.length === entries.length ? null : [...new Set(batch.map(({ name }) => name))];
    const unpacked = await engine.unpack(names, takeWithin(budget));
    const missing = new Set(batch.map(({ name }) => name));
    // The file at which unpacking stopped is not whole.
    const whole = unpacked.isOverBudget ? unpacked.files.slice(0, -1) : unpacked.files;
    for (const { name, bytes } of whole) {
      missing.delete(name);
      yield { name, place: placeOf(originalName(name, batch)), bytes };
    }
    if (unpacked.isOverBudget) return report(overBudget(unpacked.files.at(-1)?.name ?? 'the first entry', budget, BY));
    if (unpacked.complaints.length > 0)
      report(
        problem('archive-damaged', 'warning', `Not everything could be unpacked: ${unpacked.complaints.join('; ')}.`),
      );
    else if ([...missing].some((name) => batch.some((entry) => entry.name === name && entry.size !== 0)))
      report(
        problem('archive-damaged', 'warning', `Not everything could be unpacked: "${[...missing][0]}" gave nothing.`),
      );
  }
}

function* batchesOf(entries: readonly SevenZipEntry[]): Generator<readonly SevenZipEntry[]> {
  let batch: SevenZipEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    batch.push(entry);
    bytes += entry.size ?? 0;
    if (bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** The second entry of a name is unpacked as `name_1.txt`; in the archive it has the name of the first. */
function originalName(name: string, batch: readonly SevenZipEntry[]): string {
  if (batch.some((entry) => entry.name === name)) return name;
  const first = name.replace(/_\d+(?=\.[^./]*$|$)/, '');
  return batch.some((entry) => entry.name === first) ? first : name;
}
