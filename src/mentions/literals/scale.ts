import { multiplyDecimals } from '../../text/index.ts';
import type { NumberOptions } from './plain-number.ts';
import { type Found, follows, lookUp, NO_ENTRIES, type Scan, skipSign } from './scan.ts';

/** "million" and the like behind a number: what it multiplies by, `null` where the word is one but its worth is not sure. */
export interface Scale {
  readonly factor: string | null;
  readonly to: number;
}

/** Words of a scale in a row: "lakh crore", "thousand million". */
const MOST_SCALES = 2;

/** So short a word of another language ("bin", "ming") is a scale only beside a currency, unless the list says otherwise. */
const SHORT = /^[\p{Script=Latin}]{1,5}$/u;

/** The scale that the words of the text's own language say. */
function ownScale(scan: Scan, at: number, vague: boolean, options: NumberOptions): Found | null {
  return lookUp(
    scan,
    at,
    'numbers',
    ([, role]) => role === 'scale' || (role === 'money-scale' && options.money === true) || (role === 'times' && vague),
  );
}

/** A word of scale of any language; where its languages differ ("billion") or nobody can tell, its factor is `null`. */
function foreignScale(scan: Scan, at: number, options: NumberOptions): Scale | null {
  let to = at;
  let factor: string | null = null;
  for (const { list, fields, pieces } of scan.entries[at] ?? NO_ENTRIES) {
    const isBarred = !options.money && fields[1] !== 'always' && SHORT.test(scan.pieces[at]?.text ?? '');
    if (list !== 'scales' || isBarred) continue;
    if (to === at) [to, factor] = [at + pieces.length, fields[0] ?? null];
    else if (at + pieces.length === to && fields[0] !== factor) factor = null;
  }
  if (to === at) return null;
  return { factor: factor === '?' ? null : factor, to };
}

function oneScale(scan: Scan, at: number, vague: boolean, options: NumberOptions): Scale | null {
  if (!follows(scan, at)) return null;
  const own = ownScale(scan, at, vague, options);
  const foreign = foreignScale(scan, at, options);
  if (own && own.to >= (foreign?.to ?? 0)) return { factor: own.fields[0] ?? '1', to: own.to };
  return foreign;
}

/**
 * The scale behind a number that ends before `at`, words in a row multiplied; `null` where none stands. A scale whose
 * worth is not known has the factor `null`: the number before it must not be kept.
 */
export function readScale(scan: Scan, at: number, vague: boolean, options: NumberOptions): Scale | null {
  const hyphen = skipSign(scan, at, '-‐‑');
  const isJoined = hyphen > at && scan.pieces[at]?.glued === true && scan.pieces[hyphen]?.glued === true;
  let scale = oneScale(scan, isJoined ? hyphen : at, vague, options);
  for (let more = 1; scale && more < MOST_SCALES; more += 1) {
    const next = oneScale(scan, scale.to, false, options);
    if (!next) break;
    scale = {
      factor: scale.factor === null || next.factor === null ? null : multiplyDecimals(scale.factor, next.factor),
      to: next.to,
    };
  }
  return scale;
}
