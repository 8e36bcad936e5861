import type { Decision, DecisionState, Extraction } from '../model/index.ts';

/** Extractions with the standing decisions laid over them, and how each decision stands. */
export interface Overlay {
  readonly extractions: readonly Extraction[];
  readonly states: readonly DecisionState[];
}

export function applyDecisions(extractions: readonly Extraction[], decisions: readonly Decision[]): Overlay {
  void decisions;
  return { extractions, states: [] };
}
