import type { Mention } from '../../model/index.ts';
import { nounClasses, type SyntaxLexicon } from './lexicon.ts';
import type { Word } from './word.ts';

/**
 * A noun phrase without its prepositional phrases. `start`, `end` index words, `end` exclusive.
 * `head` is the mention the phrase is about; a phrase around a common noun ("Acme's facilities") has none, but a `possessor`.
 */
export interface NounPhrase {
  readonly start: number;
  readonly end: number;
  readonly head: Mention | null;
  /** Lower-cased last noun, '' when the phrase is a mention or pronoun alone. */
  readonly noun: string;
  readonly nounAt: number;
  readonly possessor: Mention | null;
  /** Mentions before the head noun without 's ("Acme engineers", "the Acme subsidiary X"). */
  readonly modifiers: readonly Mention[];
  readonly pronoun: string;
  /** Possessive pronoun it opens with ("its"), else ''. */
  readonly owner: string;
}

/** "X, Y and Z": one argument with several members. */
export interface NounList {
  readonly start: number;
  readonly end: number;
  readonly phrases: readonly NounPhrase[];
}

const OPENERS = new Set(['determiner', 'noun', 'mention', 'number', 'pronoun', 'adverb', 'quote']);
const isThing = (mention: Mention): boolean =>
  mention.type === 'WeaponSystem' || mention.type === 'Vessel' || mention.type === 'Product';

/** Index after a bracket that opens at `at`, or `at` itself when it does not close soon. */
function afterBracket(words: readonly Word[], at: number): number {
  if (words[at]?.class !== 'open') return at;
  for (let end = at + 1; end < Math.min(words.length, at + 16); end++)
    if (words[end]?.class === 'close') return end + 1;
  return at;
}

/** The noun phrase that begins at `at`, or `null`. Partitives are seen through: "samples of the K-7" is about the K-7. */
export function readPhrase(words: readonly Word[], at: number, lexicon: SyntaxLexicon): NounPhrase | null {
  let end = at;
  let head: Mention | null = null;
  let noun = '';
  let nounAt = -1;
  let possessor: Mention | null = null;
  let modifiers: Mention[] = [];
  let mentionBefore = false;
  if (!OPENERS.has(words[at]?.class ?? '')) return null;
  for (; end < words.length; end++) {
    const word = words[end];
    if (!word) break;
    if (word.class === 'pronoun') {
      if (end > at) break;
      return {
        start: at,
        end: end + 1,
        head: null,
        noun: '',
        nounAt: -1,
        possessor: null,
        modifiers: [],
        pronoun: word.lower,
        owner: '',
      };
    }
    if (word.class === 'determiner' || word.class === 'adverb' || word.class === 'quote') {
      if (noun !== '' || head) break;
    } else if (word.class === 'mention') {
      // Two names side by side are one phrase only when the first modifies the second.
      if (
        head &&
        mentionBefore &&
        head.type !== word.mention?.type &&
        !isThing(head) &&
        word.mention?.named !== false
      ) {
        if (
          head.type !== 'Place' &&
          head.type !== 'Company' &&
          head.type !== 'Organization' &&
          head.type !== 'PublicBody'
        )
          break;
      }
      if (head) modifiers.push(head);
      head = word.mention;
      noun = '';
      nounAt = -1;
    } else if (word.class === 'noun') {
      noun = word.lower;
      nounAt = end;
    } else if (word.class === 'possessive') {
      if (!head && noun === '') break;
      possessor = noun === '' ? head : possessor;
      modifiers = [];
      head = null;
      noun = '';
      nounAt = -1;
    } else if (word.class !== 'number' && word.class !== 'time') break;
    else if (word.class === 'time' && (head || noun !== '')) break;
    mentionBefore = word.class === 'mention';
  }
  if (!head && noun === '' && !(words[end - 1]?.class === 'number' || words[end - 1]?.class === 'determiner'))
    return null;
  // "K-7 boats" is about the K-7, "Acme engineers" are not Acme.
  if (head && noun !== '' && !(isThing(head) && nounClasses(lexicon, noun)?.has('thing'))) {
    if (!describes(head, noun, lexicon)) {
      modifiers = [...modifiers, head];
      head = null;
    }
  }
  // "a company called X": the name is what the phrase is about.
  const called = words[end];
  const nameAt = words[end + 1]?.lower === 'the' ? end + 2 : end + 1;
  const name = words[nameAt];
  if (!head && noun !== '' && /^(?:called|named|dubbed)$/u.test(called?.lower ?? '') && name?.mention) {
    head = name.mention;
    end = nameAt + 1;
  }
  end = afterBracket(words, end);
  const partitive =
    noun === ''
      ? words[end - 1]?.class === 'number' || words[end - 1]?.class === 'determiner'
      : ['partitive', 'locality'].some((name) => nounClasses(lexicon, noun)?.has(name));
  if (!head && !possessor && partitive && words[end]?.lower === 'of') {
    const inner = readPhrase(words, end + 1, lexicon);
    if (inner && (inner.head || inner.possessor)) return { ...inner, start: at };
  }
  const opener = words[at]?.lower ?? '';
  const owner = /^(?:its|their|his|her)$/u.test(opener) ? opener : '';
  return { start: at, end, head, noun, nounAt, possessor, modifiers, pronoun: '', owner };
}

const OTHER_THAN_GOODS = ['organisation', 'site', 'staff', 'document', 'role', 'abstract'];

/** A class noun after a name that only says what it is: "the Acme company", "the Mariner tanker". */
function describes(head: Mention, noun: string, lexicon: SyntaxLexicon): boolean {
  const classes = nounClasses(lexicon, noun);
  // "the X-5 surveillance and attack platform" is still about the X-5; "the X-5 factory" is not.
  if (isThing(head)) return !OTHER_THAN_GOODS.some((name) => classes?.has(name)) || classes?.has('thing') === true;
  if (!classes) return false;
  const body = head.type === 'Company' || head.type === 'Organization' || head.type === 'PublicBody';
  return body && classes.has('organisation') && !classes.has('site') && !classes.has('role');
}

const closes = (word: Word | undefined): boolean =>
  word?.class === 'conjunction' && word.lower !== 'but' && word.lower !== 'plus';

/** The noun phrase at `at` with everything coordinated with it. Commas count only when "and" or "or" closes the list. */
export function readList(words: readonly Word[], at: number, lexicon: SyntaxLexicon): NounList | null {
  const first = readPhrase(words, at, lexicon);
  if (!first) return null;
  const phrases = [first];
  let pending: NounPhrase[] = [];
  let end = first.end;
  let cursor = end;
  for (let guard = 0; guard < 24; guard++) {
    let next = cursor;
    if (words[next]?.class === 'comma') next++;
    const closing = closes(words[next]);
    if (closing) next++;
    if (next === cursor) break;
    // "…, and on Monday" or ", and delivered": nothing to list.
    const phrase = readPhrase(words, next, lexicon);
    if (phrase?.pronoun !== '') break;
    const verbAfter = words[phrase.end]?.class === 'auxiliary' || words[phrase.end]?.class === 'verb';
    if (verbAfter && words[cursor]?.class === 'comma' && !closing) break;
    pending.push(phrase);
    cursor = phrase.end;
    if (closing) {
      phrases.push(...pending);
      pending = [];
      end = cursor;
    }
  }
  return { start: at, end, phrases };
}

/** The mentions a list is about, in order. */
export const headsOf = (list: NounList | null): Mention[] =>
  list ? list.phrases.flatMap(({ head }) => (head ? [head] : [])) : [];
