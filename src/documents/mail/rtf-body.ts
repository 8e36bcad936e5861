/** A body larger than this is no letter. */
const LARGEST = 20_000_000;
const WINDOW = 4_096;
const PACKED = 0x75465a4c;
const STORED = 0x414c454d;

/** What the window holds before the first byte (MS-OXRTFCP 2.1.3.1.2): words that most RTF begins with. */
const PRESET =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/** The body that Outlook keeps as packed RTF (MS-OXRTFCP), unpacked; `null` when there is none. A damaged one gives what it holds. */
export function openRtf(packed: Uint8Array | undefined): Uint8Array | null {
  if (!packed || packed.length < 16) return null;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const size = view.getUint32(4, true);
  const kind = view.getUint32(8, true);
  if (size > LARGEST) return null;
  if (kind === STORED) return packed.slice(16, 16 + size);
  return kind === PACKED ? unpack(packed, size) : null;
}

function unpack(packed: Uint8Array, size: number): Uint8Array {
  const window = new Uint8Array(WINDOW);
  window.set(new TextEncoder().encode(PRESET));
  const out = new Uint8Array(size);
  let length = 0;
  let write = PRESET.length;
  const put = (byte: number): void => {
    if (length < size) out[length++] = byte;
    window[write] = byte;
    write = (write + 1) % WINDOW;
  };
  for (let at = 16; at < packed.length && length < size; ) {
    const control = packed[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(packed[at++] ?? 0);
        continue;
      }
      const reference = ((packed[at] ?? 0) << 8) | (packed[at + 1] ?? 0);
      at += 2;
      const offset = reference >> 4;
      // A reference to the place that is about to be written marks the end.
      if (offset === write) return out.subarray(0, length);
      for (let i = 0; i < (reference & 15) + 2; i++) put(window[(offset + i) % WINDOW] ?? 0);
    }
  }
  return out.subarray(0, length);
}
