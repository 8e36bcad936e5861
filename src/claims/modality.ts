import type { Modality, Predicate } from '../model/index.ts';
import type { SourceCue } from './attribution/source-cue.ts';
import type { Draft } from './draft.ts';
import type { FoundCue, Reading } from './reading.ts';
import type { Sentence } from './syntax/sentence.ts';
import type { ModalityCue } from './vocabulary.ts';

/** Modality wording in a sentence: phrases of the word list, longest first, not overlapping. */
export function findModalityCues(sentence: Sentence, byFirst: ReadonlyMap<string, readonly ModalityCue[]>): FoundCue[] {
  const { words } = sentence;
  const found: FoundCue[] = [];
  for (let at = 0; at < words.length; at++) {
    const matches = (byFirst.get(words[at]?.lower ?? '') ?? []).filter((cue) =>
      cue.words.every((part, offset) => words[at + offset]?.lower === part),
    );
    const cue = matches.reduce<ModalityCue | null>(
      (best, next) => (best && best.words.length >= next.words.length ? best : next),
      null,
    );
    if (!cue) continue;
    found.push({ cue, start: words[at]?.start ?? 0, end: words[at + cue.words.length - 1]?.end ?? 0 });
    at += cue.words.length - 1;
  }
  return found;
}

/** When two fit, the first in this list is what a claim is. */
const PRECEDENCE: readonly Modality[] = [
  'refused_comment',
  'denied',
  'undetermined',
  'planned',
  'capability',
  'assessed',
  'opinion',
  'alleged',
  'documented',
  'reported',
];

const FIXED: Readonly<Partial<Record<Predicate, Modality>>> = {
  no_comment: 'refused_comment',
  denies: 'denied',
  plans: 'planned',
  opines: 'opinion',
  states_position: 'opinion',
  expresses_concern: 'opinion',
};

/** Things a machine can do are said with a number: "a range of 2,000 km". */
const CAPABILITIES: ReadonlySet<Predicate> = new Set(['range_km', 'payload_kg']);

/** Wording bears on a claim that stands within its own clause, or just after it in the sentence. */
function bearsOn(found: FoundCue, draft: Draft, sentence: Sentence): boolean {
  const between = sentence.text.slice(Math.min(found.end, draft.start), draft.start);
  const inside = found.start >= draft.start && found.end <= draft.end;
  if (found.cue.modality === 'undetermined')
    return inside || (!draft.ownVoice && found.end <= draft.start && !between.includes(','));
  const near = found.end <= draft.start + 8 && draft.start - found.end <= 2 && found.start < draft.start;
  return near || (inside && found.start <= draft.trigger.end);
}

/** "X said it had never supplied Y"; a ministry that says so of its country. */
function deniesOfItself(draft: Draft, innermost: SourceCue | undefined): boolean {
  if (!draft.negative || innermost?.act !== 'say') return false;
  const speaks = innermost.sources.some(({ id }) => draft.subject.some((subject) => subject.id === id));
  const state =
    innermost.sources.some(({ type }) => type === 'PublicBody') && draft.subject.every(({ type }) => type === 'Place');
  return speaks || state;
}

/**
 * What a claim is: done, planned, denied ... by its wording, its modal verb and its innermost source.
 * `sources` are the cues that bear on it, outermost first; `reading` is its sentence.
 */
export function modalityOf(
  draft: Draft,
  sources: readonly SourceCue[],
  { sentence, modality: cues }: Reading,
): Modality {
  if (draft.modality && draft.votes.length === 0) return draft.modality;
  const fixed = FIXED[draft.predicate];
  if (fixed) return fixed;
  const votes = new Set<Modality>(['reported', ...draft.votes]);
  for (const found of cues) if (bearsOn(found, draft, sentence)) votes.add(found.cue.modality);
  const innermost = sources.at(-1);
  if (draft.modal === 'can' || draft.modal === 'could') votes.add('capability');
  if (draft.modal === 'will' || draft.modal === 'shall') votes.add('planned');
  if (draft.modal === 'would') votes.add(innermost?.linkKind === 'expert' ? 'opinion' : 'planned');
  if (draft.modal === 'may' || draft.modal === 'might') votes.add('opinion');
  if (CAPABILITIES.has(draft.predicate) && innermost?.act !== 'show') votes.add('capability');
  if (sources.some(({ act }) => act === 'deny') || deniesOfItself(draft, innermost)) votes.add('denied');
  if (sources.some(({ act }) => act === 'assess')) votes.add('assessed');
  if (innermost?.linkKind === 'expert') votes.add('opinion');
  if (innermost?.act === 'show') votes.add('documented');
  return PRECEDENCE.find((modality) => votes.has(modality)) ?? 'reported';
}
