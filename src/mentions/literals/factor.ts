import type { Candidate, Recogniser } from './candidate.ts';
import { quantityNorm, readQuantity } from './quantity.ts';
import { follows, lookUp, type Scan, skipSign } from './scan.ts';

function counted(scan: Scan, at: number): Candidate | null {
  const into = lookUp(scan, at, 'time-words', ([role]) => role === 'in');
  const start = into && follows(scan, into.to) ? into.to : at;
  const quantity = readQuantity(scan, start);
  if (!quantity || quantity.upper !== null) return null;
  const hyphen = skipSign(scan, quantity.to, '-');
  const wanted = start > at ? 'after-in' : 'after';
  const place = [quantity.to, hyphen].find((index) =>
    lookUp(scan, index, 'factors', ([, reading]) => reading === wanted),
  );
  const found = place === undefined ? null : lookUp(scan, place, 'factors', ([, reading]) => reading === wanted);
  if (!found || place === undefined || !follows(scan, place)) return null;
  // "3 × 10⁶" is one number.
  if (scan.pieces[place]?.kind === 'sign' && scan.pieces[found.to]?.kind === 'number') return null;
  const { number, op } = quantity;
  return {
    from: at,
    to: found.to,
    kind: 'factor',
    norm: `x${quantityNorm(quantity)}`,
    value: { number, unit: 'factor', op },
  };
}

function find(scan: Scan, at: number): Candidate | null {
  const word = lookUp(scan, at, 'factors', ([, reading]) => !reading);
  const number = word?.fields[0];
  if (!word || !number) return counted(scan, at);
  return { from: at, to: word.to, kind: 'factor', norm: `x${number}`, value: { number, unit: 'factor', op: '=' } };
}

/** Finds by how much something grew: "tenfold" x10, "doubled" x2, "в 10 раз" x10. */
export const factor: Recogniser = { rule: 'literals/factor', find };
