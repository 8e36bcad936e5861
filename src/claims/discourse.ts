import type { LinkKind, Mention, MentionType } from '../model/index.ts';
import { nounClasses } from './syntax/lexicon.ts';
import type { NounPhrase } from './syntax/noun-phrase.ts';
import type { Sentence } from './syntax/sentence.ts';
import { findSubject } from './syntax/subject.ts';

/** Mentions of the sentences so far that a pronoun may stand for, subjects first within each sentence, nearest sentence first. */
export interface Discourse {
  /** Mentions a pronoun or "the company" in `sentence` stands for; [] when nothing fits. */
  readonly resolve: (phrase: NounPhrase, sentence: Sentence) => readonly Mention[];
  readonly country: (name: string) => Mention | null;
  /** Whether a named person has been introduced as an official or an expert. */
  readonly standing: (mention: Mention) => LinkKind;
  /** The publication known to have reviewed the papers that "the documents" or "another document" means. */
  readonly reviewer: (paper: Mention, determiner: string, noun: string) => Mention | null;
  /** Takes note of who reviewed papers, and of how a person was introduced. */
  readonly noteReviewer: (publication: Mention) => void;
  readonly noteStanding: (name: string, kind: LinkKind) => void;
  /** Takes note of a finished sentence. */
  readonly remember: (sentence: Sentence) => void;
}

const BODIES: readonly MentionType[] = ['Company', 'Organization', 'PublicBody'];
const THINGS: readonly MentionType[] = ['WeaponSystem', 'Product', 'Vessel', 'Document'];

/** A definite or further paper points back to those already spoken of; "internal letters" does not. */
const DEFINITE = /^\P{L}*(?:the|these|those|another|one of the) /u;
const PAPERS = /^(?:documents?|papers?|files?|records?|materials?)$/u;
const lastWord = (name: string): string => name.toLowerCase().split(' ').at(-1) ?? '';

interface Memory {
  /** Subjects of the sentence's clauses, first clause first; each may be a list. */
  readonly subjects: readonly (readonly Mention[])[];
  /** Subjects of reporting verbs: "they" in what they say is rather somebody else. */
  readonly speakers: readonly Mention[];
  readonly others: readonly Mention[];
}

/** Types a phrase can stand for, and whether it wants several. */
function expectation(
  phrase: NounPhrase,
  sentence: Sentence,
): { types: readonly MentionType[]; plural: boolean } | null {
  switch (phrase.pronoun) {
    case 'it':
    case 'its':
      return { types: [...BODIES, ...THINGS], plural: false };
    case 'he':
    case 'she':
    case 'him':
    case 'his':
    case 'her':
      return { types: ['Person'], plural: false };
    case 'they':
    case 'them':
    case 'their':
      return { types: ['Person', ...BODIES], plural: true };
    case '':
      break;
    default:
      return null;
  }
  const opener = sentence.words[phrase.start];
  const last = sentence.words[phrase.end - 1];
  if (phrase.noun === '' && !phrase.head && last?.class === 'number') return { types: THINGS, plural: false };
  if (opener?.lower !== 'the' && opener?.lower !== 'this' && opener?.lower !== 'both') return null;
  if (phrase.head || phrase.possessor || phrase.modifiers.length > 0) return null;
  const classes = nounClasses(sentence.lexicon, phrase.noun);
  if (phrase.end - phrase.start > 4) return null;
  if (
    /^(?:two|pair|men|defendants|suspects|accused)$/u.test(phrase.noun) ||
    sentence.words[phrase.end - 1]?.lower === 'two'
  ) {
    return { types: ['Person'], plural: true };
  }
  if (!classes) return null;
  if (classes.has('site')) return null;
  if (classes.has('organisation'))
    return { types: BODIES, plural: phrase.noun.endsWith('s') && !phrase.noun.endsWith('ss') };
  if (classes.has('thing')) return { types: THINGS, plural: false };
  return null;
}

const isMany = (mentions: readonly Mention[]): boolean =>
  mentions.length > 1 || mentions.some(({ named, text }) => !named && /s$|people|staff|personnel|police/u.test(text));

function memoryOf(sentence: Sentence, resolve: (phrase: NounPhrase) => readonly Mention[] = () => []): Memory {
  const subjects = sentence.groups
    .filter(({ form }) => form === 'finite')
    .slice(0, 6)
    .map((group) =>
      (findSubject(sentence, group)?.list.phrases ?? []).flatMap((phrase) =>
        phrase.head ? [phrase.head] : resolve(phrase),
      ),
    )
    .filter((list) => list.length > 0);
  const speakers = sentence.groups
    .filter(({ lemma, passive }) => !passive && sentence.lexicon.clauseVerbs.has(lemma))
    .slice(0, 6)
    .map((group) => (findSubject(sentence, group)?.list.phrases ?? []).flatMap(({ head }) => (head ? [head] : [])));
  return {
    subjects,
    speakers: speakers.flat(),
    others: sentence.words.flatMap(({ mention }) => (mention ? [mention] : [])),
  };
}

/** A fresh memory for one document. `countryOf` gives the country a place mention names, in English. */
export function startDiscourse(places: ReadonlyMap<string, Mention>): Discourse {
  let memories: readonly Memory[] = [];
  let reviewer: Mention | null = null;
  /** The people last named together: "the two", "the defendants". */
  let pair: readonly Mention[] = [];
  const standings = new Map<string, LinkKind>();
  let now: { readonly sentence: Sentence; readonly memory: Memory } | null = null;
  const current = (sentence: Sentence): Memory => {
    if (now?.sentence !== sentence) now = { sentence, memory: memoryOf(sentence) };
    return now.memory;
  };
  /** "the welders" after "Turkish welders": a description taken up by its noun. */
  const takenUp = (phrase: NounPhrase, sentence: Sentence): Mention | null => {
    const opener = sentence.words[phrase.start]?.lower ?? '';
    if (phrase.noun.length < 4 || phrase.head || phrase.possessor || !/^(?:the|these|those|such)$/u.test(opener))
      return null;
    const at = sentence.words[phrase.start]?.start ?? 0;
    const stem = phrase.noun.replace(/s$/u, '');
    const names = (text: string): boolean =>
      text
        .toLowerCase()
        .split(/\P{L}+/u)
        .includes(stem);
    for (const memory of [current(sentence), ...memories]) {
      const found = memory.others.findLast(
        ({ named, text, end }) => end <= at && (named ? names(text) : text.toLowerCase().includes(stem)),
      );
      if (found) return found;
    }
    return null;
  };
  const resolve = (phrase: NounPhrase, sentence: Sentence): readonly Mention[] => {
    const described = takenUp(phrase, sentence);
    if (described) return [described];
    const wanted = expectation(phrase, sentence);
    if (!wanted) return [];
    if (wanted.plural && wanted.types.length === 1 && pair.length > 0) return pair;
    const at = sentence.words[phrase.start]?.start ?? 0;
    const fits = (list: readonly Mention[]): boolean =>
      list.length > 0 && list.every(({ type, end }) => wanted.types.includes(type) && end <= at);
    const own = current(sentence);
    if (wanted.plural) {
      // "officials said they work for X": rather those spoken of before than the officials themselves.
      const others = [own, ...memories].map((memory) => memory.subjects.concat(memory.others.map((one) => [one])));
      const many = others.flat().filter((list) => fits(list) && isMany(list));
      return many.find((list) => !list.some((mention) => own.speakers.includes(mention))) ?? many[0] ?? [];
    }
    for (const memory of [own, ...memories]) {
      const subject = memory.subjects.find((list) => fits(list));
      if (subject) return subject;
    }
    for (const memory of [own, ...memories]) {
      const other = memory.others.findLast((mention) => fits([mention]));
      if (other) return [other];
    }
    return [];
  };
  return {
    resolve,
    standing: (mention) => standings.get(lastWord(mention.text)) ?? 'unspecified',
    reviewer: (paper, determiner, noun) =>
      reviewer && !paper.named && DEFINITE.test(`${determiner} ${paper.text.toLowerCase()} `) && PAPERS.test(noun)
        ? reviewer
        : null,
    noteReviewer: (publication) => {
      reviewer = publication;
    },
    noteStanding: (name, kind) => {
      standings.set(lastWord(name), kind);
    },
    country: (name) => places.get(name) ?? null,
    remember: (sentence) => {
      const memory = memoryOf(sentence, (phrase) => resolve(phrase, sentence));
      memories = [memory, ...memories].slice(0, 4);
      const people = memory.subjects.find((list) => list.length > 1 && list.every(({ type }) => type === 'Person'));
      if (people) pair = people;
    },
  };
}
