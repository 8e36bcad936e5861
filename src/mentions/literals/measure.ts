import { LITERAL_KINDS, type LiteralKind, type Value } from '../../model/index.ts';
import { multiplyDecimals } from '../../text/index.ts';
import type { Candidate, Recogniser } from './candidate.ts';
import { readMillion } from './million.ts';
import { type Quantity, quantityNorm, readAfterBound, readQuantity } from './quantity.ts';
import { type Found, follows, lookUp, type Scan } from './scan.ts';

const isKind = (text: string | undefined): text is LiteralKind => LITERAL_KINDS.some((kind) => kind === text);

/** Piece at which the unit of a quantity should stand: behind a hyphen in "50-kilogram". */
function unitAt(scan: Scan, to: number): number {
  const piece = scan.pieces[to];
  return piece && /^[-‐‑]$/.test(piece.text) && piece.glued && scan.pieces[to + 1]?.glued ? to + 1 : to;
}

function readUnit(scan: Scan, quantity: Quantity): Found | null {
  const at = unitAt(scan, quantity.to);
  if (!follows(scan, at)) return null;
  const unit = lookUp(scan, at, 'units');
  if (!unit) return null;
  // "на 20-м этаже": a letter behind a hyphen is the ending of an ordinal.
  if (at > quantity.to && /^\p{Script=Cyrillic}$/u.test(scan.pieces[at]?.text ?? '')) return null;
  const after = scan.pieces[unit.to];
  // "m" of "m's", "t.me", "5 km/h" is not this unit.
  const isCut = after?.glued === true && /^['’/@_]$/.test(after.text) && scan.pieces[unit.to + 1]?.glued === true;
  // "20 mm2" is no length.
  const isPower = after?.glued === true && (after.kind === 'number' || after.text === '^');
  return isCut || isPower || isRaised(scan, unit.to) || isMillion(scan, at) ? null : unit;
}

/** "20 m⁴": a power that no list knows makes another unit of it. */
function isRaised(scan: Scan, to: number): boolean {
  return /[¹²³⁰⁴-⁹⁻]/u.test(scan.text[scan.pieces[to - 1]?.end ?? scan.text.length] ?? '');
}

const isMillion = (scan: Scan, at: number): boolean => (readMillion(scan, at)?.reading ?? 'measured') !== 'measured';

function find(scan: Scan, at: number): Candidate | null {
  const quantity = readQuantity(scan, at);
  if (!quantity) return percentBefore(scan, at);
  const found = readUnit(scan, quantity);
  const [kind, unit = '', factor, siUnit] = found?.fields ?? [];
  if (!found || !isKind(kind)) return null;
  const after = readAfterBound(scan, found.to);
  const { number, upper } = quantity;
  const op = after?.op ?? quantity.op;
  const si = factor && siUnit ? { number: multiplyDecimals(number, factor), unit: siUnit } : null;
  const value: Value = si ? { number, unit, op, si } : { number, unit, op };
  const norm = `${quantityNorm({ number, upper, op })} ${unit}`;
  return { from: quantity.from, to: after?.to ?? found.to, kind, norm, value };
}

/** 百分之三十: Chinese names the per cent before the number. */
function percentBefore(scan: Scan, at: number): Candidate | null {
  const isPercent = ['百', '分', '之'].every((character, offset) => scan.pieces[at + offset]?.text === character);
  const quantity = isPercent ? readQuantity(scan, at + 3) : null;
  if (!quantity) return null;
  const { number, op } = quantity;
  return {
    from: at,
    to: quantity.to,
    kind: 'percent',
    norm: `${quantityNorm(quantity)} %`,
    value: { number, unit: '%', op },
  };
}

/**
 * Finds lengths, masses, areas, percentages and other quantities with a unit: "up to 1,200 miles", "50-kilogram", "25%".
 * `unit` is the short form of the unit as written (`mi` stays miles); `si` is exact, in m, kg or m2.
 */
export const measure: Recogniser = { rule: 'literals/measure', find };
