import type { Literal, Mention, Span } from '../../model/index.ts';
import type { SyntaxLexicon } from './lexicon.ts';
import { readWords } from './read-words.ts';
import { findVerbGroups, type VerbGroup } from './verb-group.ts';
import type { Word } from './word.ts';

/** One sentence with its shallow syntax. Words and groups are in text order. */
export interface Sentence extends Span {
  readonly text: string;
  readonly words: readonly Word[];
  readonly groups: readonly VerbGroup[];
  readonly mentions: readonly Mention[];
  readonly literals: readonly Literal[];
  readonly lexicon: SyntaxLexicon;
}

/** Text is the whole document's; mentions and literals are those inside the sentence. */
export function readSentence(
  text: string,
  span: Span,
  found: { readonly mentions: readonly Mention[]; readonly literals: readonly Literal[] },
  lexicon: SyntaxLexicon,
): Sentence {
  const words = readWords(text, span, found, lexicon);
  return { start: span.start, end: span.end, text, words, groups: findVerbGroups(words, lexicon), ...found, lexicon };
}

/** The last group that ends at or before `at`. */
export function groupBefore(sentence: Sentence, at: number): VerbGroup | undefined {
  return sentence.groups.findLast((group) => group.end <= at);
}
