import type { DecisionState, Document, Extraction, Resolution } from '../model/index.ts';

/** Everything read so far, with decisions applied and entities resolved. */
export interface WeighingInput {
  readonly documents: readonly Document[];
  readonly extractions: readonly Extraction[];
  readonly resolution: Resolution;
  readonly decisions: readonly DecisionState[];
}
