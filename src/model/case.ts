import type { Decision, DecisionState } from './decision.ts';
import type { Document, LeftOut, Occurrence } from './document.ts';
import type { Resolution } from './entity.ts';
import type { Extraction } from './extraction.ts';
import type { Weighing } from './finding.ts';
import type { Hit, Screening } from './hit.ts';
import type { JournalHead } from './journal.ts';

/** The content of `case.json`. */
export interface CaseHead {
  readonly id: string;
  readonly name: string;
  readonly schemaVersion: number;
  readonly created: string;
  readonly journal: JournalHead;
}

/** Everything a case holds, as stored. Lists are sorted by id (documents, extractions by document id). */
export interface CaseRecords {
  readonly head: CaseHead;
  readonly documents: readonly Document[];
  readonly occurrences: readonly Occurrence[];
  readonly extractions: readonly Extraction[];
  readonly decisions: readonly Decision[];
  /** What `add` could not take, as long as nothing was added under that path later. */
  readonly leftOut: readonly LeftOut[];
}

/** The case after the folds: stored records, decisions laid over them, and what only the whole case can know. */
export interface CaseView {
  readonly head: CaseHead;
  readonly documents: readonly Document[];
  readonly occurrences: readonly Occurrence[];
  /** With decisions applied. */
  readonly extractions: readonly Extraction[];
  readonly decisions: readonly DecisionState[];
  readonly leftOut: readonly LeftOut[];
  readonly resolution: Resolution;
  readonly weighing: Weighing;
  readonly hits: readonly Hit[];
  readonly screening: Screening;
}
