import type { Document, Lexicons, Literal, Mention, Passage } from '../model/index.ts';

/** Version of this stage; raise it when its output changes. */
export const MENTIONS_VERSION = 1;

export interface Mentions {
  readonly mentions: readonly Mention[];
  readonly literals: readonly Literal[];
}

export function findMentions(document: Document, passages: readonly Passage[], lexicons: Lexicons): Mentions {
  void document;
  void passages;
  void lexicons;
  return { mentions: [], literals: [] };
}
