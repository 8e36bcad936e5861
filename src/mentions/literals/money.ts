import { multiplyDecimals } from '../../text/index.ts';
import type { Candidate, Frame, Recogniser } from './candidate.ts';
import { isNegative } from './digits.ts';
import { type Quantity, quantityNorm, readAmount } from './quantity.ts';
import { readScale } from './scale.ts';
import { follows, lookUp, type Scan, skipSign } from './scan.ts';

interface Currency {
  /** `null` where several countries call theirs so and the document does not tell which. */
  readonly code: string | null;
  readonly isSign: boolean;
  readonly to: number;
}

/** The currency named at a piece. `scaled` opens the forms that are money only behind "million" (`pounds`). */
function readCurrency(scan: Scan, at: number, scaled: boolean, frame: Frame): Currency | null {
  const found = lookUp(scan, at, 'currencies', ([, role]) => scaled || role !== 'scaled-name');
  const code = found?.fields[0];
  if (!found || !code) return null;
  const form = scan.text.slice(scan.pieces[at]?.start, scan.pieces[found.to - 1]?.end);
  return { code: frame.currencyOf(form, code), isSign: found.fields[1] === 'symbol', to: found.to };
}

/** "J$500": the sign before a sum belongs to the letters it touches, a currency that no list knows. */
function isTail(scan: Scan, at: number): boolean {
  const [piece, before] = [scan.pieces[at], scan.pieces[at - 1]];
  return (
    piece?.glued === true &&
    /^\p{Sc}/u.test(piece.text) &&
    before?.kind === 'word' &&
    !/\p{Script=Han}/u.test(before.text)
  );
}

/** Piece after a currency sign or code that stands before an amount; `at` itself when there is none. */
function skipCurrencyBefore(scan: Scan, at: number): number {
  const found = lookUp(scan, at, 'currencies', ([, role]) => role === 'symbol' || role === 'code');
  const before = found ?? lookUp(scan, at, 'currencies', () => scan.language === 'zh');
  return before && follows(scan, before.to) ? before.to : at;
}

/** Skips what may stand between an amount and its currency: a hyphen ("5-million-dollar"), "of" ("millions of dollars"), ",-" for no cents. */
function skipJoint(scan: Scan, quantity: Quantity): number {
  const [mark, dash] = [scan.pieces[quantity.to], scan.pieces[quantity.to + 1]];
  if (mark?.glued && /^[.,]$/.test(mark.text) && dash?.glued && /^[-–—]$/.test(dash.text))
    return skipSign(scan, quantity.to + 2, '-');
  const hyphen = skipSign(scan, quantity.to, '-');
  if (hyphen > quantity.to && scan.pieces[hyphen]?.kind === 'word') return hyphen;
  if (!quantity.vague && !quantity.scaled) return quantity.to;
  return lookUp(scan, quantity.to, 'time-words', ([role]) => role === 'of')?.to ?? quantity.to;
}

type Sum = Quantity & { readonly currency: string };

function readMoney(scan: Scan, at: number, frame: Frame): Sum | null {
  let leading: Currency | null = null;
  let isLower = true;
  const quantity = readAmount(scan, at, (core) => {
    const to = skipCurrencyBefore(scan, core);
    const here = to > core ? readCurrency(scan, core, true, frame) : null;
    if (isLower) leading = here;
    isLower = false;
    // Both ends of "$10m-$15m" must be of one currency.
    return here?.code === (leading as Currency | null)?.code ? to : core;
  });
  if (
    !quantity ||
    isTail(scan, quantity.from) ||
    isNegative(scan, quantity.from, { money: true }) ||
    hasMinusBehind(scan, quantity.to)
  )
    return null;
  const joint = skipJoint(scan, quantity);
  const after = follows(scan, joint) ? readCurrency(scan, joint, quantity.scaled, frame) : null;
  const before = leading as Currency | null;
  if (before) {
    // "$5 million USD", 人民币300万元: the same currency twice is one sum.
    // The sign before the next sum is not this one's.
    const isSame = after?.code === before.code && !opensNumber(scan, after.to);
    return scaledBehind(scan, { ...quantity, to: isSame ? after.to : quantity.to }, before.code);
  }
  // In columns ("5,000 $ 7,000") the sign belongs to the number behind it.
  if (!after || (after.isSign && opensNumber(scan, after.to))) return null;
  return scaledBehind(scan, { ...quantity, to: after.to }, after.code);
}

/** A sum whose scale stands behind its currency ("3.4 USD million"); `null` where that scale, or the currency, is not known. */
function scaledBehind(scan: Scan, quantity: Quantity, currency: string | null): Sum | null {
  const scale = quantity.scaled ? null : readScale(scan, quantity.to, false, {});
  if (currency === null || scale?.factor === null) return null;
  if (!scale) return { ...quantity, currency };
  const { factor, to } = scale;
  const upper = quantity.upper === null ? null : multiplyDecimals(quantity.upper, factor);
  return { ...quantity, number: multiplyDecimals(quantity.number, factor), upper, to, currency };
}

/** "1,500.00-": bookkeepers put the minus behind. */
function hasMinusBehind(scan: Scan, at: number): boolean {
  const [sign, next] = [scan.pieces[at], scan.pieces[at + 1]];
  return sign?.glued === true && /^[-−]$/.test(sign.text) && !next?.glued;
}

const opensNumber = (scan: Scan, at: number): boolean => follows(scan, at) && scan.pieces[at]?.kind === 'number';

function find(scan: Scan, at: number, frame: Frame): Candidate | null {
  const money = readMoney(scan, at, frame);
  if (!money) return null;
  const { number, op, currency } = money;
  const norm = `${quantityNorm(money)} ${currency}`;
  return { from: money.from, to: money.to, kind: 'money', norm, value: { number, unit: currency, op, currency } };
}

/**
 * Finds sums of money: "more than 5 million yuan", "US$ 3.5 bn", "500 тыс. руб.", 300万元.
 * Amounts are decimal strings in units of `currency` (ISO 4217; BTC and USDT as they are known); nothing is rounded or converted.
 */
export const money: Recogniser = { rule: 'literals/money', find };

/** Finds currencies named without an amount: "payment in yuan". */
export const currency: Recogniser = {
  rule: 'literals/currency',
  find(scan, at, frame) {
    const found = lookUp(scan, at, 'currencies', ([, role]) => role === 'name' || role === 'code');
    const named = found?.fields[0];
    if (!found || !named || scan.pieces[at]?.glued) return null;
    const code = frame.currencyOf(scan.text.slice(scan.pieces[at]?.start, scan.pieces[found.to - 1]?.end), named);
    if (code === null) return null;
    // 元 alone is also "element" and "yuan dynasty"; 块 is "piece".
    if (scan.language === 'zh' && found.to - at < 2) return null;
    return { from: at, to: found.to, kind: 'currency', norm: code };
  },
};
