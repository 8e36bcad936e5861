import type { CaseView, Lexicons } from '../model/index.ts';
import { indexCase } from './case-index.ts';
import type { Dossier } from './dossier.ts';
import { numberFootnotes } from './footnotes.ts';
import { writeActors } from './sections/actors.ts';
import { writeContradictions } from './sections/contradictions.ts';
import { writeCoverIdentities } from './sections/cover-identities.ts';
import { writeDecisions } from './sections/decisions.ts';
import { writeFindings } from './sections/findings.ts';
import { writeMatrix } from './sections/matrix.ts';
import { writeMethod } from './sections/method.ts';
import { writeNetwork } from './sections/network.ts';
import { writeOpenQuestions } from './sections/open-questions.ts';
import { writeReplies } from './sections/replies.ts';
import { writeSanctions } from './sections/sanctions.ts';
import { writeSources } from './sections/sources.ts';
import { writeSummary } from './sections/summary.ts';
import { writeTimeline } from './sections/timeline.ts';

export interface DossierOptions {
  /** ISO 8601 in UTC; printed, and the only thing that differs between two runs. */
  readonly writtenAt: string;
  /** Version of clew, for the method note. */
  readonly version: string;
}

/**
 * The case as sections of sentences with numbered footnotes, in reading order.
 * Throws `ClewError` `dossier-unfounded`, naming the sentence, when one has no footnote or a quotation no longer holds.
 */
export function composeDossier(view: CaseView, options: DossierOptions, lexicons: Lexicons): Dossier {
  const index = indexCase(view, lexicons);
  const sections = [
    writeSummary(index),
    writeFindings(index),
    writeContradictions(index),
    writeCoverIdentities(index),
    writeOpenQuestions(index),
    writeReplies(index),
    writeSanctions(index, options.writtenAt),
    writeActors(index),
    writeTimeline(index),
    writeMatrix(index),
    writeNetwork(index),
    writeSources(index),
    writeDecisions(index),
    writeMethod(index, options.version),
  ];
  return {
    title: view.head.name,
    writtenAt: options.writtenAt,
    version: options.version,
    journal: view.head.journal,
    sections,
    notes: numberFootnotes(sections, index),
  };
}
