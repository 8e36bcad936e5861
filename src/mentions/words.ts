import type { Passage, PassageKind, Span } from '../model/index.ts';
import { tokenize, visibleText } from '../text/index.ts';
import { isBreak } from './line-breaks.ts';
import { isCommonWord, type Vocabulary } from './vocabulary.ts';

/**
 * One word as names are built from it: possessives, elisions (`dell’`), hyphened rests (`-based`) and case endings of acronyms
 * (`FSB-le`) are off, and so are invisible characters in `text` and `lower`. `name`: begins with or holds a capital letter.
 */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'name' | 'lower' | 'number' | 'punctuation' | 'han' | 'address';
  /** Followed by a possessive ending. */
  readonly possessive: boolean;
  /** A hyphened lower-case rest follows (`Iran-based`). */
  readonly hyphened: boolean;
  /** White space before. */
  readonly spaced: boolean;
  /** Stands where any word would have a capital letter: first in its sentence, after an opening quotation mark or a colon. */
  readonly forced: boolean;
  /** No name goes on over the gap before it: another cell, another line of a form, another script on a new line. */
  readonly breaks: boolean;
}

/** A sentence with its words. `titleCase`: capitals tell nothing here (headline style, all capitals). */
export interface Sentence extends Span {
  readonly words: readonly Word[];
  readonly passage: PassageKind;
  readonly titleCase: boolean;
}

const ELISION =
  /^(?:l|d|dell|dall|nell|sull|all|un|s|c|j|n|qu|m|t|quell|quest|sant|L|D|Dell|Dall|Nell|Sull|All|Un|C|S|Qu)['’](?=\p{Lu}\p{L})/u;
const ARTICLE_PREFIX = /^(?:al|el|as|ad|an|ar|at|az|ash|ul|bin|ibn|abu|e)-\p{Lu}/u;

export interface WordSources {
  readonly vocabulary: Vocabulary;
  /** Sums of money and currencies, in text order: their codes are no names ("Acme GmbH EUR 4,000"). */
  readonly money: readonly Span[];
}

/** Sentences of the passages with their words, in text order. */
export function sentencesOf(
  text: string,
  passages: readonly Passage[],
  { vocabulary, money }: WordSources,
): Sentence[] {
  let next = 0;
  return passages.flatMap((passage) =>
    passage.sentences.map((span) => {
      while ((money[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
      const words = withoutCodes(wordsOf(text, span, vocabulary), money, next);
      return { ...span, words, passage: passage.kind, titleCase: isTitleCase(words, passage.kind) };
    }),
  );
}

const CODE = /^\p{Lu}{2,4}\d*$/u;

function withoutCodes(words: Word[], money: readonly Span[], from: number): Word[] {
  let next = from;
  if ((money[next]?.start ?? Number.POSITIVE_INFINITY) >= (words.at(-1)?.end ?? 0)) return words;
  return words.map((word) => {
    while ((money[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++;
    const sum = money[next];
    if (!sum || sum.start > word.start) return word;
    const kind = word.kind === 'name' && CODE.test(word.text) ? 'number' : word.kind;
    return { ...word, kind, breaks: word.breaks || sum.start === word.start };
  });
}

function wordsOf(text: string, span: Span, vocabulary: Vocabulary): Word[] {
  const builder = new WordBuilder(text);
  for (const token of tokenize(text, span)) {
    if (token.kind === 'number') builder.push(token.start, token.end, 'number');
    else if (token.kind !== 'word') builder.push(token.start, token.end, 'punctuation');
    else if (PLAIN.test(token.text)) builder.push(token.start, token.end, 'lower');
    else if (/^\p{Script=Han}/u.test(token.text)) builder.push(token.start, token.end, 'han');
    else if (/[@/]|\.\p{L}{2,}/u.test(token.text)) builder.push(token.start, token.end, 'address');
    else pushWord(text, token, { builder, vocabulary });
  }
  return builder.words;
}

/** Words without anything to take off. */
const PLAIN = /^[a-zа-яёіїє]+$/;

class WordBuilder {
  readonly words: Word[] = [];
  private forced = true;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  push(start: number, end: number, kind?: Word['kind'], possessive = false, hyphened = false, spaced?: boolean): void {
    const text = visibleText(this.text.slice(start, end));
    const known = kind ?? kindOf(text);
    const previous = this.words.at(-1);
    const breaks = previous !== undefined && isBreak(this.text, previous, start);
    const forced = this.forced || breaks;
    this.words.push({
      start,
      end,
      text,
      lower: known === 'lower' && PLAIN.test(text) ? text : text.toLowerCase(),
      kind: known,
      possessive,
      hyphened,
      spaced: spaced ?? (previous === undefined || previous.end < start),
      forced,
      breaks,
    });
    this.forced = known === 'punctuation' && (forced || /["“„«:•–—*]/.test(text));
  }
}

interface Pushing {
  readonly builder: WordBuilder;
  readonly vocabulary: Vocabulary;
}

function pushWord(text: string, token: Span, { builder, vocabulary }: Pushing): void {
  let { start, end } = token;
  const elided = ELISION.exec(text.slice(start, Math.min(end, start + 8)));
  if (elided) {
    builder.push(start, start + elided[0].length, 'lower');
    start += elided[0].length;
  }
  const piece = text.slice(start, end);
  const owns = /[’']s$/i.test(piece) && piece.length > 2;
  if (owns) end -= 2;
  const bare = text.slice(start, end);
  const possessive = owns || (/s$/i.test(bare) && /^[’'](?=\s)/.test(text.slice(end, end + 2)));
  if (!/[-‐‑]/.test(bare)) builder.push(start, end, undefined, possessive);
  else if (isGermanCompound(bare, vocabulary)) builder.push(start, end, 'lower', possessive);
  else {
    const parts = hyphenParts(bare, vocabulary);
    if (parts === null) {
      builder.push(start, end, undefined, possessive);
      return;
    }
    const cut = start + parts;
    if (/^\p{Lu}/u.test(text.slice(cut + 1, end))) {
      builder.push(start, cut, undefined, false, /^\p{Lu}/u.test(bare));
      builder.push(cut + 1, end, undefined, possessive, false, true);
    } else builder.push(start, cut, undefined, false, true);
  }
}

/** German compounds with a common noun: "US-Bundesstaat", "EU-Staaten". */
function isGermanCompound(word: string, vocabulary: Vocabulary): boolean {
  if (!/^(?:US|EU|UN|NATO|UK|G7|Ex|Vize)-\p{Lu}/u.test(word)) return false;
  const tail = word.slice(word.lastIndexOf('-') + 1).toLowerCase();
  return vocabulary.germanWords.has(tail) || vocabulary.titles.has(tail) || vocabulary.classNouns.has(tail);
}

/** Where a hyphened word falls apart (index of the hyphen), `null` when it is one name or no name at all. */
function hyphenParts(word: string, vocabulary: Vocabulary): number | null {
  const chain = /^\p{Ll}+-\p{Ll}+(?=-\p{Lu})/u.exec(word);
  if (chain) return chain[0].length;
  const dash = word.search(/[-‐‑]/);
  if (dash <= 0 || ARTICLE_PREFIX.test(word)) return null;
  const head = word.slice(0, dash);
  const tail = word.slice(dash + 1);
  const headNamed = /^\p{Lu}/u.test(head);
  if (headNamed && /^\p{Ll}{1,30}$/u.test(tail) && !/\d/.test(tail)) {
    // "Iran-based", "FSB-le"; but names such as "Won-yong" stay whole.
    return isAcronym(head) || isCommonWord(tail, vocabulary) || /(?:ed|ing|wide|like|style|led|ism|ist)$/.test(tail)
      ? dash
      : null;
  }
  if (headNamed && /^\p{Ll}+-\p{Ll}+$/u.test(tail)) return dash;
  if (!headNamed && /^\p{Ll}{2,}$/u.test(head) && /^\p{Lu}/u.test(tail)) return dash;
  if (headNamed && /^\p{Lu}[\p{L}.]*$/u.test(tail) && isLand(head, vocabulary) && isLand(tail, vocabulary)) return dash;
  return null;
}

const isAcronym = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);

function isLand(word: string, vocabulary: Vocabulary): boolean {
  const lower = word.toLowerCase();
  const place = vocabulary.places.get(lower);
  return (
    place?.kind === 'country' ||
    vocabulary.isDemonym(lower) ||
    vocabulary.capitals.has(lower) ||
    /^(?:EU|US|UN|UK|U\.S\.)$/.test(word)
  );
}

function kindOf(piece: string): Word['kind'] {
  if (piece === 'I' || /^I[’'](?:m|ve|d|ll)$/.test(piece)) return 'lower';
  if (/^\p{Lu}/u.test(piece)) return 'name';
  if (ARTICLE_PREFIX.test(piece) || /^\p{Ll}{1,2}\p{Lu}\p{L}/u.test(piece)) return 'name';
  if (/^\p{N}+[-\p{L}]*\p{Lu}/u.test(piece)) return 'name';
  return 'lower';
}

/** Most words that could be in lower case have a capital letter, or the line is in capitals. */
function isTitleCase(words: readonly Word[], passage: PassageKind): boolean {
  let capital = 0;
  let lower = 0;
  let letters = 0;
  let shout = 0;
  for (const word of words) {
    if (word.kind === 'name') {
      if (!word.forced) capital++;
      if (word.text.length > 3) {
        letters++;
        if (word.text === word.text.toUpperCase()) shout++;
      }
    } else if (word.kind === 'lower' && word.text.length > 3) lower++;
  }
  if (letters >= 4 && shout / letters > 0.7 && lower <= letters / 3) return true;
  if (passage === 'table-row') return false;
  const headline =
    passage === 'heading' || passage === 'boilerplate' || passage === 'list-item' || passage === 'caption';
  if (!headline) return capital >= 4 && lower === 0 && !/[.!?,;]/.test(words.at(-1)?.text ?? '');
  if (capital + lower < 3) return capital >= 1 && lower === 0;
  return lower <= 1 + capital * 0.15;
}
