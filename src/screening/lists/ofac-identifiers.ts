import type { Lexicons, ListedIdentifier } from '../../model/index.ts';
import type { CountryOf } from './countries.ts';
import { isInn, isOgrn } from './numbers.ts';

/** What one segment of the remarks says: a number that stands for its holder, or `null`. */
export type ReadIdentifier = (segment: string) => ListedIdentifier | null;

/** Something that is called a number and holds one, whatever it is called. */
const UNKNOWN_LABEL = /^[A-Z][^;:]{1,60}?(?:\bNo\.?|\bNumber|#|\bID)\s+(?=\S*\d)/;

/** Reader of the identifiers in OFAC's remarks. Labels are data (`data/screening/ofac-remarks.tsv`), the longest first. */
export function ofacIdentifiers(lexicons: Lexicons, countryOf: CountryOf): ReadIdentifier {
  const labels = (lexicons.lists['screening/ofac-remarks'] ?? [])
    .map(([label = '', scheme = '']) => ({ label, scheme }))
    .sort((a, b) => b.label.length - a.label.length);
  const byWord = new Map<string, typeof labels>();
  for (const one of labels) {
    const word = firstWord(one.label);
    byWord.set(word, [...(byWord.get(word) ?? []), one]);
  }
  return (segment) => {
    const known = byWord.get(firstWord(segment))?.find(({ label }) => segment.startsWith(label));
    if (known?.scheme === 'crypto') return cryptoAddress(segment.slice(known.label.length));
    if (known?.scheme === '-') return null;
    if (known) return identifier(known.scheme, segment.slice(known.label.length), countryOf);
    const match = UNKNOWN_LABEL.exec(segment);
    return match ? identifier('id', segment.slice(match[0].length), countryOf) : null;
  };
}

const firstWord = (text: string): string => /^\S+/.exec(text)?.[0] ?? '';

function cryptoAddress(text: string): ListedIdentifier | null {
  const match = /^([A-Z0-9]{2,8})\s+(\S+)$/.exec(text.trim());
  if (!match) return null;
  return { scheme: `crypto-${(match[1] ?? '').toLowerCase()}`, value: match[2] ?? '', country: null };
}

function identifier(label: string, text: string, countryOf: CountryOf): ListedIdentifier | null {
  const bare = text
    .replace(/\s+(?:issued|expires|expired)\s.*$/, '')
    .trim()
    .replace(/\.$/, '');
  const placed = /^(.*\S)\s+\(([^()]+)\)$/.exec(bare);
  const value = (placed?.[1] ?? bare).replace(/^[:#]\s*/, '').trim();
  if (value === '' || value.length > 120 || (needsDigit(label) && !/\d/.test(value))) return null;
  const country = placed?.[2] === undefined ? null : countryOf(placed[2]);
  return { scheme: settleScheme(label, value, country), value, country };
}

const needsDigit = (label: string): boolean =>
  !['website', 'email', 'swift', 'tail-number', 'call-sign'].includes(label);

/**
 * One label serves every country. Where the list names Russia the number's length tells the register; where it names no country only
 * check digits that fit do.
 */
function settleScheme(label: string, value: string, country: string | null): string {
  const isRussian = (lengths: RegExp, hasCheck: (value: string) => boolean): boolean =>
    country === 'RU' ? lengths.test(value) : country === null && hasCheck(value);
  if (label === 'tax' && isRussian(/^(?:\d{10}|\d{12})$/, isInn)) return 'inn';
  if (label === 'registration' && isRussian(/^(?:\d{13}|\d{15})$/, isOgrn)) return 'ogrn';
  return label;
}
