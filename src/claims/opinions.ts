import type { Span } from '../model/index.ts';
import { isSpeech } from './attribution/quotes.ts';
import type { SourceCue } from './attribution/source-cue.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';

/** The words of a sentence that lie inside a quotation, without its marks and final punctuation. */
function spoken(text: string, sentence: Span, quote: Span): Span {
  let start = Math.max(sentence.start, quote.start);
  let end = Math.min(sentence.end, quote.end);
  while (start < end && /[\s“”"«»„]/u.test(text[start] ?? '')) start++;
  while (end > start && /[\s“”"«».,;:!?…]/u.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function opinion(reading: Reading, quote: Span): Draft | null {
  const { sentence, sources, drafts } = reading;
  const span = spoken(sentence.text, sentence, quote);
  if (span.end - span.start < 40 || drafts.some((draft) => !draft.ownVoice && overlaps(draft.trigger, span)))
    return null;
  const speaker: SourceCue | undefined = sources.findLast(
    ({ act, scope }) => act === 'say' && scope.start < span.end && span.start < scope.end,
  );
  const who = (speaker?.sources ?? []).filter(({ type }) => type !== 'Publication' && type !== 'Document');
  if (who.length === 0) return null;
  return {
    ...span,
    trigger: span,
    predicate: 'opines',
    subject: who,
    object: [],
    theme: [],
    place: [],
    value: null,
    negative: false,
    modal: '',
    modality: 'opinion',
    votes: [],
    ownVoice: false,
    speakers: who,
    rule: 'opinions',
  };
}

/** Direct speech that says nothing any other rule understands is kept as what its speaker thinks: one claim a sentence. */
export function withOpinions(readings: readonly Reading[], quotes: readonly Span[]): Reading[] {
  return readings.map((reading) => {
    const spans = quotes.filter((quote) => isSpeech(quote) && overlaps(quote, reading.sentence));
    const found = spans.flatMap((quote) => opinion(reading, quote) ?? []);
    return found.length > 0 ? { ...reading, drafts: [...reading.drafts, ...found] } : reading;
  });
}
