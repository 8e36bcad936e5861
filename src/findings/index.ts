import type { DecisionState, Document, Extraction, Lexicons, Resolution, Weighing } from '../model/index.ts';

/** Version of this fold; raise it when its output changes. */
export const FINDINGS_VERSION = 1;

/** Everything read so far, with decisions applied and entities resolved. */
export interface WeighingInput {
  readonly documents: readonly Document[];
  readonly extractions: readonly Extraction[];
  readonly resolution: Resolution;
  readonly decisions: readonly DecisionState[];
}

export function weighFindings(input: WeighingInput, lexicons: Lexicons): Weighing {
  void input;
  void lexicons;
  return {
    origins: [],
    echoGroups: [],
    findings: [],
    contradictions: [],
    replies: [],
    openQuestions: [],
    coverIdentities: [],
    timeline: [],
    network: [],
    sanctions: [],
    originOf: {},
  };
}
