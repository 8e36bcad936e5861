import type { SentenceContext } from '../draft.ts';
import { readList } from '../syntax/noun-phrase.ts';
import type { SourceCue } from './source-cue.ts';
import { isPaper, linkKindOf, speakersOf, viaOf } from './sources.ts';

/** Cues without a verb of their own: "according to X", "in the words of X". They bear on the whole sentence. */
export function findPhraseCues(context: SentenceContext): SourceCue[] {
  const { sentence, vocabulary } = context;
  const { words } = sentence;
  const cues: SourceCue[] = [];
  for (const phrase of vocabulary.attributionPhrases) {
    for (let at = 0; at + phrase.length < words.length; at++) {
      if (!phrase.every((part, offset) => words[at + offset]?.lower === part)) continue;
      const list = readList(words, at + phrase.length, sentence.lexicon);
      const sources = list ? speakersOf(list, context) : [];
      // A source that no mention names still decides modality: "according to a bank statement".
      const paper = list?.phrases.every((one) => isPaper(one, context)) ?? false;
      if (!list || (!sources[0] && !paper)) continue;
      const { via, end } = viaOf(list, context);
      const start = words[at]?.start ?? sentence.start;
      const citing = phrase[0] === 'citing' || phrase[0] === 'quoting';
      cues.push({
        start,
        end: words[end - 1]?.end ?? start,
        kind: 'attribution',
        act: paper || sources.every(({ type }) => type === 'Document') ? 'show' : 'say',
        sources,
        linkKind: sources[0] ? linkKindOf(sources[0], context) : 'document',
        via,
        scope: { start: sentence.start, end: sentence.end },
        depth: citing ? 2 : 0,
        verb: start,
        basis: 'sentence',
      });
    }
  }
  return cues;
}
