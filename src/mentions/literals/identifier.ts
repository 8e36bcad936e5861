import type { Candidate, Recogniser } from './candidate.ts';
import { isIban, isImo, isInn, isLei, isOgrn, isUscc } from './checksums.ts';
import { follows, lookUp, type Scan, skipSign } from './scan.ts';

/** What an identifier looks like behind its word, and the test it must pass where it has a check digit. */
interface Scheme {
  readonly pattern: RegExp;
  readonly isValid?: (text: string) => boolean;
  /** Only behind "No.", "№": these words are common ones. */
  readonly needsSign?: boolean;
}

const numbered = /(?=[^\s,;]{0,30}\d)[\p{Lu}\d](?:[\p{L}\d]|[-/.:_–](?=[\p{L}\d])){0,30}/uy;
const DOCUMENT: Scheme = { pattern: numbered, needsSign: true };

const SCHEMES: Readonly<Record<string, Scheme>> = {
  IBAN: { pattern: /[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){3,8}(?![A-Z0-9])/y, isValid: isIban },
  INN: { pattern: /\d{12}(?!\d)|\d{10}(?!\d)/y, isValid: isInn },
  KPP: { pattern: /\d{4}[0-9A-Z]{2}\d{3}(?!\d)/y },
  OGRN: { pattern: /\d{15}(?!\d)|\d{13}(?!\d)/y, isValid: isOgrn },
  OKPO: { pattern: /\d{10}(?!\d)|\d{8}(?!\d)/y },
  EDRPOU: { pattern: /\d{8}(?!\d)/y },
  BIK: { pattern: /0\d{8}(?!\d)/y },
  IMO: { pattern: /\d{7}(?!\d)/y, isValid: isImo },
  MMSI: { pattern: /\d{9}(?!\d)/y },
  LEI: { pattern: /[A-Z0-9]{18}\d{2}(?![A-Z0-9])/y, isValid: isLei },
  USCC: { pattern: /[0-9A-Z]{18}(?![0-9A-Z])/y, isValid: isUscc },
  BIC: { pattern: /[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![A-Z0-9])/y },
  HS: { pattern: /\d{4}(?:[. ]?\d{2}(?:[. ]?\d{2,3}(?:[. ]?\d{1,2})?)?)?(?!\d)/y },
  ECCN: { pattern: /\d[A-E]\d{3}(?:\.[a-z])?(?![A-Za-z0-9])/y },
  EORI: { pattern: /[A-Z]{2}[A-Z0-9]{8,15}(?![A-Z0-9])/y },
  DUNS: { pattern: /\d{2}-\d{3}-\d{4}(?!\d)|\d{9}(?!\d)/y },
  CAGE: { pattern: /[0-9A-Z]{5}(?![0-9A-Z])/y },
  VAT: { pattern: /(?:[A-Z]{2} ?)?\d{8,12}(?!\d)/y },
  'tax-number': { pattern: /(?:[A-Z]{2} ?)?\d{8,14}(?!\d)/y },
  account: { pattern: /\d{20}(?!\d)|\d{8,19}(?!\d)/y },
  declaration: { pattern: /\d{8}\/\d{6}\/\d{7}(?!\d)/y },
  'company-number': { pattern: /(?:[A-Z]{2} ?)?\d{5,14}(?!\d)/y },
  invoice: DOCUMENT,
  contract: DOCUMENT,
  'bill-of-lading': DOCUMENT,
  case: DOCUMENT,
  licence: DOCUMENT,
};

/** Signs and words that may stand between the word and the number ("Invoice No.:"). */
const MOST_SIGNS = 4;

function skipSigns(scan: Scan, at: number): number {
  let to = at;
  for (let round = 0; round < MOST_SIGNS && follows(scan, to); round += 1) {
    const sign = lookUp(scan, to, 'number-signs');
    const next = sign?.to ?? skipSign(scan, to, ':.#()');
    if (next === to) break;
    to = next;
  }
  return to;
}

/** The text that a sticky pattern matches at a piece, and the piece after it. */
function valueAt(scan: Scan, at: number, pattern: RegExp): { readonly text: string; readonly to: number } | null {
  const piece = scan.pieces[at];
  if (!piece || (piece.glued && scan.pieces[at - 1]?.kind !== 'sign')) return null;
  pattern.lastIndex = piece.start;
  const text = pattern.exec(scan.text)?.[0];
  if (text === undefined) return null;
  let to = at;
  while ((scan.pieces[to]?.end ?? Number.POSITIVE_INFINITY) <= piece.start + text.length) to += 1;
  return to > at ? { text: scan.text.slice(piece.start, scan.pieces[to - 1]?.end), to } : null;
}

function named(scan: Scan, at: number): Candidate | null {
  const word = lookUp(scan, at, 'identifiers');
  const name = word?.fields[0] ?? '';
  const scheme = SCHEMES[name];
  if (!word || !scheme) return null;
  const start = skipSigns(scan, word.to);
  if (!follows(scan, start) || (scheme.needsSign && start === word.to)) return null;
  const value = valueAt(scan, start, scheme.pattern);
  if (!value) return null;
  const text = scheme.needsSign ? value.text : value.text.replaceAll(' ', '');
  const isValid = scheme.isValid?.(text) ?? true;
  return { from: at, to: value.to, kind: 'identifier', norm: `${isValid ? '' : 'invalid '}${name} ${text}` };
}

/** Identifiers that prove themselves by their check digits, word or no word. */
function bare(scan: Scan, at: number): Candidate | null {
  const next = scan.pieces[at + 1];
  if (!/[0-9]/.test((scan.pieces[at]?.text ?? '') + (next?.glued ? next.text : ''))) return null;
  for (const [name, pattern] of BARE) {
    const value = valueAt(scan, at, pattern);
    const text = value?.text.replaceAll(' ', '') ?? '';
    if (value && SCHEMES[name]?.isValid?.(text))
      return { from: at, to: value.to, kind: 'identifier', norm: `${name} ${text}` };
  }
  return null;
}

const BARE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['IBAN', /[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Z0-9])/y],
  ['LEI', /(?=\d*[A-Z])[A-Z0-9]{18}\d{2}(?![A-Z0-9])/y],
  ['USCC', /9[1-3]\d{6}[0-9A-HJ-NP-RTUWXY]{10}(?![0-9A-Z])/y],
];

/**
 * Finds identifiers: registers (INN, OGRN, USCC, LEI), ships (IMO, MMSI), accounts (IBAN, BIC), goods (HS, ECCN), and the
 * numbers of invoices, contracts and the like. A norm is scheme and number; `invalid` leads it when the check digit fails.
 */
export const identifier: Recogniser = {
  rule: 'literals/identifier',
  find: (scan, at) => named(scan, at) ?? bare(scan, at),
};
