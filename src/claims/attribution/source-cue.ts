import type { CueKind, LinkKind, Mention, Span } from '../../model/index.ts';

/** Someone or something named as the source of a stretch of text. Spans count from the start of the document. */
export interface SourceCue extends Span {
  readonly kind: CueKind;
  /** What the source does: say, assess, deny, show. */
  readonly act: 'say' | 'assess' | 'deny' | 'show';
  readonly sources: readonly Mention[];
  readonly linkKind: LinkKind;
  /** Publications through which the source reaches the text ("documents reviewed by the Herald"). */
  readonly via: readonly Mention[];
  readonly scope: Span;
  /** 0 bears on the whole sentence, 1 follows what it reports, 2 precedes it: outer before inner. */
  readonly depth: 0 | 1 | 2;
  /** Start of the reporting verb; a claim that this very verb makes is not reported by it. */
  readonly verb: number;
  readonly basis: 'sentence' | 'context';
}
