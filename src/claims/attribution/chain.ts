import { type AttributionLink, SELF } from '../../model/index.ts';
import type { Draft } from '../draft.ts';
import type { SourceCue } from './source-cue.ts';

/** The cues that bear on a draft, outermost first. Appositions are the text's own voice and have none. */
export function cuesOver(draft: Draft, cues: readonly SourceCue[]): SourceCue[] {
  if (draft.ownVoice) return [];
  return cues
    .filter(({ scope, verb, start, end }) => {
      const { trigger } = draft;
      if (trigger.start < scope.start || trigger.end > scope.end + 1) return false;
      if (trigger.start <= verb && verb < trigger.end) return false;
      return !(trigger.start >= start && trigger.end <= end && scope.start < start);
    })
    .sort((a, b) => a.depth - b.depth || a.start - b.start || a.end - b.end);
}

/** The chain of attribution from the text itself inwards: for each cue the publication it came through, then its sources. */
export function chainOf(draft: Draft, cues: readonly SourceCue[]): AttributionLink[] {
  const links: AttributionLink[] = [{ kind: 'publication', sources: [SELF], cue: null, basis: 'sentence' }];
  const seen = new Set<string>([SELF]);
  const push = (link: AttributionLink): void => {
    const sources = link.sources.filter((source) => !seen.has(source));
    if (sources.length === 0) return;
    for (const source of sources) seen.add(source);
    links.push({ ...link, sources });
  };
  for (const cue of cues) {
    const span = { start: cue.start, end: cue.end };
    if (cue.via.length > 0)
      push({ kind: 'publication', sources: cue.via.map(({ id }) => id), cue: span, basis: cue.basis });
    push({ kind: cue.linkKind, sources: cue.sources.map(({ id }) => id), cue: span, basis: cue.basis });
  }
  if (draft.speakers.length > 0) {
    const all = (wanted: string): boolean => draft.speakers.every(({ type }) => type === wanted);
    const kind = all('Publication') ? 'publication' : all('Document') ? 'document' : 'official';
    push({ kind, sources: draft.speakers.map(({ id }) => id), cue: draft.trigger, basis: 'sentence' });
  }
  return links;
}
