/** Code page of a font's character set (RTF 1.9.1, "Font Table"); 0 and 1 leave it to the document. */
const CHARSETS: Readonly<Record<number, number>> = {
  77: 10000,
  78: 932,
  80: 936,
  81: 950,
  89: 10007,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

/** Labels of the code pages that are not called `windows-<number>`. */
const LABELS: Readonly<Record<number, string>> = {
  708: 'iso-8859-6',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1361: 'euc-kr',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  65001: 'utf-8',
};

/** Code page of a font's character set, or `null` when the document's own holds. */
export const codePageOfCharset = (charset: number): number | null => CHARSETS[charset] ?? null;

/** Label of a code page by the WHATWG Encoding Standard; `null` for one that it does not know. */
export function labelOfCodePage(codePage: number): string | null {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  return LABELS[codePage] ?? null;
}

/** A decoder that remembers its tables. Code pages that no standard decoder knows come out as windows-1252. */
export function createCodePageDecoder(): (bytes: readonly number[], codePage: number) => string {
  const decoders = new Map<number, (bytes: Uint8Array) => string>();
  return (bytes, codePage) => {
    let decode = decoders.get(codePage);
    if (!decode) {
      const decoder = new TextDecoder(labelOfCodePage(codePage) ?? 'windows-1252');
      decode = (some) => decoder.decode(some);
      decoders.set(codePage, decode);
    }
    return decode(Uint8Array.from(bytes));
  };
}
