import type { Candidate, Frame, Recogniser } from './candidate.ts';
import { type Quantity, quantityNorm, readAmount } from './quantity.ts';
import { follows, lookUp, type Scan, skipSign } from './scan.ts';

const AMBIGUOUS_YEN = new Set(['¥', '￥']);

interface Currency {
  readonly code: string;
  readonly isSign: boolean;
  readonly to: number;
}

/** The currency named at a piece. `scaled` opens the forms that are money only behind "million" (`pounds`). */
function readCurrency(scan: Scan, at: number, scaled: boolean, frame: Frame): Currency | null {
  const found = lookUp(scan, at, 'currencies', ([, role]) => scaled || role !== 'scaled-name');
  const code = found?.fields[0];
  if (!found || !code) return null;
  const isYuan = frame.usesYuan && AMBIGUOUS_YEN.has(scan.pieces[at]?.text ?? '');
  return { code: isYuan ? 'CNY' : code, isSign: found.fields[1] === 'symbol', to: found.to };
}

/** Piece after a currency sign or code that stands before an amount; `at` itself when there is none. */
function skipCurrencyBefore(scan: Scan, at: number): number {
  const found = lookUp(scan, at, 'currencies', ([, role]) => role === 'symbol' || role === 'code');
  const before = found ?? lookUp(scan, at, 'currencies', () => scan.language === 'zh');
  return before && follows(scan, before.to) ? before.to : at;
}

/** Skips what may stand between an amount and its currency: a hyphen ("5-million-dollar"), "of" ("millions of dollars"). */
function skipJoint(scan: Scan, quantity: Quantity): number {
  const hyphen = skipSign(scan, quantity.to, '-');
  if (hyphen > quantity.to && scan.pieces[hyphen]?.kind === 'word') return hyphen;
  if (!quantity.vague && !quantity.scaled) return quantity.to;
  return lookUp(scan, quantity.to, 'time-words', ([role]) => role === 'of')?.to ?? quantity.to;
}

function readMoney(scan: Scan, at: number, frame: Frame): (Quantity & { readonly currency: string }) | null {
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
  if (!quantity) return null;
  const joint = skipJoint(scan, quantity);
  const after = follows(scan, joint) ? readCurrency(scan, joint, quantity.scaled, frame) : null;
  const before = leading as Currency | null;
  if (before) {
    // "$5 million USD", 人民币300万元: the same currency twice is one sum.
    // The sign before the next sum is not this one's.
    const to = after?.code === before.code && !opensNumber(scan, after.to) ? after.to : quantity.to;
    return { ...quantity, to, currency: before.code };
  }
  // In columns ("5,000 $ 7,000") the sign belongs to the number behind it.
  if (!after || (after.isSign && opensNumber(scan, after.to))) return null;
  return { ...quantity, to: after.to, currency: after.code };
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
export const money: Recogniser = { rule: 'literals/money', version: 1, find };

/** Finds currencies named without an amount: "payment in yuan". */
export const currency: Recogniser = {
  rule: 'literals/currency',
  version: 1,
  find(scan, at) {
    const found = lookUp(scan, at, 'currencies', ([, role]) => role === 'name' || role === 'code');
    const code = found?.fields[0];
    if (!found || !code || scan.pieces[at]?.glued) return null;
    // 元 alone is also "element" and "yuan dynasty"; 块 is "piece".
    if (scan.language === 'zh' && found.to - at < 2) return null;
    return { from: at, to: found.to, kind: 'currency', norm: code };
  },
};
