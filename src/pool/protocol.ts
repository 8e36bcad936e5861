import type { Document, Extraction } from '../model/index.ts';

/** What the pool asks of a worker, one at a time. */
export type Request =
  | {
      readonly kind: 'read';
      readonly path: string;
      readonly name: string;
      readonly encoding?: string;
      readonly extract: boolean;
      /** Folder for the bytes of child documents; made by the worker when the first one turns up. */
      readonly scratch: string;
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
  /** The file itself cannot be read: nothing that another try in a fresh worker would change. */
  | {
      readonly kind: 'unreadable';
      readonly code: 'unreadable-file' | 'not-a-file' | 'too-large';
      readonly detail: string;
    }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'done' };

const LENGTH_BYTES = 4;

/** A message as bytes: its length (4 bytes, big endian), then JSON as UTF-8. */
export function encodeFrame(message: Request | Response): Buffer {
  const json = Buffer.from(JSON.stringify(message), 'utf8');
  const frame = Buffer.allocUnsafe(LENGTH_BYTES + json.length);
  frame.writeUInt32BE(json.length, 0);
  json.copy(frame, LENGTH_BYTES);
  return frame;
}

/**
 * Cuts a byte stream into messages. `push` returns the messages that a chunk completes;
 * it throws `RangeError` as soon as a message announces more than `maxBytes`, before any of it is kept.
 */
export function createFrameReader<T>(maxBytes: number): { readonly push: (chunk: Buffer) => T[] } {
  let chunks: Buffer[] = [];
  let held = 0;
  const take = (size: number): Buffer => {
    const all = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    chunks = all.length > size ? [all.subarray(size)] : [];
    held -= size;
    return all.subarray(0, size);
  };
  let wanted = -1;
  return {
    push: (chunk) => {
      const messages: T[] = [];
      chunks.push(chunk);
      held += chunk.length;
      for (;;) {
        if (wanted < 0) {
          if (held < LENGTH_BYTES) return messages;
          wanted = take(LENGTH_BYTES).readUInt32BE(0);
          if (wanted > maxBytes) throw new RangeError(`a message of ${wanted} bytes is over the limit of ${maxBytes}`);
        }
        if (held < wanted) return messages;
        messages.push(JSON.parse(take(wanted).toString('utf8')) as T);
        wanted = -1;
      }
    },
  };
}
