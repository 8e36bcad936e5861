import type { Lexicons } from '../model/index.ts';
import { assemble } from './assemble.ts';
import type { ClaimInput, Claims } from './contract.ts';
import { readPassages } from './read-passages.ts';

export type { ClaimInput, Claims } from './contract.ts';

/**
 * Finds who says what of whom in a document: claims sorted by place, each resting on an exact quotation, with its chain of
 * attribution (the text itself outermost), and the cues that decided attribution and modality.
 * Arguments are mention ids of `input`; nothing is invented. Boilerplate is left out. Never throws.
 */
export function extractClaims(input: ClaimInput, lexicons: Lexicons): Claims {
  return assemble(input.document, readPassages(input, lexicons));
}
