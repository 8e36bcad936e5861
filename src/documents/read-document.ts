import type { Document, Parent, Problem } from '../model/index.ts';
import { type Budget, createBudget } from './budget.ts';
import { detectType } from './detect.ts';
import { finishDocument } from './finish.ts';
import { readerIdOf, readerOf } from './formats/index.ts';
import type { ReadLimits } from './limits.ts';
import { messageOf } from './message-of.ts';
import { type Child, problemsBy, type Reading, type Source } from './reader.ts';
import type { Recogniser } from './recognition/recogniser.ts';
import { adviceFor } from './unsupported.ts';

const problem = problemsBy('documents/read');

export interface ReadOptions {
  /** Content hash of this stage (`lexicons.stages.read`), which `Document.reader` carries; `unknown` unless given. */
  readonly stage?: string;
  /** Base name as added; only a hint for the format. */
  readonly name: string;
  /** A person's word on the character encoding, over any guess. */
  readonly encoding?: string;
  readonly limits: ReadLimits;
  /** The PDFium WebAssembly module, loaded once by the outer ring. */
  readonly pdfium: Uint8Array | null;
  /** The 7-Zip WebAssembly module, likewise; without it 7z, rar, bz2 and xz are not read. */
  readonly sevenZip?: Uint8Array | null;
  /** Reads text off the pictures of the root document; what is inside it is marked as `recognisable` instead. */
  readonly recogniser?: Recogniser | null;
}

/** A document and, for what came out of a container, its bytes (`null` for the root, whose bytes the caller has). */
export interface ReadItem {
  readonly document: Document;
  readonly bytes: Uint8Array | null;
  /** Page images in it that a recogniser has yet to look at; reading it again with one gives their text. */
  readonly recognisable: number;
}

/** Takes items as they get ready: children before their container, which is complete only when they are. `index` is the place in the final order. */
export type ReadSink = (item: ReadItem, index: number) => Promise<void>;

/** The root document first, then everything found inside it, parents before children. Never throws for a bad document. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  await readEach(bytes, options, async (item, index) => {
    items[index] = item;
  });
  return items;
}

/** The same, one item at a time, so that a large archive never lies in memory with everything that is in it. */
export async function readEach(bytes: Uint8Array, options: ReadOptions, sink: ReadSink): Promise<void> {
  const { name, encoding, limits, pdfium, sevenZip = null, recogniser = null, stage = 'unknown' } = options;
  const budget = createBudget(limits, bytes.length);
  const walk: Walk = { stage, pdfium, sevenZip, recogniser, budget, sink, told: encoding ?? null, next: 0 };
  await visit(walk, {
    bytes,
    name,
    encoding: encoding ? { label: encoding, by: 'person' } : null,
    parent: null,
    depth: 0,
  });
}

const LIMITS_MET: ReadonlySet<string> = new Set([
  'nested-too-deep',
  'too-many-entries',
  'cut-by-limit',
  'archive-entry-refused',
]);

interface Walk extends Pick<Source, 'pdfium' | 'sevenZip' | 'recogniser'> {
  readonly stage: string;
  readonly budget: Budget;
  readonly sink: ReadSink;
  /** A person's word on the encoding of the root; what is inside is read by it as far as its bytes agree. */
  readonly told: string | null;
  /** Index of the next item. */
  next: number;
}

interface Visited extends Pick<Source, 'bytes' | 'name' | 'encoding'> {
  readonly parent: Parent | null;
  readonly depth: number;
}

/** What a container learns of something inside it. */
interface Found {
  /** A limit that was met somewhere inside: every container above is incomplete. */
  readonly met: Problem | null;
  readonly refusal: Problem | null;
  /** It or something inside it holds text, or a picture that may. */
  readonly isTelling: boolean;
}

/** Reads one item and everything in it. The only recursion of reading; `limits.maxDepth` bounds it. */
async function visit(walk: Walk, item: Visited): Promise<Found> {
  const index = walk.next++;
  const { mediaType, promised } = await detectType(item.bytes, item.name);
  const problems: Problem[] = [];
  if (promised !== null) {
    problems.push(
      problem(
        'type-mismatch',
        'note',
        `The name promises ${promised}, the content is ${mediaType}; it was taken for what it is.`,
      ),
    );
  }
  const { budget, pdfium, sevenZip } = walk;
  const recogniser = item.depth === 0 ? walk.recogniser : null;
  const source: Source = { ...item, mediaType, budget, pdfium, sevenZip, recogniser };
  const reading = await readSafely(source);
  const head = finishDocument({
    ...item,
    mediaType,
    reading,
    reader: readerIdOf(mediaType, walk.stage),
    budget: walk.budget,
  });
  problems.push(...head.problems);
  const inside = createTally();
  if (reading.children) problems.push(...(await visitChildren(walk, item, { id: head.id, inside }, reading.children)));
  // What has blocks is more than a container: an empty mail is no empty archive.
  if (reading.children && !reading.blocks) problems.push(...inside.judge(problems));
  const document = { ...head, problems, status: statusOf(problems) };
  const recognisable = document.status === 'refused' ? 0 : (reading.recognisable ?? 0);
  await walk.sink({ document, bytes: item.parent ? item.bytes : null, recognisable }, index);
  return {
    met: problems.find(({ code }) => LIMITS_MET.has(code)) ?? null,
    refusal: problems.find(({ severity }) => severity === 'fatal') ?? null,
    isTelling: recognisable > 0 || document.text.trim() !== '' || inside.isTelling(),
  };
}

/** Counts what comes out of a container, and says so when none of it is of use. */
function createTally() {
  let count = 0;
  let refused = 0;
  let isTelling = false;
  let first: Problem | null = null;
  return {
    add: (found: Found): void => {
      count += 1;
      if (found.refusal) refused += 1;
      first ??= found.refusal;
      isTelling ||= found.isTelling;
    },
    isTelling: (): boolean => isTelling,
    judge: (problems: readonly Problem[]): Problem[] => {
      if (isTelling) return [];
      if (count === 0) return problems.length === 0 ? [problem('no-text', 'note', 'There is nothing in it.')] : [];
      const what = count === 1 ? 'The one document in it' : `None of the ${count} documents in it`;
      if (refused < count || !first)
        return [problem('no-text', 'warning', `${what} holds ${count === 1 ? 'no text' : 'text'}.`)];
      const verb = count === 1 ? 'could not be read' : 'could be read';
      return [problem('no-text', 'warning', `${what} ${verb}: ${first.detail}`)];
    },
  };
}

type Tally = ReturnType<typeof createTally>;

async function visitChildren(
  walk: Walk,
  container: Visited,
  { id, inside }: { readonly id: string; readonly inside: Tally },
  children: NonNullable<Reading['children']>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const { maxDepth, maxEntries } = walk.budget.limits;
  try {
    for await (const child of children((found) => problems.push(found))) {
      if (container.depth >= maxDepth) {
        problems.push(
          problem(
            'nested-too-deep',
            'warning',
            `Containers within containers are opened ${maxDepth} deep; "${child.place}" and what is beside it was not read. Add it by itself.`,
          ),
        );
        break;
      }
      if (!walk.budget.takeEntry()) {
        problems.push(
          problem(
            'too-many-entries',
            'warning',
            `More than ${maxEntries} entries in one file; "${child.place}" and what follows was not read. Unpack it and add the parts.`,
          ),
        );
        break;
      }
      const found = await visit(
        walk,
        toVisited(walk, child, { document: id, place: child.place }, container.depth + 1),
      );
      inside.add(found);
      const { met } = found;
      if (met && !problems.some(({ code }) => code === met.code)) {
        problems.push(problem(met.code, 'warning', met.detail));
      }
    }
  } catch (error) {
    problems.push(problem('malformed', 'warning', `What is inside could not be read to its end: ${messageOf(error)}.`));
  }
  return problems;
}

function toVisited(walk: Walk, child: Child, parent: Parent, depth: number): Visited {
  const label = walk.told ?? child.encoding;
  const encoding = label ? ({ label, by: 'container' } as const) : null;
  return { bytes: child.bytes, name: baseName(child.name), encoding, parent, depth };
}

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** What the reader found; its failure is this document's problem and nobody else's. */
async function readSafely(source: Source): Promise<Reading> {
  if (source.bytes.length === 0) {
    return { text: '', problems: [problem('empty-file', 'fatal', 'The file is empty (0 bytes); ask for it again.')] };
  }
  const reader = readerOf(source.mediaType);
  if (!reader) {
    const detail = `Files of type ${source.mediaType} are not read. ${adviceFor(source.mediaType)}`;
    const code = source.mediaType === 'application/x-encrypted-office' ? 'encrypted' : 'unsupported-format';
    return { text: '', problems: [problem(code, 'fatal', detail)] };
  }
  try {
    return await reader.read(source);
  } catch (error) {
    const detail = `The file cannot be read as ${source.mediaType}: ${messageOf(error)}. Open it in another program, save it again and add that file.`;
    return { text: '', problems: [problem('malformed', 'fatal', detail)] };
  }
}

/** Fatal: nothing could be read. Warning: something is missing or doubtful. Notes change nothing. */
function statusOf(problems: readonly Problem[]): Document['status'] {
  if (problems.some(({ severity }) => severity === 'fatal')) return 'refused';
  return problems.some(({ severity }) => severity === 'warning') ? 'partial' : 'parsed';
}
