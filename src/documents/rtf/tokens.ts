/** What a scan of RTF reports, in order. */
export interface RtfHandler {
  readonly open: () => void;
  readonly close: () => void;
  /** A control word or symbol (`par`, `~`, `*`) with its number, `null` when it has none. */
  readonly control: (word: string, value: number | null) => void;
  /** One byte of text in the current code page, from the text itself or from `\'xx`. */
  readonly byte: (value: number) => void;
  /** The bytes of a `\bin`. */
  readonly binary: (bytes: Uint8Array) => void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

const isLetter = (byte: number | undefined): byte is number =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
const isDigit = (byte: number | undefined): byte is number => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Scans RTF once from start to end (RTF 1.9.1, "RTF Syntax"). Never throws; a cut-off end is no trouble here. */
export function scanRtf(bytes: Uint8Array, handler: RtfHandler): void {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte === BACKSLASH) at = readControl(bytes, at + 1, handler);
    else {
      if (byte === OPEN) handler.open();
      else if (byte === CLOSE) handler.close();
      else if (byte !== 0x0d && byte !== 0x0a && byte !== 0) handler.byte(byte);
      at += 1;
    }
  }
}

/** Words longer than the specification allows are no words of it. */
const LONGEST_WORD = 32;

/** Returns where to go on. `at` is after the backslash. */
function readControl(bytes: Uint8Array, at: number, handler: RtfHandler): number {
  const first = bytes[at];
  if (first === undefined) return at;
  if (!isLetter(first)) return readSymbol(bytes, at, handler);
  let end = at;
  while (end - at < LONGEST_WORD && isLetter(bytes[end])) end += 1;
  const word = String.fromCharCode(...bytes.subarray(at, end));
  const digits = end + (bytes[end] === 0x2d ? 1 : 0);
  let next = digits;
  while (next - digits < 10 && isDigit(bytes[next])) next += 1;
  const hasValue = next > digits;
  const value = hasValue ? Number(String.fromCharCode(...bytes.subarray(end, next))) : null;
  if (!hasValue) next = end;
  if (bytes[next] === 0x20) next += 1;
  if (word !== 'bin') {
    handler.control(word, value);
    return next;
  }
  const length = Math.max(0, value ?? 0);
  handler.binary(bytes.subarray(next, next + length));
  return next + length;
}

function readSymbol(bytes: Uint8Array, at: number, handler: RtfHandler): number {
  const symbol = bytes[at] ?? 0;
  if (symbol !== 0x27) {
    if (symbol === BACKSLASH || symbol === OPEN || symbol === CLOSE) handler.byte(symbol);
    else handler.control(symbol === 0x0a || symbol === 0x0d ? 'par' : String.fromCharCode(symbol), null);
    return at + 1;
  }
  const code = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
  if (Number.isNaN(code)) return at + 1;
  handler.byte(code);
  return at + 3;
}
