// node bench/screening-quality.mjs        (after npm run build; $CLEW_SHARED or ../shared)
// Screens the labelled development queries against the primary names of the OFAC list and prints recall by kind of query at the alert threshold
// and at 0.95 and 0.98 precision with bootstrap intervals, alerts on the synthetic names, and the worst misses and false alerts.

import { loadLexicons } from '../dist/providers/index.js';
import { ALERT_THRESHOLD, createMatcher } from '../dist/screening/index.js';
import { devQueries, isThere, kindOf, ofacPrimary, shared, syntheticNames } from './screening-data.mjs';

if (!isThere()) {
  console.log(`skipped: no screening queries at ${shared}; set CLEW_SHARED`);
  process.exit(0);
}

const ROUNDS = 1000;
const WORST = 20;
const LOW = 0.3;

// A fixed sequence, so that a second run prints the same.
let state = 42;
const random = () => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return state / 0x7fffffff;
};

const entries = await ofacPrimary();
const matcher = createMatcher(entries, loadLexicons());

/** A query with its best hit and the best hit that is right. */
function ask({ query, schema, expected, kind }) {
  const right = expected === 'NONE' ? [] : expected.split('|');
  const matches = matcher.match({ name: query, kind: kindOf(schema) }, { threshold: LOW, limit: 5 });
  const hit = matches.find(({ entry }) => right.includes(entry.id));
  return { query, kind, right, top: matches[0], score: matches[0]?.score ?? 0, hit, rightScore: hit?.score ?? 0 };
}

const isNegative = ({ right }) => right.length === 0;
/** An alert is right when an entry looked for is among the hits, wrong on a query that should have none or whose best hit is another entry. */
const recallAt = (asked, threshold) => {
  const wanted = asked.filter((one) => !isNegative(one));
  return wanted.filter(({ rightScore }) => rightScore >= threshold).length / Math.max(1, wanted.length);
};
const precisionAt = (asked, threshold) => {
  const alerts = asked.filter(({ score }) => score >= threshold);
  return (
    alerts.filter(({ rightScore }) => rightScore > 0 && rightScore >= threshold).length / Math.max(1, alerts.length)
  );
};
const thresholdFor = (asked, precision) => {
  const scores = [...new Set(asked.map(({ score }) => score).filter((score) => score > 0))].sort((a, b) => a - b);
  return scores.find((threshold) => precisionAt(asked, threshold) >= precision) ?? 1;
};

function interval(asked, threshold) {
  const recalls = Array.from({ length: ROUNDS }, () =>
    recallAt(
      Array.from(asked, () => asked[Math.floor(random() * asked.length)]),
      threshold,
    ),
  ).sort((a, b) => a - b);
  return [recalls[Math.floor(ROUNDS * 0.025)], recalls[Math.floor(ROUNDS * 0.975)]];
}

const percent = (share) => (100 * share).toFixed(1).padStart(5);

function printKinds(asked, thresholds) {
  const kinds = [...new Set(asked.filter((one) => !isNegative(one)).map(({ kind }) => kind))].sort();
  console.log(
    `${'kind'.padEnd(20)}    n  ${thresholds.map(([name, t]) => `${name} (${t.toFixed(3)})`.padEnd(24)).join('')}`,
  );
  for (const kind of ['all', ...kinds]) {
    const own = asked.filter((one) => !isNegative(one) && (kind === 'all' || one.kind === kind));
    const cells = thresholds.map(([, t]) => {
      const [low, high] = interval(own, t);
      return `${percent(recallAt(own, t))} [${percent(low)}, ${percent(high)}]`.padEnd(24);
    });
    console.log(`${kind.padEnd(20)} ${String(own.length).padStart(4)}  ${cells.join('')}`);
  }
}

const asked = devQueries().map(ask);
const thresholds = [
  ['alert', ALERT_THRESHOLD],
  ['precision 0.95', thresholdFor(asked, 0.95)],
  ['precision 0.98', thresholdFor(asked, 0.98)],
];
console.log(
  `${entries.length} primary names, ${asked.length} queries; precision at the alert threshold ${percent(precisionAt(asked, ALERT_THRESHOLD))}`,
);
printKinds(asked, thresholds);

const negatives = asked.filter(isNegative);
console.log(
  `\nnegatives that alert: ${negatives.filter(({ score }) => score >= ALERT_THRESHOLD).length} of ${negatives.length}`,
);
const synthetic = syntheticNames();
const loud = synthetic.filter((name) => matcher.match({ name, kind: 'person' }, { limit: 1 }).length > 0).length;
console.log(
  `synthetic names that alert: ${loud} of ${synthetic.length} (${((1000 * loud) / synthetic.length).toFixed(1)} per 1,000)`,
);

const line = ({ kind, query, rightScore, score, top }, shown) =>
  `${shown.toFixed(3)}  ${kind.padEnd(24)} ${query}  ->  ${top ? `${top.matchedName.text} (${score.toFixed(3)})` : 'nothing'}${rightScore > 0 && rightScore < score ? ' outranks the right one' : ''}`;
console.log(`\nworst misses`);
for (const one of asked
  .filter((q) => !isNegative(q) && q.rightScore < ALERT_THRESHOLD)
  .sort((a, b) => a.rightScore - b.rightScore)
  .slice(0, WORST))
  console.log(line(one, one.rightScore));
console.log(`\nworst false alerts, and the nearest to one`);
for (const one of negatives.sort((a, b) => b.score - a.score).slice(0, WORST)) console.log(line(one, one.score));
