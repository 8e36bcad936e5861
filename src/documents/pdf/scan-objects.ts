import { type Allowance, inflatePrefix } from './inflate.ts';
import { isDict, isList, numberOf, type PdfDict, type PdfValue, parseValue, skipSpace } from './objects.ts';

/** An object found by looking for it, not by the file's own table. */
export interface FoundObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  /** Where its stream lies in the file, for one that has a stream. */
  readonly stream: { readonly start: number; readonly end: number; readonly isCut: boolean } | null;
  /** It lay packed among others and has no place in the file of its own. */
  readonly isPacked: boolean;
}

export interface Scanned {
  readonly objects: ReadonlyMap<number, FoundObject>;
  /** Dictionaries after `trailer` and of cross-reference streams, the last one first. */
  readonly trailers: readonly PdfDict[];
  /** Streams whose object cannot be told any more. */
  readonly strays: readonly FoundObject[];
}

/** PDFium takes no larger number. */
const MAX_NUMBER = 4_000_000;
const MAX_OBJECTS = 500_000;
/** A string or list without its end reaches to the end of the file: so many times its size is read over in all. */
const MAX_PASSES = 8;
const MAX_TRAILERS = 50;
const OBJECT = /(\d{1,10})[\0\t\n\f\r ]{1,10}(\d{1,5})[\0\t\n\f\r ]{1,10}obj(?![a-z])/g;
const STREAM = /[\0\t\n\f\r ]{0,10}stream(?:\r\n|\n|\r)?/y;

/** Finds every object that the bytes (as Latin-1) still hold, those packed into object streams included. A later one of a number wins. */
export function scanObjects(source: string, bytes: Uint8Array, allowance: Allowance): Scanned {
  const objects = new Map<number, FoundObject>();
  const ends = createEndFinder(source);
  const taken: { readonly start: number; readonly end: number }[] = [];
  let work = source.length * MAX_PASSES;
  OBJECT.lastIndex = 0;
  for (let found = OBJECT.exec(source); found && objects.size < MAX_OBJECTS && work > 0; found = OBJECT.exec(source)) {
    const number = Number(found[1]);
    if (number > MAX_NUMBER || number === 0) continue;
    const at = found.index + found[0].length;
    const parsed = parseValue(source, at);
    if (!parsed) continue;
    work -= parsed.end - at;
    const stream = isDict(parsed.value) ? streamOf(source, parsed.end, { dict: parsed.value, ends }) : null;
    objects.set(number, { number, generation: Number(found[2]), value: parsed.value, stream, isPacked: false });
    OBJECT.lastIndex = stream?.end ?? Math.max(at, Math.min(parsed.end, at + 1_000_000));
    if (stream) taken.push(stream);
  }
  OBJECT.lastIndex = 0;
  const trailers = findTrailers(source, objects);
  const isEncrypted = trailers.some((trailer) => trailer.has('Encrypt'));
  if (!isEncrypted) unpackObjects(objects, bytes, allowance);
  return { objects, trailers, strays: findStrays(source, { taken, ends }) };
}

/** Finds `endstream`, and remembers when there is no further one: a file full of openings is not searched to its end each time. */
function createEndFinder(source: string): (from: number) => number {
  let noneFrom = Number.POSITIVE_INFINITY;
  return (from) => {
    if (from >= noneFrom) return -1;
    const end = source.indexOf('endstream', from);
    if (end < 0) noneFrom = from;
    return end;
  };
}

function streamOf(
  source: string,
  at: number,
  { dict, ends }: { readonly dict: PdfDict; readonly ends: (from: number) => number },
): FoundObject['stream'] {
  STREAM.lastIndex = at;
  const opening = STREAM.exec(source);
  if (!opening) return null;
  const start = at + opening[0].length;
  const length = numberOf(dict.get('Length'));
  if (length !== null && length >= 0 && start + length <= source.length) {
    const after = skipSpace(source, start + length);
    if (after - start - length < 8 && source.startsWith('endstream', after))
      return { start, end: start + length, isCut: false };
  }
  const end = ends(start);
  if (end < 0) return { start, end: source.length, isCut: true };
  const isReturn = source[end - 2] === '\r' && source[end - 1] === '\n';
  return {
    start,
    end: Math.max(start, end - (isReturn ? 2 : /[\r\n]/.test(source[end - 1] ?? '') ? 1 : 0)),
    isCut: false,
  };
}

function findTrailers(source: string, objects: ReadonlyMap<number, FoundObject>): PdfDict[] {
  const trailers: PdfDict[] = [];
  let tries = MAX_TRAILERS;
  for (let at = source.lastIndexOf('trailer'); at >= 0 && tries > 0; at = source.lastIndexOf('trailer', at - 1)) {
    const start = skipSpace(source, at + 7);
    if (source.startsWith('<<', start)) {
      tries -= 1;
      const parsed = parseValue(source, start);
      if (parsed && isDict(parsed.value)) trailers.push(parsed.value);
    }
    if (at === 0) break;
  }
  for (const { value } of [...objects.values()].reverse()) {
    if (isDict(value) && value.get('Type') === '/XRef') trailers.push(value);
  }
  return trailers;
}

/** Streams larger than this hold no objects worth unpacking at once. */
const MAX_PACKED = 20_000_000;

function unpackObjects(objects: Map<number, FoundObject>, bytes: Uint8Array, allowance: Allowance): void {
  for (const { value, stream } of [...objects.values()]) {
    if (!stream || !isDict(value) || value.get('Type') !== '/ObjStm') continue;
    const packed = bytes.subarray(stream.start, stream.end);
    const plain = isFlate(value) ? inflatePrefix(packed, { limit: MAX_PACKED, allowance }) : packed;
    const text = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString('latin1');
    const first = numberOf(value.get('First')) ?? 0;
    const head = text.slice(0, first).trim().split(/\s+/);
    for (let i = 0; i + 1 < head.length && objects.size < MAX_OBJECTS; i += 2) {
      const number = Number(head[i]);
      const offset = first + Number(head[i + 1]);
      if (!(number > 0 && number <= MAX_NUMBER) || !(offset >= first) || objects.has(number)) continue;
      const parsed = offset < text.length ? parseValue(text, offset) : null;
      if (parsed) objects.set(number, { number, generation: 0, value: parsed.value, stream: null, isPacked: true });
    }
  }
}

/** Whether a stream is packed by zlib and nothing else. */
export function isFlate(dict: PdfDict): boolean {
  const filter = dict.get('Filter') ?? dict.get('F');
  const only = isList(filter) ? (filter.length === 1 ? filter[0] : undefined) : filter;
  return only === '/FlateDecode' || only === '/Fl';
}

const MAX_STRAYS = 2_000;
/** How far before its stream a dictionary may begin. */
const FURTHEST_DICT = 4_000;

/** Streams that no object claims, their number being damaged: the dictionary before the word `stream` may still be whole. */
function findStrays(
  source: string,
  {
    taken,
    ends,
  }: {
    readonly taken: readonly { readonly start: number; readonly end: number }[];
    readonly ends: (from: number) => number;
  },
): FoundObject[] {
  const strays: FoundObject[] = [];
  let next = 0;
  const opening = /(?<!end)stream(?:\r\n|\n|\r)/g;
  for (let found = opening.exec(source); found && strays.length < MAX_STRAYS; found = opening.exec(source)) {
    const start = found.index + found[0].length;
    while (next < taken.length && (taken[next]?.end ?? 0) < start) next += 1;
    const owner = taken[next];
    if (owner && owner.start <= start) {
      opening.lastIndex = owner.end;
      continue;
    }
    const from = Math.max(0, found.index - FURTHEST_DICT);
    const before = source.slice(from, found.index).lastIndexOf('<<');
    const parsed = before >= 0 ? parseValue(source, from + before) : null;
    const dict = parsed && isDict(parsed.value) ? parsed.value : new Map<string, PdfValue>();
    const end = ends(start);
    strays.push({
      number: 0,
      generation: 0,
      value: dict,
      stream: { start, end: end < 0 ? source.length : end, isCut: end < 0 },
      isPacked: false,
    });
    opening.lastIndex = end < 0 ? source.length : end;
  }
  return strays;
}
