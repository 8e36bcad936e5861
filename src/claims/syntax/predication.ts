import { type NounList, type NounPhrase, readList, readPhrase } from './noun-phrase.ts';
import { groupBefore, type Sentence } from './sentence.ts';
import { findSubject, phraseEndingAt } from './subject.ts';

const phrasesOf = new WeakMap<Sentence, readonly NounPhrase[]>();

/** Every noun phrase of a sentence, left to right; read once a sentence. */
export function allPhrases(sentence: Sentence): readonly NounPhrase[] {
  const known = phrasesOf.get(sentence);
  if (known) return known;
  const phrases: NounPhrase[] = [];
  let at = 0;
  while (at < sentence.words.length) {
    const phrase = readPhrase(sentence.words, at, sentence.lexicon);
    if (phrase) phrases.push(phrase);
    at = phrase ? Math.max(phrase.end, at + 1) : at + 1;
  }
  phrasesOf.set(sentence, phrases);
  return phrases;
}

const COPULAS = new Set(['be', 'become', 'remain']);
const SERVING = new Set(['act', 'serve', 'work', 'function', 'operate', 'appear', 'pose']);

const listOf = (phrase: NounPhrase | null): NounList | null =>
  phrase ? { start: phrase.start, end: phrase.end, phrases: [phrase] } : null;

/** What a noun phrase is said to be, and the first word of the stretch that says so. */
export interface Predication {
  readonly list: NounList;
  readonly start: number;
  readonly end: number;
  /** Said in passing (apposition), not by the clause's verb. */
  readonly apposed: boolean;
  readonly negative: boolean;
}

/**
 * Whom "a subsidiary of Y" is said of: the name it stands before ("the Y subsidiary X"), the subject of its copula ("X is a ..."),
 * the one described or acting *as* it, or the name before its comma ("X, a ..."). `null` when it stands alone.
 */
export function predicatedOf(sentence: Sentence, phrase: NounPhrase): Predication | null {
  const { words, lexicon } = sentence;
  const { start, end } = phrase;
  const group = groupBefore(sentence, start);
  const before = words[start - 1];
  if (group && group.end === start && COPULAS.has(group.lemma)) {
    const subject = findSubject(sentence, group);
    if (!subject) return null;
    const from = subject.adjacent ? subject.list.start : group.start;
    return { list: subject.list, start: from, end, apposed: false, negative: group.negative };
  }
  if (before?.lower === 'as' && group) {
    if (group.passive || SERVING.has(group.lemma)) {
      const subject = findSubject(sentence, group);
      if (!subject) return null;
      const from = subject.adjacent ? subject.list.start : group.start;
      return { list: subject.list, start: from, end, apposed: false, negative: group.negative };
    }
    const object = readList(words, group.end, lexicon);
    return object && object.end <= start
      ? { list: object, start: group.start, end, apposed: false, negative: group.negative }
      : null;
  }
  if (before?.class === 'comma') {
    const list = listOf(phraseEndingAt(sentence, start - 1));
    if (list?.phrases[0]?.head) return { list, start: list.start, end, apposed: true, negative: false };
  }
  const after = words[end];
  if (after?.class === 'comma' && words[start]?.class === 'determiner') {
    const name = readPhrase(words, end + 1, lexicon);
    const close = name ? words[name.end] : undefined;
    const alone =
      close === undefined || close.class === 'comma' || close.class === 'stop' || close.class === 'auxiliary';
    if (name?.head?.named && name.end - name.start === 1 && alone) {
      return {
        list: { start: name.start, end: name.end, phrases: [name] },
        start,
        end: name.end,
        apposed: true,
        negative: false,
      };
    }
  }
  if (after?.class === 'verb' && (after.lower === 'called' || after.lower === 'named')) {
    const name = readPhrase(words, end + 1, lexicon);
    if (name?.head) {
      return {
        list: { start: name.start, end: name.end, phrases: [name] },
        start,
        end: name.end,
        apposed: true,
        negative: false,
      };
    }
  }
  return null;
}
