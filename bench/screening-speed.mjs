// node --expose-gc bench/screening-speed.mjs [--million]        (after npm run build; $CLEW_SHARED or ../shared)
// Recall and speed of the matcher beside Jaro-Winkler and Levenshtein over all names, fuse.js and fuzzball, in one run on one thread.
// With --million: a million synthetic names instead of the real lists, for time and memory.
import { distance } from 'fastest-levenshtein';
import Fuse from 'fuse.js';
import * as fuzzball from 'fuzzball';
import { loadLexicons } from '../dist/providers/index.js';
import { ALERT_THRESHOLD, createMatcher, readIndex, writeIndex } from '../dist/screening/index.js';
import { bareEntry } from '../dist/screening/lists/item.js';
import { devQueries, isThere, kindOf, ofac, ofacPrimary, shared, syntheticNames, un } from './screening-data.mjs';

const MILLION = 1_000_000;
const lexicons = loadLexicons();
const megabytes = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
};
const timed = (work) => {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
};

function measure(answer, queries) {
  const times = queries.map((query) => timed(() => answer(query))[1]).sort((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  const at = (share) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  return `${Math.round((1000 * queries.length) / total)} queries/s, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
}

if (process.argv.includes('--million')) million();
else if (isThere()) await real();
else console.log(`skipped: no lists at ${shared}; set CLEW_SHARED`);

/** Made-up names of two or three made-up words; the same every time. */
function* madeUpNames(count) {
  let state = 7;
  const random = (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const heads =
    'ba be bo da do fe ga go ha ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve vi vo za ze'.split(
      ' ',
    );
  const tails = 'n r l s v k m t d rin vik lan mov ren tas dor bek'.split(' ');
  const word = () => {
    let text = '';
    for (let at = 0; at < 2 + random(2); at++) text += heads[random(heads.length)];
    return text + tails[random(tails.length)];
  };
  for (let at = 0; at < count; at++) yield `${word()} ${word()}${random(3) === 0 ? ` ${word()}` : ''}`;
}

function million() {
  const before = megabytes();
  const queries = [];
  function* entries() {
    let at = 0;
    for (const text of madeUpNames(MILLION)) {
      if (at % 997 === 0) queries.push({ name: text, kind: 'person' });
      yield { ...bareEntry('made-up', String(at), 'person'), names: [{ text, kind: 'primary' }] };
      at += 1;
    }
  }
  const [matcher, time] = timed(() => createMatcher(entries(), lexicons));
  console.log(
    `${MILLION} names indexed in ${(time / 1000).toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB as it is, at most ${Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)} MB; ${Math.round(megabytes())} MB after a collection (${Math.round(before)} MB before), of it ${Math.round(process.memoryUsage().arrayBuffers / 1e6)} MB arrays and ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB objects, the entries included`,
  );
  const found = queries.filter((query) => matcher.match(query)[0]?.score > 0.99).length;
  console.log(`found ${found} of ${queries.length}: ${measure((query) => matcher.match(query), queries)}`);
}

async function real() {
  const start = performance.now();
  const entries = [...(await ofac()), ...(await un())];
  const read = performance.now() - start;
  const names = entries.reduce((sum, entry) => sum + entry.names.length, 0);
  const before = megabytes();
  const [matcher, built] = timed(() => createMatcher(entries, lexicons));
  console.log(
    `${entries.length} entries, ${names} names: read ${Math.round(read)} ms, indexed ${Math.round(built)} ms, +${Math.round(megabytes() - before)} MB`,
  );
  const bytes = writeIndex(matcher);
  const [loaded, load] = timed(() => readIndex(bytes, lexicons));
  console.log(`index of ${(bytes.length / 1e6).toFixed(1)} MB loads in ${load.toFixed(1)} ms`);
  const queries = [
    ...devQueries().map(({ query, schema }) => ({ name: query, kind: kindOf(schema) })),
    ...syntheticNames().map((name) => ({ name, kind: 'person' })),
  ];
  for (const query of queries.slice(0, 500)) loaded?.match(query);
  console.log(`matcher: ${measure((query) => loaded?.match(query), queries)}`);
  await compare();
}

function jaroWinkler(a, b) {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const [used, marks] = [new Uint8Array(b.length), new Uint8Array(a.length)];
  let same = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (used[j] || a[i] !== b[j]) continue;
      used[j] = 1;
      marks[i] = 1;
      same += 1;
      break;
    }
  }
  if (same === 0) return 0;
  let [swaps, k] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    if (!marks[i]) continue;
    while (!used[k]) k += 1;
    if (a[i] !== b[k]) swaps += 1;
    k += 1;
  }
  const jaro = (same / a.length + same / b.length + (same - swaps / 2) / same) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Best entry and its score by a plain similarity over all names. */
function overAll(entries, similarity) {
  const plain = (text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const names = entries.map(({ id, names: [name] }) => ({ id, text: plain(name.text) }));
  return ({ name }) => {
    const own = plain(name);
    let best = { id: '', score: 0 };
    for (const { id, text } of names) {
      const score = similarity(own, text);
      if (score > best.score) best = { id, score };
    }
    return best;
  };
}

/** Recall on the development queries at a threshold of each method's own that gives 0.95 precision. */
async function compare() {
  const entries = await ofacPrimary();
  const own = createMatcher(entries, lexicons);
  const fuse = new Fuse(
    entries.map(({ id, names: [name] }) => ({ id, text: name.text })),
    { keys: ['text'], includeScore: true, threshold: 0.6 },
  );
  const methods = {
    'this matcher': (query) => {
      const [best] = own.match(query, { threshold: 0.3, limit: 1 });
      return { id: best?.entry.id ?? '', score: best?.score ?? 0 };
    },
    'Jaro-Winkler': overAll(entries, jaroWinkler),
    Levenshtein: overAll(entries, (a, b) => 1 - distance(a, b) / Math.max(a.length, b.length, 1)),
    fuzzball: overAll(entries, (a, b) => fuzzball.token_sort_ratio(a, b, { full_process: false }) / 100),
    'fuse.js': ({ name }) => {
      const [best] = fuse.search(name.slice(0, 32), { limit: 1 });
      return { id: best?.item.id ?? '', score: best ? 1 - (best.score ?? 1) : 0 };
    },
  };
  console.log(
    `\nfirst hit on the development queries, primary names of OFAC (the matcher's alert threshold is ${ALERT_THRESHOLD})`,
  );
  for (const [name, answer] of Object.entries(methods)) {
    const [asked, time] = timed(() =>
      devQueries().map(({ query, schema, expected }) => {
        const best = answer({ name: query, kind: kindOf(schema) });
        return { ...best, isRight: expected.split('|').includes(best.id), isWanted: expected !== 'NONE' };
      }),
    );
    const thresholds = [...new Set(asked.map(({ score }) => score))].sort((a, b) => a - b);
    const precise = thresholds.find((t) => {
      const alerts = asked.filter(({ score }) => score >= t);
      return alerts.filter(({ isRight }) => isRight).length >= 0.95 * alerts.length;
    });
    const wanted = asked.filter(({ isWanted }) => isWanted);
    const recall = wanted.filter(({ isRight, score }) => isRight && score >= (precise ?? 1)).length / wanted.length;
    console.log(
      `${name.padEnd(14)} recall at 0.95 precision ${recall.toFixed(3)}, ${Math.round((1000 * asked.length) / time)} queries/s`,
    );
  }
}
