import { gap, readEdtf } from './calendar.ts';
import type { Retelling } from './retelling.ts';
import { Union } from './union.ts';

/** What a group of documents is known to retell. */
export interface Credit {
  readonly publications: readonly string[];
  readonly date: string | null;
  /** `report`: says who says so, or who publishes it. `paper`: made for one reader, or rows. `text`: neither shows. */
  readonly form: 'report' | 'paper' | 'text';
  /** Whether it rests on papers: what they hold is its source then, not its echo. */
  readonly citesPapers: boolean;
}

/**
 * A third of what the poorer text states must be in the richer one too, and a fifth of what it states besides names. Reports by
 * different hands about the same company share the company, its owners and its products: half of the names, 5 to 10 % of the values
 * and events. Retellings of one report share two thirds of the names and a quarter or more of the rest, in other words and languages.
 * Under a weight of 5 there is too little to compare: a few names that any two texts on a subject share.
 */
const RETELLING = { score: 0.3, particulars: 0.2, weight: 5 };
/** Where both credit one publication with a report of the same days, half of that: retellings get numbers wrong. */
const SAME_REPORT = { score: 0.15, particulars: 0.05, weight: 3 };
/** Texts that credit different publications, or reports of different months, are one report only if nearly all is shared. */
const OTHER_REPORT = { score: 0.8, particulars: 0.8, weight: 5 };
/** Where both credit one publication and neither dates its report, half of what the poorer states, in one sentence if need be. */
const CREDITED = { score: 0.5, particulars: 0.5, weight: 2.5 };
/** What two groups that were joined step by step must have in common on average, so that chains of chance likenesses end. */
const ON_AVERAGE = 0.15;
/** Groups are compared on average by so many members each. */
const MOST = 40;
const WEEK = 7;
const MONTH = 31;

export function mergeCredits(credits: readonly Credit[]): Credit {
  const dates = credits.flatMap(({ date }) => date ?? []).sort();
  return {
    publications: [...new Set(credits.flatMap(({ publications }) => publications))].sort(),
    date: dates[0] ?? null,
    form:
      credits.find(({ form }) => form === 'report')?.form ??
      credits.find(({ form }) => form === 'paper')?.form ??
      'text',
    citesPapers: credits.some(({ citesPapers }) => citesPapers),
  };
}

/** Joins groups that tell of the same, the most alike first; what one group credits, the joined group credits. */
export function joinTellings(credits: readonly Credit[], tellings: readonly Retelling[]): Union {
  const size = credits.length;
  const union = new Union(size);
  const groups = new Map(credits.map((credit, group) => [group, { members: [group], credit }]));
  const scores = new Map(tellings.map(({ left, right, score }) => [left * size + right, score]));
  const average = (a: readonly number[], b: readonly number[]): number => {
    const pairs = a.slice(0, MOST).flatMap((x) => b.slice(0, MOST).map((y) => Math.min(x, y) * size + Math.max(x, y)));
    return pairs.reduce((sum, pair) => sum + (scores.get(pair) ?? 0), 0) / pairs.length;
  };
  for (const telling of tellings) {
    const [a, b] = [union.find(telling.left), union.find(telling.right)];
    const [left, right] = [groups.get(a), groups.get(b)];
    if (a === b || left === undefined || right === undefined || !isRetelling(telling, left.credit, right.credit))
      continue;
    if (average(left.members, right.members) < ON_AVERAGE) continue;
    union.join(a, b);
    const members = [...left.members, ...right.members].sort((x, y) => x - y);
    groups.set(union.find(a), { members, credit: mergeCredits([left.credit, right.credit]) });
  }
  return union;
}

function isRetelling({ score, particulars, weight, sentences }: Retelling, a: Credit, b: Credit): boolean {
  if (isSource(a, b) || isSource(b, a)) return false;
  if (isCredited(a, b) && score >= CREDITED.score && particulars >= CREDITED.particulars && weight >= CREDITED.weight)
    return true;
  // Agreement on the very fact at issue is what independent reports have in common, and no copying.
  if (sentences < 2 && !isSameReport(a, b)) return false;
  const unsigned = a.form === 'text' && b.form === 'text';
  const needed = unsigned
    ? OTHER_REPORT
    : isSameReport(a, b)
      ? SAME_REPORT
      : isOtherReport(a, b)
        ? OTHER_REPORT
        : RETELLING;
  return score >= needed.score && particulars >= needed.particulars && weight >= needed.weight;
}

/** An invoice or a note that an article draws on states what the article states, and is no retelling of it. */
const isSource = (a: Credit, b: Credit): boolean => a.form === 'paper' || (a.form === 'text' && b.citesPapers);

const sharePublication = (a: Credit, b: Credit): boolean => a.publications.some((one) => b.publications.includes(one));

/** Days between two reports, `null` when one is not dated. */
function daysApart(a: Credit, b: Credit): number | null {
  const [left, right] = [readEdtf(a.date ?? ''), readEdtf(b.date ?? '')];
  return left === null || right === null ? null : gap(left, right);
}

const isCredited = (a: Credit, b: Credit): boolean => sharePublication(a, b) && (daysApart(a, b) ?? 0) <= WEEK;

function isSameReport(a: Credit, b: Credit): boolean {
  const days = daysApart(a, b);
  return sharePublication(a, b) && days !== null && days <= WEEK;
}

function isOtherReport(a: Credit, b: Credit): boolean {
  const apart = a.publications.length > 0 && b.publications.length > 0 && !sharePublication(a, b);
  return apart || (daysApart(a, b) ?? 0) > MONTH;
}
