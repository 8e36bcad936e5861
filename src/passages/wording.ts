import type { Lexicons } from '../model/index.ts';

interface Phrase {
  readonly words: string;
  readonly weight: number;
}

/** The lists of `data/passages/`, compiled. */
export interface Wording {
  /** Boilerplate phrases by their first word (or sign). */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases in scripts without spaces. */
  readonly unspaced: readonly Phrase[];
  readonly interfaceWords: ReadonlyMap<string, string>;
  readonly endHeadings: ReadonlyMap<string, string>;
  readonly captionCues: readonly string[];
}

const compiled = new WeakMap<Lexicons, Wording>();
const WORD = /[\p{L}\p{M}\p{N}]+|[©(]/gu;

export function wordingOf(lexicons: Lexicons): Wording {
  const known = compiled.get(lexicons);
  if (known) return known;
  const rows = (name: string) => lexicons.lists[`passages/${name}`] ?? [];
  const phrases = new Map<string, Phrase[]>();
  const unspaced: Phrase[] = [];
  for (const [words = '', weight] of rows('boilerplate')) {
    const phrase = { words, weight: Number(weight ?? 0) };
    const first = words.match(WORD)?.[0];
    if (first === undefined || /\p{Script=Han}/u.test(words)) unspaced.push(phrase);
    else phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  }
  const wording: Wording = {
    phrases,
    unspaced,
    interfaceWords: new Map(rows('interface-words').map(([word = '', kind = '']) => [word, kind])),
    endHeadings: new Map(rows('end-headings').map(([words = '', opens = '']) => [words, opens])),
    captionCues: rows('caption-cues').map((row) => row[0] ?? ''),
  };
  compiled.set(lexicons, wording);
  return wording;
}

/** Sum of the weights of all boilerplate phrases in `text`, each counted once. */
export function boilerplateWeight(text: string, wording: Wording): number {
  const lower = text.toLowerCase();
  const found = new Map<string, number>();
  for (const match of lower.matchAll(WORD)) {
    for (const phrase of wording.phrases.get(match[0]) ?? []) {
      if (!lower.startsWith(phrase.words, match.index)) continue;
      const after = lower.charAt(match.index + phrase.words.length);
      if (!/\p{L}$/u.test(phrase.words) || !/^\p{L}/u.test(after)) found.set(phrase.words, phrase.weight);
    }
  }
  for (const phrase of wording.unspaced) if (lower.includes(phrase.words)) found.set(phrase.words, phrase.weight);
  return [...found.values()].reduce((sum, weight) => sum + weight, 0);
}

/**
 * How much of a short text is the furniture of a web page: share of its words that are controls, counters or ages of posts.
 * `age` says whether an age such as "1 day ago" is among them.
 */
export function interfaceShare(
  text: string,
  wording: Wording,
): { readonly share: number; readonly controls: number; readonly age: boolean } {
  let words = 0;
  let furniture = 0;
  let controls = 0;
  let times = 0;
  let numbers = 0;
  for (const part of text.toLowerCase().split(/[\s·•|,()]+/u)) {
    const word = part.replace(/[:.]$/u, '');
    if (word === '') continue;
    words++;
    const kind = wording.interfaceWords.get(word);
    const isNumber = /^[-+]?\p{N}+(?:[.,]\p{N}+)?[kmdhwy]?o?$/u.test(word);
    if (kind !== undefined || isNumber || !/\p{L}/u.test(word)) furniture++;
    if (kind === 'control') controls++;
    if (kind === 'time') times++;
    if (isNumber) numbers++;
  }
  return { share: words === 0 ? 1 : furniture / words, controls, age: times >= 2 && numbers >= 1 };
}
