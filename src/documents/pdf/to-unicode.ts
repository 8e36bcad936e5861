const TOKEN = /<([0-9a-fA-F\s]{0,600})>|[[\]]/g;
/** Fonts have fewer characters than this; what a made-up map has beyond them is left. */
const MAX_ENTRIES = 70_000;

/** Which text each code stands for, as a ToUnicode map (its own small language) says. Damaged parts are left out. */
export function parseToUnicode(source: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  let left = MAX_ENTRIES;
  const put = (code: number, text: string): void => {
    if (left-- > 0) map.set(code, text);
  };
  for (let at = source.indexOf('beginbf'); at >= 0 && left > 0; at = source.indexOf('beginbf', at + 1)) {
    const end = source.indexOf('endbf', at);
    const body = source.slice(at + 7, end < 0 ? undefined : end);
    const tokens = [...body.matchAll(TOKEN)].map(([whole, hex]) =>
      hex === undefined ? whole : hex.replace(/\s/g, ''),
    );
    if (body.startsWith('char')) addChars(tokens, put);
    else addRanges(tokens, put);
    if (end < 0) break;
    at = end;
  }
  return map;
}

type Put = (code: number, text: string) => void;

function addChars(tokens: readonly string[], put: Put): void {
  for (let i = 0; i + 1 < tokens.length; i += 2) put(Number.parseInt(tokens[i] ?? '', 16), decode(tokens[i + 1] ?? ''));
}

/** `<first> <last> <text>`, where the text counts on, or `<first> <last> [<text> <text> ...]`. */
function addRanges(tokens: readonly string[], put: Put): void {
  let i = 0;
  while (i + 2 < tokens.length) {
    const first = Number.parseInt(tokens[i] ?? '', 16);
    const last = Math.min(Number.parseInt(tokens[i + 1] ?? '', 16), first + 0xff);
    if (tokens[i + 2] === '[') {
      const close = tokens.indexOf(']', i);
      const end = close < 0 ? tokens.length : close;
      for (const [n, text] of tokens.slice(i + 3, end).entries()) put(first + n, decode(text));
      i = end + 1;
      continue;
    }
    const text = decode(tokens[i + 2] ?? '');
    const point = text.codePointAt(text.length - 1) ?? 0;
    for (let code = first; code <= last; code++)
      put(code, text.slice(0, -1) + String.fromCodePoint(Math.min(0x10ffff, point + code - first)));
    i += 3;
  }
}

/** UTF-16, big endian, written as hexadecimal digits. */
function decode(hex: string): string {
  const units = hex.match(/.{4}/g)?.map((unit) => Number.parseInt(unit, 16)) ?? [];
  return String.fromCharCode(...units.slice(0, 64));
}
