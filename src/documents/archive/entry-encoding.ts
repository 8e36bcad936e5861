import { decodeWith } from '../guess-encoding.ts';
import { scoreEastAsian, scorePlausibility } from '../plausibility.ts';

/** The upper half of code page 437, which DOS and many packers since wrote Western names in; no standard decoder has it. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const decodeCp437 = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? '\ufffd'))).join('');

/** What packers of old wrote names in, and how much worse than the others a rare one may look. */
const CANDIDATES: readonly {
  readonly label: string;
  readonly language?: 'zh' | 'ja' | 'ko';
  readonly handicap: number;
}[] = [
  { label: 'cp437', handicap: 0 },
  { label: 'ibm866', handicap: 0 },
  { label: 'windows-1251', handicap: 0.05 },
  { label: 'windows-1252', handicap: 0.1 },
  { label: 'shift_jis', language: 'ja', handicap: 0.05 },
  { label: 'gb18030', language: 'zh', handicap: 0.05 },
  { label: 'big5', language: 'zh', handicap: 0.1 },
  { label: 'euc-kr', language: 'ko', handicap: 0.1 },
  { label: 'koi8-r', handicap: 0.2 },
];

const decodeName = (raw: Uint8Array, label: string): string =>
  label === 'cp437' ? decodeCp437(raw) : decodeWith(raw, label, Number.POSITIVE_INFINITY);

const MANY_NAMES = 16_384;

function isUtf8(raw: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(raw);
    return true;
  } catch {
    return false;
  }
}

/** Encoding of the names of one archive, guessed from all of them together: one alone is too short to tell by. */
export function findNameEncoding(names: readonly Uint8Array[]): string {
  if (names.every(isUtf8)) return 'utf-8';
  const sample: number[] = [];
  for (const raw of names) {
    if (sample.length > MANY_NAMES) break;
    if (!isUtf8(raw)) sample.push(...raw.subarray(0, 1_000), 0x0a);
  }
  const bytes = Uint8Array.from(sample);
  let best = 'cp437';
  let most = Number.NEGATIVE_INFINITY;
  for (const { label, language, handicap } of CANDIDATES) {
    const text = decodeName(bytes, label);
    const looks = language ? scorePlausibility(text, scoreEastAsian[language]) : scorePlausibility(text);
    // Nobody draws boxes in the name of a file.
    const score = looks - handicap - (/[\u2500-\u259f\u2310\u2320\u2321]/.test(text) ? 2 : 0);
    if (score > most) {
      best = label;
      most = score;
    }
  }
  return best;
}

/** A name in the archive's encoding; one that is UTF-8 nevertheless is read as that. */
export const readName = (raw: Uint8Array, label: string): string =>
  isUtf8(raw) ? new TextDecoder('utf-8').decode(raw) : decodeName(raw, label);
