import type { JournalHead, Lexicons } from './model/index.ts';
import { hashOf } from './text/index.ts';

/** Key of the stages from a document to its claims: a document whose extraction carries it is done. */
export const engineVersion = ({ stages, version }: Lexicons): string =>
  `segment/${stages.segment} mentions/${stages.mentions} claims/${stages.claims} lexicons/${version}`;

/** Key of the folds: equal inputs and an equal key give an equal view. */
export const foldVersion = ({ stages, version }: Lexicons): string =>
  `decisions/${stages.decisions} entities/${stages.entities} findings/${stages.findings} screening/${stages.screening} lexicons/${version}`;

/** What a folded view rests on besides code and word lists. */
export interface ViewInputs {
  readonly journal: JournalHead;
  /** Key of the lists that are screened against. */
  readonly lists: string;
  readonly asOf: string | null;
}

/** Key of a folded view, 32 hex digits: whatever is kept under it is as good as folded anew. */
export const viewKey = ({ journal, lists, asOf }: ViewInputs, lexicons: Lexicons): string =>
  hashOf({ journal, version: foldVersion(lexicons), lists, asOf }).slice(0, 32);
