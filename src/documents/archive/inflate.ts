const SLICE = 65_536;

/** Packed data fed to a decompressor little by little, so that a bomb is noticed before it has swollen. Throws where it is damaged. */
export async function* inflate(bytes: Uint8Array, format: 'gzip' | 'deflate-raw'): AsyncGenerator<Uint8Array> {
  let at = 0;
  const packed = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      // A copy: what goes into a stream may be handed on for good.
      controller.enqueue(bytes.slice(at, at + SLICE));
      at += SLICE;
    },
  });
  // Node has had raw deflate since 20.12; its types have not.
  const unpacker = new DecompressionStream(format as 'gzip');
  const reader = (packed.pipeThrough(unpacker) as ReadableStream<Uint8Array>).getReader();
  // Left alone when nobody wants more: cancelling makes Node 20 throw where nobody can catch it.
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** The file name that a gzip header gives, or `null`. */
export function gzipName(bytes: Uint8Array): string | null {
  const flags = bytes[3] ?? 0;
  if ((flags & 8) === 0 || (flags & 4) !== 0) return null;
  const end = bytes.indexOf(0, 10);
  if (end < 11 || end > 1024) return null;
  const raw = bytes.subarray(10, end);
  return new TextDecoder(raw.every((byte) => byte < 0x80) ? 'utf-8' : 'latin1').decode(raw);
}
