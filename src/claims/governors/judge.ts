import type { LeadReason, Modality, Predicate, Span } from '../../model/index.ts';
import type { SourceCue } from '../attribution/source-cue.ts';
import type { Draft } from '../draft.ts';
import { allPhrases } from '../syntax/predication.ts';
import type { Sentence } from '../syntax/sentence.ts';
import { type Climb, climbGroup, type Link } from './climb.ts';
import { climbNoun } from './climb-noun.ts';
import { type Kind, OUTCOMES } from './kinds.ts';
import { type GovernorTable, governorStartingAt } from './table.ts';

/** What would have been a claim but for the word that governs it. Spans count from the start of the document. */
export interface Unread extends Span {
  readonly predicate: Predicate;
  readonly governor: Span;
  readonly reason: LeadReason;
}

export interface Judged {
  readonly drafts: readonly Draft[];
  readonly unread: readonly Unread[];
}

/** A governor by its place in the document. */
export interface Governor extends Span {
  readonly kind: Kind;
}

/** What a party says of itself is no deed that somebody could only have planned. */
const EXEMPT: ReadonlySet<Predicate> = new Set([
  'denies',
  'no_comment',
  'plans',
  'opines',
  'states_position',
  'expresses_concern',
  'requested_anonymity',
]);

/**
 * A draft under its governors, innermost first: turned to its negative, given a modality, or `null` and the governor that
 * keeps it from being read. Two negations are not worked out: nothing is claimed.
 */
export function underGovernors(
  draft: Draft,
  governors: readonly Governor[],
): { draft: Draft; by: null } | { draft: null; by: Governor; reason: LeadReason } {
  let { negative } = draft;
  const votes: Modality[] = [...draft.votes];
  for (const governor of governors) {
    const { negates, modality, unread } = OUTCOMES[governor.kind];
    if (unread) return { draft: null, by: governor, reason: unread };
    if (modality) votes.push(modality);
    if (!negates) continue;
    if (negative) return { draft: null, by: governor, reason: 'double-negative' };
    negative = true;
  }
  return {
    draft: negative === draft.negative && votes.length === draft.votes.length ? draft : { ...draft, negative, votes },
    by: null,
  };
}

/** Drafts as their governors leave them; what may not be claimed is handed back with its reason. */
export function judge(drafts: readonly Draft[], governorsOf: (draft: Draft) => readonly Governor[]): Judged {
  const kept: Draft[] = [];
  const unread: Unread[] = [];
  for (const draft of drafts) {
    const judged = EXEMPT.has(draft.predicate) ? { draft, by: null } : underGovernors(draft, governorsOf(draft));
    if (judged.draft) kept.push(judged.draft);
    else {
      const { start, end, predicate } = draft;
      unread.push({
        start,
        end,
        predicate,
        governor: { start: judged.by.start, end: judged.by.end },
        reason: judged.reason,
      });
    }
  }
  return { drafts: kept, unread };
}

const spanOf = ({ words }: Sentence, { kind, start, end }: Link): Governor => ({
  kind,
  start: words[start]?.start ?? 0,
  end: words[end - 1]?.end ?? 0,
});

/** "supplied no engines", "paid nothing": the object takes back the verb. */
function emptyObject({ words }: Sentence, from: number): Link[] {
  let at = from;
  while (words[at]?.class === 'adverb' || words[at]?.class === 'preposition') {
    if (words[at]?.lower === 'not') return [{ kind: 'negating', start: at, end: at + 1 }];
    at++;
  }
  return /^(?:no|none|nothing|nobody|neither|noone)$/u.test(words[at]?.lower ?? '')
    ? [{ kind: 'negating', start: at, end: at + 1 }]
    : [];
}

/** The governors of what an English sentence says, found by its syntax. */
export function englishGovernors(
  sentence: Sentence,
  sources: readonly SourceCue[],
  table: GovernorTable,
): (draft: Draft) => readonly Governor[] {
  const { words, groups, text } = sentence;
  const climb = { sentence, table };
  const asked = /\?["”’)\s]*$/u.test(text.slice(sentence.start, sentence.end));
  const last = { start: words.at(-1)?.start ?? sentence.start, end: sentence.end };
  const conditional = words.findIndex((word, at) => {
    const found = word.class === 'mention' ? null : governorStartingAt(words, at, table('conjunction'));
    return found?.entry.kind === 'conditional';
  });
  const clauseOf = (draft: Draft): Link[] => {
    const at = words.findIndex(({ end }) => end > draft.trigger.start);
    // What a copula or an office says has no verb as its trigger: the verb lies within.
    const group =
      groups.find(({ start, end }) => start <= at && at < end) ??
      (draft.ownVoice
        ? groups.find(({ start, lemma, form }) => {
            const from = words[start]?.start ?? 0;
            return form === 'finite' && lemma === 'be' && from >= draft.start && from < draft.end;
          })
        : undefined);
    if (group) {
      const supposed = conditional >= 0 && /^(?:would|could|will|might|may)/u.test(group.modal);
      const condition: Link[] = supposed ? [{ kind: 'conditional', start: conditional, end: conditional + 1 }] : [];
      return [...emptyObject(sentence, group.end), ...climbGroup(group, climb), ...condition];
    }
    if (draft.ownVoice && draft.rule !== 'nouns') return [];
    const phrase = allPhrases(sentence).find(({ start, end }) => start <= at && at < end);
    return phrase ? climbNoun(phrase, at, climb) : [];
  };
  return (draft) => {
    const above = [...clauseOf(draft), ...(draft.ownVoice ? [] : afterwards(draft, climb))];
    const links = above.map((link) => spanOf(sentence, link));
    if (asked && !draft.ownVoice) links.push({ kind: 'asked', ...last });
    const forged = draft.ownVoice ? null : forgedSource(draft, sentence, sources, table);
    return forged ? [...links, forged] : links;
  };
}

/**
 * What the rest of the sentence says of it: ", it is alleged", ", a claim X denied", "according to rumours", and of a clause
 * that "that" opens also "… is untrue".
 */
function afterwards({ trigger }: Draft, { sentence, table }: Climb): Link[] {
  const { words, groups } = sentence;
  const links: Link[] = [];
  const from = words.findIndex(({ start }) => start >= trigger.end);
  const opened = words.some(({ lower, end }) => lower === 'that' && end <= trigger.start);
  for (const group of groups) {
    if (from < 0 || group.start < from || group.form !== 'finite') continue;
    const after = words[group.end];
    const closes = after === undefined || after.class === 'stop' || after.class === 'comma' || after.lower === 'it';
    const apart = words.slice(from, group.start).some(({ class: name }) => name === 'comma' || name === 'stop');
    const tag = closes && apart ? governorStartingAt(words, group.head, table('tag')) : null;
    if (tag && !group.negative) links.push({ kind: tag.entry.kind, start: tag.start, end: tag.end });
    if (!opened || group.lemma !== 'be') continue;
    let at = group.end;
    while (words[at]?.class === 'adverb' || words[at]?.class === 'determiner') at++;
    const verdict = governorStartingAt(words, at, table('that'));
    if (verdict && /^(?:denied|asked|alleged)$/u.test(verdict.entry.kind) && words[verdict.end]?.lower !== 'that')
      links.push({ kind: verdict.entry.kind, start: verdict.start, end: verdict.end });
  }
  for (let at = Math.max(from, 1); from >= 0 && at < words.length; at++) {
    if (words[at - 1]?.class !== 'comma') continue;
    const adverb = governorStartingAt(words, at, table('adverb'));
    const last = words[adverb?.end ?? 0];
    if (adverb?.entry.kind === 'alleged' && (last === undefined || last.class === 'stop'))
      links.push({ kind: 'alleged', start: at, end: adverb.end });
    // "…, if the informer is right": told on a condition.
    if (words[at]?.lower === 'if') links.push({ kind: 'alleged', start: at, end: at + 1 });
  }
  return [...links, ...hearsay(words, table)];
}

/** "according to rumours": what bears on the whole sentence. */
function hearsay(words: Sentence['words'], table: GovernorTable): Link[] {
  const links: Link[] = [];
  for (let at = 0; at + 2 < words.length; at++) {
    if (words[at]?.lower !== 'according' || words[at + 1]?.lower !== 'to') continue;
    for (let probe = at + 2; probe < at + 6; probe++) {
      const found = governorStartingAt(words, probe, table('hearsay'));
      if (found) links.push({ kind: found.entry.kind, start: probe, end: found.end });
    }
  }
  return links;
}

/** "a forged letter claims that": the source itself is no source. */
function forgedSource(
  { trigger }: Draft,
  { words }: Sentence,
  sources: readonly SourceCue[],
  table: GovernorTable,
): Governor | null {
  for (const { scope, start, end } of sources) {
    if (trigger.start < scope.start || trigger.end > scope.end + 1 || (trigger.start >= start && trigger.end <= end))
      continue;
    for (const [at, word] of words.entries()) {
      if (word.end <= start || word.start >= end || (word.start >= trigger.start && word.start < trigger.end)) continue;
      const found = governorStartingAt(words, at, table('source'));
      if (found) return { kind: found.entry.kind, start: word.start, end: words[found.end - 1]?.end ?? word.end };
    }
  }
  return null;
}
