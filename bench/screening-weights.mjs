// node bench/screening-weights.mjs        (after npm run build; $CLEW_SHARED or ../shared)
// How the numbers of src/screening/match/weigh-names.ts were chosen: one to three numbers at a time are moved a step by chance and kept where recall on half A of the
// unseen queries grows (each kind counts the same, aliases three times) and false alerts, half A's and the synthetic names', do not pass the limits.
// Development queries and half B play no part. Alignments do not depend on the numbers, so they are made once.
import { partLexicon } from '../dist/names/index.js';
import { loadLexicons } from '../dist/providers/index.js';
import { buildIndex, READINGS } from '../dist/screening/index/build-index.js';
import { ALERT_THRESHOLD } from '../dist/screening/index.js';
import { addAcronyms } from '../dist/screening/match/acronyms.js';
import { align, listedParts } from '../dist/screening/match/align.js';
import { findCandidates, scratchFor, seekerFor } from '../dist/screening/match/candidates.js';
import { dropEchoes } from '../dist/screening/match/echoes.js';
import { addFathers } from '../dist/screening/match/fathers.js';
import { findNeighbours } from '../dist/screening/match/neighbours.js';
import { readQuery } from '../dist/screening/match/query.js';
import { addRelated } from '../dist/screening/match/related.js';
import { addSlips } from '../dist/screening/match/slips.js';
import { WEIGHTS, weighNames } from '../dist/screening/match/weigh-names.js';
import { chance, isThere, ofacPrimary, shared, syntheticNames } from './screening-data.mjs';
import { unseenQueries } from './screening-unseen.mjs';

if (!isThere()) {
  console.log(`skipped: no lists at ${shared}; set CLEW_SHARED`);
  process.exit(0);
}

const PER_KIND = 250;
const PER_ALIAS = 900;
const MOST_SYNTHETIC = 8;
/** Shares of negatives that may alert, by kind. */
const MOST_NEGATIVE = {
  neg_org_longer: 0.12,
  neg_org_near: 0.035,
  neg_patronymic_conflict: 0.015,
  neg_same_surname: 0.015,
};
const STEPS = [0.75, 0.9, 1.1, 1.33];
const ROUNDS = 250;
const LEAST_GAIN = 0.0002;

const lexicons = loadLexicons();
const lexicon = partLexicon(lexicons);
const entries = await ofacPrimary();
const index = buildIndex(entries, lexicon);
const scratch = scratchFor(index.names.entry.length);

/** The alignments of a query with its nearest names, and whether each is right. */
function alignments({ query, schema, right }) {
  return readQuery({ name: query, kind: schema }, lexicon).flatMap((name) => {
    const seeker = (part, isJoined) =>
      seekerFor(
        part,
        part.role === 'legal' ? { list: [], byToken: new Map() } : findNeighbours(part, { index, lexicon, isJoined }),
        index,
      );
    const seekers = name.parts.map((part) => seeker(part, false));
    const joined = name.joined.map((part) => (part ? seeker(part, true) : null));
    const all = [...seekers, ...joined.filter((one) => one !== null)];
    return findCandidates(all, { index, scratch, reading: READINGS.indexOf(name.reading) }).map((found) => {
      const listed = listedParts(found, index);
      const slipped = addSlips(align(name, listed, { seekers, joined }), name, { listed, seekers });
      const words = name.parts.map((part, at) => ({ ...part, weight: seekers[at].weight }));
      const spelledOut = () => addAcronyms(slipped, words, { listed, initials: lexicon.initials });
      const alignment =
        name.reading === 'organization'
          ? addRelated(dropEchoes(spelledOut(), words, listed), { left: words, listed, lexicon })
          : addFathers(slipped, { left: name.parts, listed, lexicon });
      return {
        alignment,
        sides: { query: name, listed, seekers },
        isRight: right.includes(entries[index.names.entry[found]].id),
      };
    });
  });
}

const byKind = new Map();
for (const one of await unseenQueries(entries, lexicons)) {
  if (one.half !== 'a' || one.kind.endsWith('_other') || one.kind === 'typo2') continue;
  byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
}
const asked = [...byKind].flatMap(([kind, queries]) =>
  queries
    .sort((a, b) => chance(a.query) - chance(b.query))
    .slice(0, kind.startsWith('aka') ? PER_ALIAS : PER_KIND)
    .map((one) => ({ kind, isNegative: one.right.length === 0, pairs: alignments(one) })),
);
const synthetic = syntheticNames().map((query) => alignments({ query, schema: 'person', right: [] }));
const kinds = [...byKind.keys()];
console.log(`${asked.length} queries of half A, ${synthetic.length} synthetic names`);

const alerts = (pairs) => pairs.some(({ alignment, sides }) => weighNames(alignment, sides).score >= ALERT_THRESHOLD);
const alertsRightly = (pairs) => alerts(pairs.filter(({ isRight }) => isRight));

/** Recall by kind, and false alerts. Names that alert for others only count as false, too. */
function measure() {
  const recall = {};
  let isQuiet = true;
  let [negatives, loud, wrong, alerting] = [0, 0, 0, 0];
  for (const kind of kinds) {
    const own = asked.filter((one) => one.kind === kind);
    const found = own.map(({ pairs }) => alertsRightly(pairs));
    if (own[0].isNegative) {
      negatives += own.length;
      const noise = own.filter(({ pairs }) => alerts(pairs)).length;
      loud += noise;
      isQuiet &&= noise / own.length <= MOST_NEGATIVE[kind];
    } else {
      recall[kind] = found.filter(Boolean).length / own.length;
      alerting += found.filter(Boolean).length;
      wrong += own.filter(({ pairs }, at) => !found[at] && alerts(pairs)).length;
    }
  }
  const noisy = synthetic.filter(alerts).length;
  isQuiet &&= noisy <= MOST_SYNTHETIC && wrong / (alerting + wrong) <= 0.04;
  const weights = Object.keys(recall).map((kind) => (kind.startsWith('aka') ? 3 : 1));
  const sum = Object.values(recall).reduce((total, share, at) => total + share * weights[at], 0);
  return { score: isQuiet ? sum / weights.reduce((a, b) => a + b, 0) : 0, recall, loud, noisy, negatives, wrong };
}

const show = ({ score, recall, loud, noisy, negatives, wrong }) =>
  `${score.toFixed(4)} aka_person ${recall.aka_person.toFixed(3)} aka_org ${recall.aka_org.toFixed(3)} script_un_ara ${recall.script_un_ara.toFixed(3)}; negatives ${loud} of ${negatives}, synthetic ${noisy}, wrong ${wrong}`;

let best = measure();
console.log(`now: ${show(best)}`);
for (let round = 0; round < ROUNDS; round++) {
  const names = Object.keys(WEIGHTS);
  const old = { ...WEIGHTS };
  for (let moved = 0; moved < 1 + (round % 3); moved++) {
    const name = names[Math.floor(chance(`name ${round} ${moved}`) * names.length)];
    const step = STEPS[Math.floor(chance(`step ${round} ${moved}`) * STEPS.length)];
    WEIGHTS[name] = Math.round(WEIGHTS[name] * step * 100) / 100;
  }
  const tried = measure();
  if (tried.score > best.score + LEAST_GAIN) {
    best = tried;
    console.log(`${round}: ${show(best)} ${JSON.stringify(WEIGHTS)}`);
  } else Object.assign(WEIGHTS, old);
}
console.log(WEIGHTS);
