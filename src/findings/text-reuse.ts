import type { Span } from '../model/index.ts';
import type { DocumentEvidence } from './evidence.ts';

/** Passages that say nothing about who wrote the article: a forum reply, a disclaimer, a caption. */
const NOT_ARTICLE: ReadonlySet<string> = new Set(['boilerplate', 'comment', 'caption']);
const SHINGLE = 5;
/** Runs of equal shingles in more documents than this are compared with a few of them only; see `countShared`. */
const WIDE = 8;
const PIVOTS = 4;
/** More documents than any case holds. */
const DOCUMENTS = 2 ** 21;

/** Words of an article as hashes, with their spans, and the hashes of each five words in a row. */
export interface ArticleText {
  readonly words: readonly Span[];
  readonly shingles: Uint32Array;
  /** Distinct shingles. */
  readonly size: number;
  /** Whole figures, without separators of thousands: two forms filled in differently share their words, not these. */
  readonly numbers: ReadonlySet<string>;
  /** Distinct words without figures, as hashes. */
  readonly plain: ReadonlySet<number>;
}

/** Document `copy` holds `shared` of its `size` shingles in common with the fuller document `of`. */
export interface Reuse {
  readonly copy: number;
  readonly of: number;
  readonly shared: number;
  readonly containment: number;
}

/** A text that shares fewer shingles than this has one sentence in common with another: two writers may state one fact alike. */
const ONE_SENTENCE = 12;
const WHOLE = 0.9;
const FIGURE = /\p{N}(?:[\p{N}.,'’/:-]*\p{N})?/gu;
const WORD = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu;

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The article's words and shingles; comments, captions and boilerplate left out, table rows too (forms repeat themselves). */
export function articleText(evidence: DocumentEvidence): ArticleText {
  const { document, passages } = evidence;
  const stretches: readonly Span[] =
    passages.length > 0
      ? passages.filter((passage) => !NOT_ARTICLE.has(passage.kind) && passage.kind !== 'table-row')
      : [{ start: 0, end: document.text.length }];
  const words: Span[] = [];
  const hashes: number[] = [];
  const numbers = new Set<string>();
  const plain = new Set<number>();
  for (const stretch of stretches) {
    const slice = document.text.slice(stretch.start, stretch.end);
    for (const [figure] of slice.matchAll(FIGURE)) numbers.add(figure.replace(/[.,'’](?=\p{N}{3}(?!\p{N}))/gu, ''));
    for (const match of slice.matchAll(WORD)) {
      const word = match[0].toLowerCase();
      words.push({ start: stretch.start + match.index, end: stretch.start + match.index + match[0].length });
      hashes.push(hashWord(word));
      if (!/\p{N}/u.test(word)) plain.add(hashes.at(-1) ?? 0);
    }
  }
  const count = Math.max(hashes.length - SHINGLE + 1, hashes.length > 0 ? 1 : 0);
  const shingles = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    let hash = 0;
    for (let k = i; k < Math.min(i + SHINGLE, hashes.length); k++)
      hash = Math.imul(hash ^ (hashes[k] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    shingles[i] = hash >>> 0;
  }
  return { words, shingles, size: new Set(shingles).size, numbers, plain };
}

/**
 * Which documents copy which: each document points to the one that holds most of its wording, if that is enough.
 * Pointing to one only keeps a round-up of two reports from making these two reports one.
 * Thresholds: 30 shared shingles are some 34 words in a row or a few sentences; a quarter of the shorter text in common is beyond what
 * two writers share by quoting the same statement. Short texts must be half alike.
 */
export function findReuse(texts: readonly ArticleText[]): Reuse[] {
  const best = new Map<number, Reuse>();
  for (const [pair, shared] of countShared(texts)) {
    const [a, b] = [Math.floor(pair / texts.length), pair % texts.length];
    const [left, right] = [texts[a], texts[b]];
    if (left === undefined || right === undefined) continue;
    const [copy, of] = left.size < right.size || (left.size === right.size && a > b) ? [a, b] : [b, a];
    const [small, large] = copy === a ? [left, right] : [right, left];
    const containment = shared / Math.max(small.size, 1);
    const enough =
      containment >= (shared < ONE_SENTENCE ? WHOLE : 0.5) ||
      (containment >= 0.25 && shared >= 30) ||
      isChangedCopy(small, large);
    if (!enough || isOtherForm(small, large)) continue;
    const known = best.get(copy);
    const better =
      known === undefined || containment > known.containment || (containment === known.containment && of < known.of);
    if (better) best.set(copy, { copy, of, shared, containment });
  }
  return [...best.values()].sort((x, y) => x.copy - y.copy);
}

/** Two invoices on one form share their words but not their figures: they are no copies of each other. */
const isOtherForm = (small: ArticleText, large: ArticleText): boolean =>
  small.numbers.size >= 3 && sharedFigures(small, large) / small.numbers.size < 0.5;

/** The same words throughout, one figure in three changed at most: a new version, or the same paper misread. */
function isChangedCopy(small: ArticleText, large: ArticleText): boolean {
  if (small.plain.size < 6) return false;
  const both = [...small.plain].filter((word) => large.plain.has(word)).length;
  const changed = small.numbers.size - sharedFigures(small, large);
  const isSameWords = both / Math.max(small.plain.size, large.plain.size) >= WHOLE;
  return isSameWords && (changed <= 1 || changed / small.numbers.size <= 1 / 3);
}

/** Figures in common; a note's number that stuck to its figure ("20" read as "201") leaves it the same. */
function sharedFigures(small: ArticleText, large: ArticleText): number {
  const isStuck = (a: string, b: string): boolean => a.length >= 2 && b.startsWith(a) && b.length - a.length <= 2;
  const all = [...large.numbers];
  return [...small.numbers].filter(
    (one) => large.numbers.has(one) || all.some((other) => isStuck(one, other) || isStuck(other, one)),
  ).length;
}

/**
 * Shared distinct shingles for each pair of documents, keyed `a * n + b` with a < b.
 * A shingle in many documents (a stock phrase, or a report that hundreds retell) is counted against the first few documents only,
 * so that the work stays linear: retellings of one report still meet, all of them at the same few.
 */
function countShared(texts: readonly ArticleText[]): Map<number, number> {
  const shared = new Map<number, number>();
  const postings = sortedPostings(texts);
  for (let start = 0; start < postings.length; ) {
    const shingle = Math.floor((postings[start] ?? 0) / DOCUMENTS);
    let end = start + 1;
    while (end < postings.length && Math.floor((postings[end] ?? 0) / DOCUMENTS) === shingle) end++;
    if (end - start > 1) countRun(postings.subarray(start, end), texts.length, shared);
    start = end;
  }
  return shared;
}

/** Shingle and document in one number (32 and 21 bits of a double's 53), sorted: millions of lists would not fit in memory. */
function sortedPostings(texts: readonly ArticleText[]): Float64Array {
  const postings = new Float64Array(texts.reduce((sum, { shingles }) => sum + shingles.length, 0));
  let at = 0;
  texts.forEach(({ shingles }, document) => {
    for (const shingle of shingles) postings[at++] = shingle * DOCUMENTS + document;
  });
  return postings.sort();
}

function countRun(run: Float64Array, size: number, shared: Map<number, number>): void {
  const documents: number[] = [];
  for (const posting of run) {
    const document = posting % DOCUMENTS;
    if (documents.at(-1) !== document) documents.push(document);
  }
  const pivots = documents.length > WIDE ? PIVOTS : documents.length;
  for (let i = 0; i < pivots; i++) {
    for (let j = i + 1; j < documents.length; j++) {
      const pair = (documents[i] ?? 0) * size + (documents[j] ?? 0);
      shared.set(pair, (shared.get(pair) ?? 0) + 1);
    }
  }
}

/** The longest stretches (at most three) that two articles share word for word, as pairs of spans. */
export function sharedStretches(left: ArticleText, right: ArticleText): (readonly [Span, Span])[] {
  const at = new Map<number, number>();
  left.shingles.forEach((shingle, i) => {
    if (!at.has(shingle)) at.set(shingle, i);
  });
  const runs: { length: number; left: number; right: number }[] = [];
  for (let j = 0; j < right.shingles.length; ) {
    const start = at.get(right.shingles[j] ?? 0);
    if (start === undefined) {
      j++;
      continue;
    }
    let length = 1;
    while (j + length < right.shingles.length && left.shingles[start + length] === right.shingles[j + length]) length++;
    runs.push({ length, left: start, right: j });
    j += length;
  }
  runs.sort((a, b) => b.length - a.length || a.right - b.right);
  const span = (text: ArticleText, first: number, length: number): Span => ({
    start: text.words[first]?.start ?? 0,
    end: text.words[Math.min(first + length + SHINGLE - 2, text.words.length - 1)]?.end ?? 0,
  });
  return runs.slice(0, 3).map((run) => [span(left, run.left, run.length), span(right, run.right, run.length)]);
}
