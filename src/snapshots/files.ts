import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { TextDecoder } from 'node:util';
import { ClewError } from '../errors.ts';
import { type ListFormat, recogniseList } from '../screening/index.ts';

/** A file of a list, looked at once: what it is, its hash, how it is encoded. */
export interface InspectedFile {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  /** Last change of the file, ISO day. */
  readonly changed: string;
  readonly encoding: string;
  /** Its last character ends a line (or, as in old files, the text). */
  readonly endsInLine: boolean;
  readonly format: ListFormat;
}

/** Characters that are enough to recognise a format. */
const HEAD = 60_000;

/** Throws `ClewError`: `path-not-found`, or `list-unknown` when the content is no list that clew reads. */
export async function inspectFile(path: string, name = basename(path)): Promise<InspectedFile> {
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new ClewError('path-not-found', `${path} is no file.`, {
      hint: 'Give the files of the list, such as sdn.csv.',
    });
  }
  const hash = createHash('sha256');
  let utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true });
  let head = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (head.length < HEAD) head = Buffer.concat([head, chunk.subarray(0, HEAD - head.length)]);
    utf8 = stillDecodes(utf8, chunk);
    tail = Buffer.concat([tail, chunk]).subarray(-4);
  }
  const { size, mtime } = statSync(path);
  const encoding = encodingOf(head, utf8 !== null);
  const format = await recogniseList(new TextDecoder(encoding).decode(head));
  if (format === null) {
    throw new ClewError('list-unknown', `${name} is no list that clew reads.`, {
      hint: 'Clew reads OFAC’s csv files, the UN consolidated list in XML, and OpenSanctions’ targets.simple.csv and entities.ftm.json.',
    });
  }
  return {
    path,
    name,
    sha256: hash.digest('hex'),
    size,
    changed: mtime.toISOString().slice(0, 10),
    encoding,
    endsInLine: /[\n\r\u001a]\0?$/.test(tail.toString('latin1')),
    format,
  };
}

function stillDecodes(decoder: TextDecoder | null, chunk: Buffer): TextDecoder | null {
  try {
    decoder?.decode(chunk, { stream: true });
    return decoder;
  } catch {
    return null;
  }
}

function encodingOf(head: Buffer, isUtf8: boolean): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

/** The text of a file in pieces. */
export async function* textOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
