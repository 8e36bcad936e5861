import type { Literal, Mention, Span } from '../../model/index.ts';
import type { FunctionClass, VerbReading } from './lexicon.ts';

/** `possessive` is a split-off 's; `time` a whole date literal; `to` marks an infinitive. */
export type WordClass =
  | FunctionClass
  | 'verb'
  | 'noun'
  | 'mention'
  | 'number'
  | 'time'
  | 'possessive'
  | 'to'
  | 'comma'
  | 'stop'
  | 'open'
  | 'close'
  | 'quote';

/**
 * One unit of a sentence: a token, or a whole mention or date that counts as one word.
 * `inner` are the mentions within the outermost one, which alone takes part in the syntax.
 */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly class: WordClass;
  readonly verb: VerbReading | null;
  readonly mention: Mention | null;
  readonly inner: readonly Mention[];
  readonly literal: Literal | null;
}

const PUNCTUATION: Readonly<Record<string, WordClass>> = {
  ',': 'comma',
  '，': 'comma',
  '—': 'comma',
  '–': 'comma',
  '-': 'comma',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  $: 'number',
  '€': 'number',
  '£': 'number',
  '¥': 'number',
  '%': 'number',
  '“': 'quote',
  '”': 'quote',
  '"': 'quote',
  '«': 'quote',
  '»': 'quote',
  '„': 'quote',
};

/** Class of a punctuation mark; everything that is no comma, bracket or quotation mark ends a clause. */
export const classOfMark = (mark: string): WordClass => PUNCTUATION[mark] ?? 'stop';
