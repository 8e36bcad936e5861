import { analyse } from 'chardet';
import { scoreEastAsian, scorePlausibility } from './plausibility.ts';
import { restoreWindows1252 } from './windows-1252.ts';

/** What a decoder writes for bytes that fit no character. */
export const DAMAGE = '\ufffd';

export const SAMPLE_BYTES = 65_536;

/** Tables tried when nothing else decides. `handicap`: how much better than a common one a rare one must look. */
const CANDIDATES: readonly {
  readonly label: string;
  readonly language?: 'zh' | 'ja' | 'ko';
  readonly handicap?: number;
}[] = [
  { label: 'windows-1252' },
  { label: 'windows-1251' },
  { label: 'koi8-u', handicap: 0.01 },
  { label: 'windows-1250', handicap: 0.02 },
  { label: 'iso-8859-2', handicap: 0.03 },
  { label: 'iso-8859-7', handicap: 0.05 },
  { label: 'windows-1253', handicap: 0.1 },
  { label: 'windows-1254', handicap: 0.05 },
  { label: 'windows-1255', handicap: 0.1 },
  { label: 'windows-1256', handicap: 0.1 },
  { label: 'windows-1257', handicap: 0.05 },
  { label: 'koi8-r' },
  { label: 'iso-8859-5', handicap: 0.3 },
  { label: 'ibm866', handicap: 0.3 },
  { label: 'x-mac-cyrillic', handicap: 0.02 },
  { label: 'iso-8859-6', handicap: 0.15 },
  { label: 'iso-8859-8', handicap: 0.15 },
  { label: 'iso-8859-13', handicap: 0.1 },
  { label: 'windows-874', handicap: 0.2 },
  { label: 'gb18030', language: 'zh', handicap: 0.1 },
  { label: 'big5', language: 'zh', handicap: 0.1 },
  { label: 'shift_jis', language: 'ja', handicap: 0.1 },
  { label: 'euc-jp', language: 'ja', handicap: 0.1 },
  { label: 'euc-kr', language: 'ko', handicap: 0.1 },
];

/** chardet knows neither KOI8-U nor MacCyrillic, whose small letters are where windows-1251 has them; what speaks for the one speaks for the other. */
const SIBLINGS: Readonly<Record<string, string>> = { 'koi8-u': 'koi8-r', 'x-mac-cyrillic': 'windows-1251' };
const PRIOR_WEIGHT = 0.4;

/** The label the Encoding Standard has for it, or `null` for an encoding nobody can decode. */
export function normalizeLabel(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** Decodes with `label`, a leading byte-order mark dropped, stopping once `maxChars` are there. */
export function decodeWith(bytes: Uint8Array, label: string, maxChars: number): string {
  const text = decodeUpTo(bytes, new TextDecoder(label), maxChars);
  return label === 'windows-1252' ? restoreWindows1252(text) : text;
}

function decodeUpTo(bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>, maxChars: number): string {
  if (bytes.length <= maxChars) return decoder.decode(bytes);
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length && length <= maxChars; at += 1_000_000) {
    const part = decoder.decode(bytes.subarray(at, at + 1_000_000), { stream: true });
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** The best guess for bytes that are neither ASCII nor UTF-8: chardet's opinion as a prior, the decoded text as the proof. */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const priors = new Map<string, number>();
  for (const { name, confidence } of analyse(sample)) {
    const label = normalizeLabel(name);
    if (label) priors.set(label, Math.max(priors.get(label) ?? 0, confidence / 100));
  }
  let best = 'windows-1252';
  let most = Number.NEGATIVE_INFINITY;
  for (const { label, language, handicap = 0 } of CANDIDATES) {
    const text = decodeWith(sample, label, Number.POSITIVE_INFINITY);
    const looks = language ? scorePlausibility(text, scoreEastAsian[language]) : scorePlausibility(text);
    const score = looks - handicap + PRIOR_WEIGHT * (priors.get(SIBLINGS[label] ?? label) ?? 0);
    if (score > most) {
      best = label;
      most = score;
    }
  }
  return best;
}
