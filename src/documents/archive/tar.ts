import type { Problem } from '../../model/index.ts';
import type { Budget } from '../budget.ts';
import { type Child, problemsBy, type Report } from '../reader.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';
import { findNameEncoding, readName } from './entry-encoding.ts';
import { createEntryNames, createRefusals, overBudget } from './entry-names.ts';
import { OverBudget } from './gather.ts';
import { readPaxRecords, readTarHeader, TAR_BLOCK, type TarHeader } from './tar-header.ts';

const BY = 'documents/tar';
const problem = problemsBy(BY);

/** Headers that say more about the entry after them are small; a larger one is an attack. */
const LARGEST_EXTENSION = 1_000_000;

/** Kinds of entries that hold nothing to read, by type flag. */
const UNREAD: Readonly<Record<string, string>> = {
  '1': 'a hard link',
  '2': 'a symbolic link',
  '3': 'a device',
  '4': 'a device',
  '6': 'a named pipe',
  S: 'a file with holes in a private form',
};

/** Whether bytes begin with the header of a tar archive. */
export const looksLikeTar = (bytes: Uint8Array): boolean => readTarHeader(bytes.subarray(0, TAR_BLOCK)) !== null;

/**
 * Files of a tar archive as they flow by; nothing of it is kept but the entry at hand. After a damaged header the next
 * sound one is looked for; where the stream ends early, what there is of the last file is given.
 * Never throws; `parts` that throw `OverBudget` end it with that problem.
 */
export async function* readTar(
  parts: AsyncIterable<Uint8Array>,
  budget: Budget,
  report: Report,
): AsyncGenerator<Child> {
  const reader = createByteReader(parts);
  const placeOf = createEntryNames(report, BY);
  const refusals = createRefusals(report);
  let files = 0;
  let isLost = false;
  for (;;) {
    const next = await nextEntry(reader);
    if (next.skipped > 0 && !isLost) {
      isLost = true;
      report(
        problem(
          'archive-damaged',
          'warning',
          `A header of the archive is damaged (after ${files} files); it was read on at the next sound one.`,
        ),
      );
    }
    if (!next.entry) break;
    const { name, type, size, target } = next.entry;
    const what = UNREAD[type];
    if (what) refusals.add(refuse(name, what, target));
    const isFile = !what && type !== '5' && !'VMDg'.includes(type) && !name.endsWith('/');
    if (!isFile || size > budget.limits.maxEntryBytes) {
      if (isFile) report(overBudget(name, budget, BY));
      await reader.skip(padded(size));
      continue;
    }
    const bytes = await reader.take(size);
    if (reader.failure() instanceof OverBudget) return report(overBudget(name, budget, BY));
    await reader.skip(padded(size) - size);
    files += 1;
    const isCut = bytes.length < size;
    if (isCut)
      report(
        problem(
          'archive-damaged',
          'warning',
          `The archive is cut off inside "${name}": ${bytes.length} of its ${size} bytes are there. Get the archive again.`,
        ),
      );
    if (isCut && bytes.length === 0) break;
    yield { name, place: placeOf(name), bytes };
  }
  refusals.finish();
  const failure = reader.failure();
  if (failure instanceof OverBudget) report(overBudget('the rest', budget, BY));
  else if (failure)
    report(
      problem(
        'archive-damaged',
        'warning',
        `The archive is damaged or cut off (${failure instanceof Error ? failure.message : failure}); ${files} files before that were read.`,
      ),
    );
}

const padded = (size: number): number => Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;

function refuse(name: string, what: string, target: string): Problem {
  const to = target ? ` to "${target}"` : '';
  return problem(
    'archive-entry-refused',
    'warning',
    `"${name}" is ${what}${to}; it is not followed and holds nothing to read.`,
  );
}

interface TarEntry {
  readonly name: string;
  readonly target: string;
  readonly type: string;
  readonly size: number;
}

/** The next entry with what the headers before it say of it, and how many damaged blocks were passed over. */
async function nextEntry(reader: ByteReader): Promise<{ readonly entry: TarEntry | null; readonly skipped: number }> {
  let skipped = 0;
  let longName: Uint8Array | null = null;
  let longTarget: Uint8Array | null = null;
  let pax: ReadonlyMap<string, Uint8Array> = new Map();
  for (;;) {
    const block = await reader.take(TAR_BLOCK);
    if (block.length === 0) return { entry: null, skipped };
    const header = readTarHeader(block);
    if (!header) {
      if (block.some((byte) => byte !== 0)) skipped += 1;
      continue;
    }
    if (!'xLKXg'.includes(header.type)) return { entry: toEntry(header, longName, longTarget, pax), skipped };
    const extension = await reader.take(Math.min(header.size, LARGEST_EXTENSION));
    await reader.skip(padded(header.size) - extension.length);
    const end = extension.indexOf(0);
    const value = end < 0 ? extension : extension.subarray(0, end);
    if (header.type === 'L') longName = value;
    else if (header.type === 'K') longTarget = value;
    else if (header.type !== 'g') pax = readPaxRecords(extension);
  }
}

function toEntry(
  { rawName, rawTarget, size, type }: TarHeader,
  longName: Uint8Array | null,
  longTarget: Uint8Array | null,
  pax: ReadonlyMap<string, Uint8Array>,
): TarEntry {
  const decode = (raw: Uint8Array): string => readName(raw, findNameEncoding([raw]));
  const stated = pax.get('size');
  const paxSize = stated ? Number(new TextDecoder().decode(stated)) : Number.NaN;
  return {
    name: decode(pax.get('GNU.sparse.name') ?? pax.get('path') ?? longName ?? rawName),
    target: decode(pax.get('linkpath') ?? longTarget ?? rawTarget),
    type,
    size: Number.isSafeInteger(paxSize) && paxSize >= 0 ? paxSize : size,
  };
}
