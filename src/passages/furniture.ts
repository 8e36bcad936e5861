import type { PassageKind } from '../model/index.ts';
import type { Draft } from './draft.ts';
import { boilerplateWeight, interfaceShare, type Wording } from './wording.ts';

/** Sum of signals from which a passage is boilerplate. */
const ENOUGH = 3;
/** Longest stretch looked at, code units. */
const LOOK = 1500;

/**
 * Drafts with page furniture, small print, lists of sources and readers' comments told apart from the article.
 * Each passage is scored on wording, place in the document, shape and neighbours; no single phrase decides.
 */
export function tellApart(text: string, drafts: readonly Draft[], wording: Wording): Draft[] {
  const kinds: PassageKind[] = drafts.map((draft) => draft.kind);
  const scores = drafts.map((draft, index) => scoreOf(text, draft, { place: index / drafts.length, wording }));
  const body = drafts.findIndex((draft, index) => isBody(draft) && (scores[index] ?? 0) < ENOUGH);
  const last = drafts.findLastIndex((draft, index) => isBody(draft) && (scores[index] ?? 0) < ENOUGH);
  for (const [index, score] of scores.entries()) {
    const atEdge = index < body || index > last;
    const besideOther = Math.max(scores[index - 1] ?? 0, scores[index + 1] ?? 0) >= ENOUGH;
    const bonus = score > 0 ? (atEdge ? 0.75 : 0) + (besideOther ? 0.75 : 0) : 0;
    if (score + bonus >= ENOUGH) kinds[index] = 'boilerplate';
    else if (isCaption(text, drafts[index], wording)) kinds[index] = 'caption';
  }
  markSources(text, drafts, kinds, wording);
  markThread(text, drafts, kinds, wording);
  return drafts.map((draft, index) => ({ ...draft, kind: kinds[index] ?? draft.kind }));
}

const isBody = (draft: Draft): boolean => draft.end - draft.start >= 160 && draft.kind !== 'boilerplate';

function scoreOf(text: string, draft: Draft, { place, wording }: { place: number; wording: Wording }): number {
  if (draft.kind === 'boilerplate' || draft.kind === 'table-row' || draft.kind === 'comment') return 0;
  const length = draft.end - draft.start;
  const sample = text.slice(draft.body, Math.min(draft.end, draft.body + LOOK));
  const weight = boilerplateWeight(sample, wording);
  const furniture = length <= 200 ? interfaceShare(sample, wording) : { share: 0, controls: 0, age: false };
  const screen = furniture.share >= 0.75 && (furniture.controls > 0 || furniture.age) ? ENOUGH : 0;
  // Running text of an article may speak of copyright or cookies: the longer it is, the less one phrase tells.
  const diluted = length > 400 ? weight * Math.max(0.4, 400 / length) : weight;
  const shortLine = length < 90 && weight >= 1.5 ? 0.75 : 0;
  const late = weight > 0 && place > 0.8 ? 0.5 : 0;
  return diluted + screen + shortLine + late;
}

function isCaption(text: string, draft: Draft | undefined, wording: Wording): boolean {
  if (!draft || draft.end - draft.start > 300 || (draft.kind !== 'paragraph' && draft.kind !== 'heading')) return false;
  const lower = text.slice(draft.start, draft.end).toLowerCase();
  return wording.captionCues.some(
    (cue) =>
      lower.startsWith(cue) || lower.slice(-60).includes(`(${cue}`) || (lower.endsWith(cue) && lower.length < 160),
  );
}

/** What a heading such as "Sources:" or "12 comments" opens; `undefined` for any other. */
function opens(text: string, draft: Draft | undefined, wording: Wording): string | undefined {
  if (!draft || draft.end - draft.start > 50) return undefined;
  const bare = text
    .slice(draft.body, draft.end)
    .toLowerCase()
    .replace(/[\p{N}():：.#*]+/gu, ' ')
    .trim();
  return wording.endHeadings.get(bare);
}

/** A list of sources under its heading in the second half; ends with the first running paragraph. */
function markSources(text: string, drafts: readonly Draft[], kinds: PassageKind[], wording: Wording): void {
  for (let index = Math.floor(drafts.length / 2); index < drafts.length; index++) {
    if (opens(text, drafts[index], wording) !== 'sources') continue;
    let next = index + 1;
    while (next < drafts.length && isListed(text, drafts[next])) next++;
    if (next === index + 1) continue;
    for (let at = index; at < next; at++) kinds[at] = 'boilerplate';
  }
}

function isListed(text: string, draft: Draft | undefined): boolean {
  if (!draft) return false;
  if (draft.kind === 'list-item') return true;
  const line = text.slice(draft.start, Math.min(draft.end, draft.start + 400));
  return draft.end - draft.start < 250 && (/https?:|www\.|^\[?\p{N}{1,3}[\].)]/u.test(line) || !/[.!?]\s*$/.test(line));
}

/**
 * Readers' comments at the end: from a heading "comments" or the first header of a post (controls, counters, "1 day ago"; the user's
 * name stands right above it) that comes after running text. Controls stay boilerplate.
 */
function markThread(text: string, drafts: readonly Draft[], kinds: PassageKind[], wording: Wording): void {
  const body = drafts.findIndex((draft, index) => isBody(draft) && kinds[index] !== 'boilerplate');
  if (body < 0) return;
  let start = -1;
  for (let index = body + 1; index < drafts.length && start < 0; index++) {
    const draft = drafts[index];
    if (!draft) continue;
    if (opens(text, draft, wording) === 'comments') start = index;
    else if (isPostHeader(text, drafts, index, wording)) start = index;
  }
  if (start < 0) return;
  let first = start;
  while (first > body + 1 && isUserName(text, drafts[first - 1])) first--;
  for (let index = first; index < drafts.length; index++) {
    if (kinds[index] === 'boilerplate' && index !== start) continue;
    kinds[index] = interfaceKind(text, drafts[index], wording);
  }
}

function interfaceKind(text: string, draft: Draft | undefined, wording: Wording): PassageKind {
  if (!draft || draft.end - draft.start > 200) return 'comment';
  return interfaceShare(text.slice(draft.body, draft.end), wording).share >= 0.75 ? 'boilerplate' : 'comment';
}

/** Controls and an age of the post within the next few short lines. */
function isPostHeader(text: string, drafts: readonly Draft[], index: number, wording: Wording): boolean {
  let controls = 0;
  let age = false;
  let furniture = 0;
  for (let at = index; at < drafts.length && at < index + 12; at++) {
    const draft = drafts[at];
    if (!draft || draft.end - draft.start > 120) break;
    const found = interfaceShare(text.slice(draft.body, draft.end), wording);
    if (found.share < 0.75) break;
    furniture++;
    controls += found.controls;
    age ||= found.age;
  }
  return furniture > 0 && age && controls > 0;
}

/** A short line of one or two words without a stop, as a user's name stands above a post. */
function isUserName(text: string, draft: Draft | undefined): boolean {
  if (!draft || draft.end - draft.body > 40) return false;
  return /^[@/]?[\p{L}\p{N}_][\p{L}\p{N}_.@-]*(?: [\p{L}\p{N}_.@-]+)?$/u.test(text.slice(draft.body, draft.end));
}
