import { Converter } from 'opencc-js/t2cn';

const HAN = /\p{Script=Han}/u;
let convert: ((text: string) => string) | null = null;

/** Traditional Chinese characters as simplified ones; other text as it is. The tables are built at the first use. */
export function simplify(text: string): string {
  if (!HAN.test(text)) return text;
  const simple = convert ?? Converter({ from: 't', to: 'cn' });
  convert = simple;
  return simple(text);
}
