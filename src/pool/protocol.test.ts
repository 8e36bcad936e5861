import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader, encodeFrame, type Request, type Response } from './protocol.ts';

const failed = (detail: string): Response => ({ kind: 'failed', detail });

const LIMITS = { maxBytes: 1_000_000, maxBodyBytes: 100 };

describe('frames', () => {
  it('survive any cutting of the stream', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }),
        fc.array(fc.nat(30), { minLength: 1 }),
        (details, cuts) => {
          const stream = Buffer.concat(details.map((detail) => encodeFrame(failed(detail))));
          const reader = createFrameReader<Response>(LIMITS);
          const messages: Response[] = [];
          for (let at = 0, i = 0; at < stream.length; i++) {
            const size = (cuts[i % cuts.length] ?? 0) + 1;
            messages.push(...reader.push(stream.subarray(at, at + size)).map(({ message }) => message));
            at += size;
          }
          expect(messages).toEqual(details.map(failed));
        },
      ),
    );
  });

  it('carry the bytes of a file behind a message, none as well', () => {
    const read = (bodyBytes: number): Request => ({ kind: 'read', name: 'a', bodyBytes, extract: false, scratch: '' });
    const stream = Buffer.concat([
      encodeFrame(read(3)),
      Buffer.from([0, 255, 0]),
      encodeFrame(read(0)),
      encodeFrame(read(1)),
      Buffer.from([7]),
    ]);
    for (const step of [1, 2, 5, stream.length]) {
      const reader = createFrameReader<Request>(LIMITS);
      const bodies: unknown[] = [];
      for (let at = 0; at < stream.length; at += step)
        bodies.push(...reader.push(stream.subarray(at, at + step)).map(({ body }) => body && [...body]));
      expect(bodies).toEqual([[0, 255, 0], [], [7]]);
    }
  });

  it('refuse a length over the limit before its bytes come', () => {
    const reader = () => createFrameReader<Request>({ maxBytes: 10, maxBodyBytes: 100 });
    expect(() => reader().push(Buffer.from([0, 0, 0, 11]))).toThrow(RangeError);
    expect(reader().push(Buffer.from([0, 0, 0, 10]))).toEqual([]);
    const large: Request = { kind: 'read', name: 'a', bodyBytes: 101, extract: false, scratch: '' };
    expect(() => createFrameReader<Request>(LIMITS).push(encodeFrame(large))).toThrow(RangeError);
  });
});
