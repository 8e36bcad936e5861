import type { Problem } from '../../model/index.ts';
import { overBudget } from '../archive/entry-names.ts';
import { counted, gather, OverBudget, takeWithin } from '../archive/gather.ts';
import { gzipName, inflate } from '../archive/inflate.ts';
import { openSevenZip } from '../archive/seven-zip.ts';
import { looksLikeTar, readTar } from '../archive/tar.ts';
import { type Child, problemsBy, type Reader, type Report, type Source } from '../reader.ts';

const BY = 'documents/gz';
const problem = problemsBy(BY);

/** One packed file. A packed tar archive is one container, not two: its files are the documents. */
export const gz: Reader = {
  name: 'gz',
  mediaTypes: [
    'application/gzip',
    'application/x-bzip2',
    'application/x-xz',
    'application/x-compress',
    'application/x-lzma',
  ],
  extensions: ['.gz', '.tgz', '.bz2', '.tbz2', '.tbz', '.xz', '.txz', '.z', '.lzma'],
  read: async (source) => {
    if (source.mediaType !== 'application/gzip' && !source.sevenZip) {
      const detail = 'The unpacking engine (package 7z-wasm) is not installed; unpack the file and add what is in it.';
      return { text: '', problems: [problem('unsupported-format', 'fatal', detail)] };
    }
    return { text: '', children: (report) => unpack(source, report) };
  },
};

async function* unpack(source: Source, report: Report): AsyncGenerator<Child> {
  const { bytes, budget } = source;
  const parts =
    source.mediaType === 'application/gzip' ? counted(inflate(bytes, 'gzip'), budget) : unpackWhole(source, report);
  const { head, all } = await peek(parts);
  if (looksLikeTar(head)) yield* readTar(all, budget, report);
  else yield* onlyFile(source, all, report);
}

async function* onlyFile({ bytes, name, mediaType, budget }: Source, parts: AsyncIterable<Uint8Array>, report: Report) {
  const inner = (mediaType === 'application/gzip' ? gzipName(bytes) : null) ?? innerName(name);
  const gathered = await gather(parts, budget.limits.maxEntryBytes);
  if (gathered.kind === 'over-budget') return report(overBudget(inner, budget, BY));
  if (gathered.kind === 'damaged') report(damaged(gathered.bytes.length, gathered.detail));
  if (gathered.bytes.length > 0 || gathered.kind === 'whole')
    yield { name: inner, place: inner, bytes: gathered.bytes };
}

function damaged(length: number, detail: string): Problem {
  const severity = length > 0 ? 'warning' : 'fatal';
  const kept = length > 0 ? `the ${length} bytes before that were read` : 'nothing of it could be read';
  return problem('archive-damaged', severity, `The file is damaged or cut off (${detail}); ${kept}. Get it again.`);
}

/** `report.csv.gz` holds `report.csv`, `files.tgz` holds `files.tar`. */
function innerName(name: string): string {
  const inner = name.replace(/\.(?:gz|bz2|xz|z|lzma)$/i, '').replace(/\.t(?:gz|bz2?|xz)$/i, '.tar');
  return inner === name || inner === '' ? `${name || 'file'} (unpacked)` : inner;
}

/** Formats that only the engine knows: unpacked at once, within the budget, then handed on like a stream. */
async function* unpackWhole({ bytes, sevenZip, budget }: Source, report: Report): AsyncGenerator<Uint8Array> {
  if (!sevenZip) return;
  const unpacked = await (await openSevenZip(sevenZip, bytes)).unpack(null, takeWithin(budget));
  const [file] = unpacked.files;
  if (unpacked.isOverBudget) throw new OverBudget('the limit on unpacked bytes is met');
  if (unpacked.complaints.length > 0 || !file)
    report(damaged(file?.bytes.length ?? 0, unpacked.complaints[0] ?? 'it gives nothing'));
  if (file) yield file.bytes;
}

/** The first part of a stream, and the whole of it from the start. A stream that breaks at once has an empty one. */
async function peek(parts: AsyncIterable<Uint8Array>) {
  const source = parts[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array(0);
  let failure: unknown = null;
  try {
    while (first.length < 512) {
      const next = await source.next();
      if (next.done) break;
      first = first.length === 0 ? next.value : Uint8Array.from([...first, ...next.value]);
    }
  } catch (error) {
    failure = error;
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    if (first.length > 0) yield first;
    if (failure !== null) throw failure;
    yield* { [Symbol.asyncIterator]: () => source };
  };
  return { head: first, all: all() };
}
