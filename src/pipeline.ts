import { extractClaims } from './claims/index.ts';
import { applyDecisions } from './decisions/index.ts';
import { type ReadItem, type ReadOptions, readDocument } from './documents/index.ts';
import { type DossierOptions, writeDossier } from './dossier/index.ts';
import { resolveEntities } from './entities/index.ts';
import { weighFindings } from './findings/index.ts';
import { findMentions } from './mentions/index.ts';
import type { CaseRecords, CaseView, Document, Extraction, Lexicons } from './model/index.ts';
import { segment } from './passages/index.ts';
import { decideHits, type InstalledLists, screenEntities } from './screening/index.ts';
import { engineVersion } from './versions.ts';

export { engineVersion, foldVersion } from './versions.ts';

/**
 * The one-way street: bytes enter at `read`, a dossier leaves at `write`.
 *
 *     readDocument -> segment -> findMentions -> extractClaims        one document at a time, in parallel
 *     resolveEntities -> weighFindings -> screenEntities -> writeDossier   the whole case, as a fold
 */
export const read = (bytes: Uint8Array, options: ReadOptions): Promise<ReadItem[]> => readDocument(bytes, options);

/** All per-document stages over one document. */
export function extract(document: Document, lexicons: Lexicons): Extraction {
  const passages = segment(document, lexicons);
  const { mentions, literals } = findMentions(document, passages, lexicons);
  const { claims, cues, leads } = extractClaims({ document, passages, mentions, literals }, lexicons);
  return { document: document.id, engine: engineVersion(lexicons), passages, mentions, literals, claims, cues, leads };
}

/** What the folds add to the stored records. Hits are as found: decisions are laid over them afterwards. */
export type Folded = Pick<CaseView, 'resolution' | 'weighing' | 'hits' | 'screening'>;

export interface FoldOptions {
  /** Sanctions lists to screen against, `null` when none is installed. */
  readonly lists?: InstalledLists | null;
  /** ISO day for which the lists are asked; `null`: each list's last snapshot. */
  readonly asOf?: string | null;
  /** The result of an earlier run over equal inputs; saves running the folds again. */
  readonly known?: Folded;
  /** Told what the folds found, before decisions on hits are laid over it. */
  readonly onFolded?: (folded: Folded) => void;
}

/** All folds over a case. Decisions are laid over the extractions first, so that every fold sees them. */
export function fold(records: CaseRecords, lexicons: Lexicons, options: FoldOptions = {}): CaseView {
  const { extractions, states } = applyDecisions(records.extractions, records.decisions);
  const { head, documents, occurrences, leftOut } = records;
  const folded = options.known ?? runFolds({ documents, extractions, decisions: states }, lexicons, options);
  options.onFolded?.(folded);
  const { resolution, weighing, screening } = folded;
  const isScreened = screening.lists.length > 0;
  const { hits, decisions } = decideHits(folded.hits, states, { extractions, resolution, isScreened });
  return { head, documents, occurrences, extractions, decisions, leftOut, resolution, weighing, hits, screening };
}

function runFolds(
  input: Pick<CaseView, 'documents' | 'extractions' | 'decisions'>,
  lexicons: Lexicons,
  { lists = null, asOf = null }: FoldOptions,
): Folded {
  const resolution = resolveEntities(input, lexicons);
  const weighing = weighFindings({ ...input, resolution }, lexicons);
  const { entities } = resolution;
  return { resolution, weighing, ...screenEntities({ entities, extractions: input.extractions, lists, asOf }) };
}

/** The case as a dossier: one self-contained HTML file. Throws `ClewError` when a sentence would stand without a footnote. */
export const write = (view: CaseView, options: DossierOptions, lexicons: Lexicons): string =>
  writeDossier(view, options, lexicons);
