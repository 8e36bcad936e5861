// node bench/screening-heldout.mjs [--misses kind]        (after npm run build; $CLEW_SHARED or ../shared)
// Recall and false alerts on queries about OFAC entries that the development queries do not touch (bench/screening-unseen.mjs), against primary
// names only. Half A may be looked at (`--misses` prints it); half B is only counted. The halves are drawn by entry.
import { partial_ratio as partialRatio } from 'fuzzball';
import { loadLexicons } from '../dist/providers/index.js';
import { ALERT_THRESHOLD, createMatcher } from '../dist/screening/index.js';
import { isThere, ofacPrimary, shared } from './screening-data.mjs';
import { unseenQueries } from './screening-unseen.mjs';

if (!isThere()) {
  console.log(`skipped: no lists at ${shared}; set CLEW_SHARED`);
  process.exit(0);
}

/** The least that a development alias of an organisation is like its primary name, by fuzzball's partial ratio. */
const LEAST_LIKE = 73;

const lexicons = loadLexicons();
const entries = await ofacPrimary();
const matcher = createMatcher(entries, lexicons);
const wantedKind = process.argv.includes('--misses') ? process.argv.at(-1) : null;

const asked = (await unseenQueries(entries, lexicons))
  .filter(({ half, kind }) => wantedKind === null || (half === 'a' && kind.startsWith(wantedKind)))
  .map((one) => {
    const matches = matcher.match({ name: one.query, kind: one.schema }, { threshold: 0.3 });
    const hit = matches.find(({ entry }) => one.right.includes(entry.id));
    return { ...one, top: matches[0], score: matches[0]?.score ?? 0, rightScore: hit?.score ?? 0 };
  });

if (wantedKind === null) printTable();
else printMisses();

function printMisses() {
  const isNegative = ({ right }) => right.length === 0;
  const misses = asked.filter((one) =>
    isNegative(one) ? one.score >= ALERT_THRESHOLD : one.rightScore < ALERT_THRESHOLD,
  );
  console.log(`${misses.length} of ${asked.length}`);
  for (const { rightScore, kind, query, name, top, score } of misses.sort((a, b) => b.rightScore - a.rightScore))
    console.log(
      `${rightScore.toFixed(2)} ${kind} ${query} | ${name ?? ''} | ${top ? `${top.matchedName.text} ${score.toFixed(2)}` : ''}`,
    );
}

function printTable() {
  const kinds = [...new Set(asked.map(({ kind }) => kind))].sort();
  const share = (found, of) => (of === 0 ? '    -' : `${((100 * found) / of).toFixed(1).padStart(5)}`);
  console.log(`recall at the alert threshold ${ALERT_THRESHOLD}; for neg_ the share that alerts`);
  console.log(`${'kind'.padEnd(26)}half a      n  half b      n`);
  for (const kind of kinds) {
    const cells = ['a', 'b'].map((half) => {
      const own = asked.filter((one) => one.kind === kind && one.half === half);
      const hits = own.filter((one) => (one.right.length === 0 ? one.score : one.rightScore) >= ALERT_THRESHOLD);
      return ` ${share(hits.length, own.length)} ${String(own.length).padStart(6)}`;
    });
    console.log(`${kind.padEnd(26)}${cells.join('  ')}`);
  }
  for (const half of ['a', 'b']) {
    const near = asked.filter(
      (one) => one.half === half && one.kind === 'aka_org' && partialRatio(one.query, one.name) >= LEAST_LIKE,
    );
    const hits = near.filter(({ rightScore }) => rightScore >= ALERT_THRESHOLD);
    console.log(
      `half ${half}: aka_org as like the primary name as the development aliases (partial ratio ${LEAST_LIKE} or more): ${share(hits.length, near.length).trim()} % of ${near.length}`,
    );
  }
  for (const half of ['a', 'b']) {
    const own = asked.filter((one) => one.half === half && one.right.length > 0);
    const alerts = own.filter(({ score }) => score >= ALERT_THRESHOLD);
    const wrong = alerts.filter(({ rightScore }) => rightScore < ALERT_THRESHOLD);
    console.log(
      `half ${half}: of ${alerts.length} names with an entry that alert, ${wrong.length} alert for other entries only (${share(wrong.length, alerts.length).trim()} %)`,
    );
  }
}
