import type { Document, Extraction } from '../model/index.ts';

/** What the pool asks of a worker, one at a time. */
export type Request =
  | {
      readonly kind: 'read';
      readonly name: string;
      /** How many bytes of the file follow the message: a reader is handed bytes and opens nothing itself. */
      readonly bodyBytes: number;
      readonly encoding?: string;
      readonly extract: boolean;
      /** Folder for the bytes of child documents; made by the worker when the first one turns up. */
      readonly scratch: string;
      /** Write down only the bytes that text recognition will want again. */
      readonly dropBytes?: boolean;
      /** Read the root's pictures as well, so many of them; without it they are only counted. */
      readonly recognise?: RecogniseRequest;
    }
  | { readonly kind: 'extract'; readonly document: Document };

export interface RecogniseRequest {
  readonly maxPages: number;
  /** No picture is begun later than this, milliseconds since 1970. */
  readonly until: number | null;
  /** Folder with language data of the user's own. */
  readonly dataFolder: string | null;
}

/** What a worker answers. Items come as they get ready: whatever arrived before a crash is kept. */
export type Response =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'document';
      readonly index: number;
      readonly document: Document;
      readonly bytesPath: string | null;
      /** Pictures in it that text recognition has yet to look at. */
      readonly recognisable?: number;
    }
  | { readonly kind: 'extraction'; readonly index: number; readonly extraction: Extraction }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'done' };

const LENGTH_BYTES = 4;

/** A message as bytes: its length (4 bytes, big endian), then JSON as UTF-8. */
export function encodeFrame(message: Request | Response): Buffer {
  const json = JSON.stringify(message);
  // Written where it goes: the record of a long table is large enough for a second copy to matter.
  const length = Buffer.byteLength(json, 'utf8');
  const frame = Buffer.allocUnsafe(LENGTH_BYTES + length);
  frame.writeUInt32BE(length, 0);
  frame.write(json, LENGTH_BYTES, 'utf8');
  return frame;
}

/** One message, and the bytes that follow it where it announces any (`bodyBytes`). */
export interface Framed<T> {
  readonly message: T;
  readonly body: Uint8Array | null;
}

export interface FrameLimits {
  /** Bytes of the longest message that is taken. */
  readonly maxBytes: number;
  /** Bytes of the longest body that is taken; 0 when none may follow. */
  readonly maxBodyBytes: number;
}

/** Collects a known number of bytes into one buffer, so that a large file is held once. */
function createCollector(size: number) {
  const buffer = Buffer.allocUnsafe(size);
  let held = 0;
  return {
    /** Takes what it needs of `chunk` and returns the rest. */
    take: (chunk: Buffer): Buffer => {
      const taken = chunk.copy(buffer, held);
      held += taken;
      return chunk.subarray(taken);
    },
    /** The bytes once all are there, else `null`. */
    whole: (): Buffer | null => (held === size ? buffer : null),
  };
}

/**
 * Cuts a byte stream into messages and their bodies. `push` returns what a chunk completes;
 * it throws `RangeError` as soon as a message or body announces more than the limit, before any of it is kept.
 */
export function createFrameReader<T extends object>(
  limits: FrameLimits,
): { readonly push: (chunk: Buffer) => Framed<T>[] } {
  let stage: 'length' | 'message' | 'body' = 'length';
  let collector = createCollector(LENGTH_BYTES);
  let message: T | null = null;

  const expectNext = (next: typeof stage, size: number): void => {
    stage = next;
    collector = createCollector(size);
  };
  const refuseOver = (size: number, limit: number): void => {
    if (size > limit) throw new RangeError(`a message of ${size} bytes is over the limit of ${limit}`);
  };
  /** What `bytes` complete, if anything; says what is expected next. */
  const complete = (bytes: Buffer): Framed<T> | null => {
    if (stage === 'length') {
      const size = bytes.readUInt32BE(0);
      refuseOver(size, limits.maxBytes);
      expectNext('message', size);
      return null;
    }
    if (stage === 'message') {
      const parsed = JSON.parse(bytes.toString('utf8')) as T;
      const size = 'bodyBytes' in parsed && typeof parsed.bodyBytes === 'number' ? parsed.bodyBytes : null;
      if (size === null) {
        expectNext('length', LENGTH_BYTES);
        return { message: parsed, body: null };
      }
      refuseOver(size, limits.maxBodyBytes);
      message = parsed;
      expectNext('body', size);
      return null;
    }
    const framed = message ? { message, body: bytes } : null;
    message = null;
    expectNext('length', LENGTH_BYTES);
    return framed;
  };
  return {
    push: (chunk) => {
      const framed: Framed<T>[] = [];
      let rest = chunk;
      for (;;) {
        rest = collector.take(rest);
        const whole = collector.whole();
        if (!whole) return framed;
        const found = complete(whole);
        if (found) framed.push(found);
      }
    },
  };
}
