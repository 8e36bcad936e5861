import type { Lexicons, Mention } from '../../model/index.ts';
import type { SourceCue } from '../attribution/source-cue.ts';
import type { Sentence } from '../syntax/sentence.ts';

/** Furthest a source stands from its cue, in code units. */
const NEAR = 24;

const isSpeaker = ({ type }: Mention): boolean =>
  type === 'Person' ||
  type === 'PublicBody' ||
  type === 'Organization' ||
  type === 'Company' ||
  type === 'Publication' ||
  type === 'Document';

const spaced = (language: string): boolean => language !== 'zh' && language !== 'ja';

function positions(text: string, phrase: string, bounded: boolean): number[] {
  const found: number[] = [];
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + phrase.length)) {
    const edge = /[\p{L}\p{N}]/u;
    if (bounded && (edge.test(lower[at - 1] ?? ' ') || edge.test(lower[at + phrase.length] ?? ' '))) continue;
    found.push(at);
  }
  return found;
}

function linkKind(mention: Mention): SourceCue['linkKind'] {
  if (mention.type === 'Publication') return 'publication';
  if (mention.type === 'Document') return 'document';
  return mention.type === 'PublicBody' ? 'official' : 'unspecified';
}

function cueAt(
  sentence: Sentence,
  start: number,
  end: number,
  side: 'before' | 'after' | 'either',
  act: SourceCue['act'],
): SourceCue | null {
  const speakers = sentence.mentions.filter(isSpeaker);
  const after = speakers.find((mention) => mention.start >= end && mention.start - end <= NEAR);
  const before = speakers.findLast((mention) => mention.end <= start && start - mention.end <= NEAR);
  const source =
    side === 'after'
      ? after
      : side === 'before'
        ? before
        : before && (!after || start - before.end <= after.start - end)
          ? before
          : after;
  if (!source) return null;
  return {
    start: Math.min(start, source.start),
    end: Math.max(end, source.end),
    kind: act === 'deny' ? 'denial' : 'attribution',
    act: act === 'say' && source.type === 'Document' ? 'show' : act,
    sources: [source],
    linkKind: linkKind(source),
    via: [],
    scope: { start: sentence.start, end: sentence.end },
    depth: 0,
    verb: start,
    basis: 'sentence',
  };
}

/** Sources named in a language without a syntax of its own here: a phrase or a reporting verb with the mention beside it. */
export function findOtherCues(sentence: Sentence, language: string, lexicons: Lexicons): SourceCue[] {
  const text = sentence.text.slice(sentence.start, sentence.end);
  const phrases = (lexicons.lists['claims/attribution-phrases'] ?? []).flatMap(([known, phrase = '', side = '']) =>
    known === language
      ? [{ phrase, side: side === 'before' ? ('before' as const) : ('after' as const), act: 'say' as const }]
      : [],
  );
  const verbs = (lexicons.lists['claims/reporting-verbs-other'] ?? []).flatMap(([known, phrase = '', act = '']) =>
    known === language
      ? [{ phrase, side: 'either' as const, act: act === 'deny' ? ('deny' as const) : ('say' as const) }]
      : [],
  );
  const cues = [...phrases, ...verbs].flatMap(({ phrase, side, act }) =>
    positions(text, phrase, spaced(language)).flatMap((at) => {
      const start = sentence.start + at;
      return cueAt(sentence, start, start + phrase.length, side, act) ?? [];
    }),
  );
  // One source a sentence is enough: the phrase before the verb that repeats it.
  return cues.filter((cue, index) => cues.findIndex((other) => other.sources[0]?.id === cue.sources[0]?.id) === index);
}
