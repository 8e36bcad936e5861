import type { Document, Lexicons, Literal, Mention, Passage } from '../model/index.ts';
import { findLiterals } from './literals/index.ts';
import { nameMentions } from './name-mentions.ts';

export interface Mentions {
  readonly mentions: readonly Mention[];
  readonly literals: readonly Literal[];
}

/**
 * Everything a document names or describes, and its numbers, sums, measures and dates; both in text order.
 * Names do not overlap each other; descriptions ("documents reviewed by X") may hold names. Spans count in the document's text. Never throws.
 */
export function findMentions(document: Document, passages: readonly Passage[], lexicons: Lexicons): Mentions {
  const literals = findLiterals(document, passages, lexicons);
  return { mentions: nameMentions(document, passages, { lexicons, literals }), literals };
}
