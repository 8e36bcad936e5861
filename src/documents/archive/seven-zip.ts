import type { FSNode, SevenZipModule, SevenZipModuleFactory } from '7z-wasm';
import * as sevenZipPackage from '7z-wasm';
import { joinBytes } from '../join-bytes.ts';

/** The package is CommonJS whose types describe an ES module: the function lies one `default` deeper than they say. */
const startEngine = (sevenZipPackage as unknown as { readonly default: SevenZipModuleFactory }).default;

/** One entry as 7-Zip lists it. Names are never used as paths outside the engine's own memory. */
export interface SevenZipEntry {
  readonly name: string;
  /** What the archive claims, or `null` where it does not say. */
  readonly size: number | null;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
}

export interface Listing {
  readonly entries: readonly SevenZipEntry[];
  /** What 7-Zip takes the archive for (`7z`, `Rar5`, `bzip2`), `''` when it cannot open it. */
  readonly type: string;
  /** The engine gave up half-way: on damage, or for want of a password to the list itself. */
  readonly isBroken: boolean;
  /** What it complained of, in its own words. */
  readonly complaints: readonly string[];
}

export interface Unpacked {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly isOverBudget: boolean;
  readonly isLocked: boolean;
  readonly complaints: readonly string[];
}

/** Given so that nobody is asked for one; no honest archive has it. */
const PASSWORD = '-pnone';
const INPUT = '/in';
const OUTPUT = '/out';

/** An engine for one archive. It lives in its own memory: no file system, no network, and nobody to ask for a password. */
export async function openSevenZip(wasm: Uint8Array, archive: Uint8Array) {
  const run = async (args: readonly string[], prepare: (module: SevenZipModule) => void) => {
    const lines: string[] = [];
    const keep = (line: string): void => {
      if (lines.length < MOST_LINES) lines.push(line);
    };
    const module = await startEngine({
      wasmBinary: wasm as unknown as ArrayBuffer,
      print: keep,
      printErr: keep,
      // No terminal: whoever asks for a password hears that there is none.
      stdin: () => null as unknown as number,
    });
    module.FS.mkdir(INPUT);
    module.FS.mkdir(OUTPUT);
    module.FS.writeFile(`${INPUT}/archive`, archive);
    prepare(module);
    let isBroken = false;
    try {
      module.callMain([...args]);
    } catch {
      // It throws a number that means nothing outside; what it said before is all there is.
      isBroken = true;
    }
    return { module, lines, isBroken };
  };
  return {
    list: async (): Promise<Listing> => {
      const { lines, isBroken } = await run(['l', '-slt', '-sccUTF-8', PASSWORD, `${INPUT}/archive`], () => {});
      return readListing(lines, isBroken);
    },
    /** Unpacks entries of the given names (all when `null`); each part written is asked for first with `take`. */
    unpack: (names: readonly string[] | null, take: (bytes: number) => boolean): Promise<Unpacked> =>
      unpackWith(run, names, take),
  };
}

/** Lines of output that are kept; an archive of a million entries says no more than one of a hundred thousand. */
const MOST_LINES = 1_000_000;

const isComplaint = (line: string): boolean =>
  /^(?:ERRORS?|WARNINGS?|Error|Can't open|Unexpected|Headers Error|Data Error|There are data after)/i.test(line.trim());
const complaintsIn = (lines: readonly string[]): string[] =>
  lines
    .filter(isComplaint)
    .map((line) => line.replace(/\s+/g, ' ').replace(`${INPUT}/archive`, 'the archive').trim())
    .slice(0, 20);
const saysLocked = (lines: readonly string[]): boolean =>
  lines.some((line) => /encrypted|Wrong password|Enter password/i.test(line) && !/^Encrypted = -$/.test(line));

/** The output of `7z l -slt`: after a line of dashes blocks of `Key = value`, one an entry. */
function readListing(lines: readonly string[], isBroken: boolean): Listing {
  const start = lines.findIndex((line) => /^-{10}$/.test(line));
  const type = lines.find((line) => line.startsWith('Type = '))?.slice(7) ?? '';
  const entries: SevenZipEntry[] = [];
  let fields = new Map<string, string>();
  const flush = (): void => {
    if (fields.has('Path')) entries.push(toEntry(fields));
    fields = new Map();
  };
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    const [, key, value = ''] = /^([A-Z][A-Za-z ]{1,30}) = ?(.*)$/.exec(line) ?? [];
    if (line === '') flush();
    else if (key && !fields.has(key)) fields.set(key, value);
  }
  flush();
  return { entries, type, isBroken, complaints: complaintsIn(lines) };
}

function toEntry(fields: ReadonlyMap<string, string>): SevenZipEntry {
  const attributes = fields.get('Attributes') ?? '';
  const size = fields.get('Size') ?? '';
  return {
    name: fields.get('Path') ?? '',
    size: /^\d{1,15}$/.test(size) ? Number(size) : null,
    isFolder: fields.get('Folder') === '+' || /^D/.test(attributes) || /\sd[rwx-]{9}/.test(attributes),
    isLink:
      /\sl[rwx-]{9}/.test(attributes) ||
      (fields.get('Symbolic Link') ?? '') !== '' ||
      (fields.get('Hard Link') ?? '') !== '',
    isEncrypted: fields.get('Encrypted') === '+',
  };
}

type Run = (
  args: readonly string[],
  prepare: (module: SevenZipModule) => void,
) => Promise<{ readonly module: SevenZipModule; readonly lines: readonly string[]; readonly isBroken: boolean }>;

/** What the engine's file system calls to write; every file in its memory shares one such table. */
interface StreamOperations {
  write: (
    stream: { readonly node: FSNode },
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => number;
}

/** "No space left on device", the one thing that makes the engine stop. */
const NO_SPACE = 51;

async function unpackWith(
  run: Run,
  names: readonly string[] | null,
  take: (bytes: number) => boolean,
): Promise<Unpacked> {
  const parts = new Map<FSNode, { readonly name: string; readonly chunks: Uint8Array[] }>();
  let isOverBudget = false;
  const { lines } = await run(
    [
      'x',
      '-y',
      '-aou',
      '-snl-',
      '-spd',
      '-scsUTF-8',
      '-sccUTF-8',
      '-bd',
      PASSWORD,
      `-o${OUTPUT}`,
      `${INPUT}/archive`,
      ...(names ? [`-i@${INPUT}/names`] : []),
    ],
    ({ FS }) => {
      if (names) FS.writeFile(`${INPUT}/names`, new TextEncoder().encode(names.join('\n')));
      const operations = (FS.lookupPath(`${INPUT}/archive`).node as unknown as { stream_ops: StreamOperations })
        .stream_ops;
      operations.write = (stream, buffer, offset, length) => {
        if (!take(length)) {
          isOverBudget = true;
          throw new (FS as unknown as { ErrnoError: new (code: number) => Error }).ErrnoError(NO_SPACE);
        }
        const known = parts.get(stream.node);
        const file = known ?? { name: FS.getPath(stream.node).slice(OUTPUT.length + 1), chunks: [] };
        if (!known) parts.set(stream.node, file);
        // Kept here and not in the engine's files, which double whenever they grow.
        // The engine's view of its memory is of signed bytes.
        file.chunks.push(new Uint8Array(buffer.buffer, buffer.byteOffset + offset, length).slice());
        return length;
      };
    },
  );
  const files = [...parts.values()].map(({ name, chunks }) => ({ name, bytes: joinBytes(chunks) }));
  return { files, isOverBudget, isLocked: saysLocked(lines), complaints: complaintsIn(lines) };
}
