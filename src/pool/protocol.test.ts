import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader, encodeFrame, type Response } from './protocol.ts';

const failed = (detail: string): Response => ({ kind: 'failed', detail });

describe('frames', () => {
  it('survive any cutting of the stream', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }),
        fc.array(fc.nat(30), { minLength: 1 }),
        (details, cuts) => {
          const stream = Buffer.concat(details.map((detail) => encodeFrame(failed(detail))));
          const reader = createFrameReader<Response>(1_000_000);
          const messages: Response[] = [];
          for (let at = 0, i = 0; at < stream.length; i++) {
            const size = (cuts[i % cuts.length] ?? 0) + 1;
            messages.push(...reader.push(stream.subarray(at, at + size)));
            at += size;
          }
          expect(messages).toEqual(details.map(failed));
        },
      ),
    );
  });

  it('refuse a length over the limit before its bytes come', () => {
    expect(() => createFrameReader(10).push(Buffer.from([0, 0, 0, 11]))).toThrow(RangeError);
    expect(createFrameReader(10).push(Buffer.from([0, 0, 0, 10]))).toEqual([]);
  });
});
