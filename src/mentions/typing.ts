import type { MentionType } from '../model/index.ts';
import { addVotes, type Votes } from './candidate.ts';
import { isMarked } from './evidence.ts';
import { headOf, type Piece, surfaceOf } from './pieces.ts';
import { isLegalForm, type Run } from './runs.ts';
import { isCommonWord, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

const BY_CLASS: Readonly<Record<string, MentionType>> = {
  weapon: 'WeaponSystem',
  product: 'Product',
  vessel: 'Vessel',
  company: 'Company',
  organization: 'Organization',
  body: 'PublicBody',
  publication: 'Publication',
  place: 'Place',
  facility: 'Place',
  person: 'Person',
};

/** What the words of a name itself say about its type; the same for each of its mentions. */
export function innerVotes(words: readonly Word[], piece: Piece, vocabulary: Vocabulary): Votes {
  const surface = surfaceOf(words, piece);
  const known = vocabulary.knownNames.get(surface);
  if (known) return { [known]: 4 };
  let votes: Votes = {};
  const give = (type: MentionType, vote: number): void => {
    votes = addVotes(votes, { [type]: vote });
  };
  for (let at = piece.from; at <= piece.to; at++) {
    if (piece.to > piece.from && isLegalForm(words, at, vocabulary) && (at === piece.from || at >= piece.to - 2))
      give('Company', 3);
  }
  const names = words.slice(piece.from, piece.to + 1).filter((word) => word.kind === 'name');
  const head = headOf(words, piece, vocabulary);
  if (head && names.length > 1) give(head.type, head.weight * 2.2);
  const place = vocabulary.places.get(surface.toLowerCase());
  if (place) give('Place', place.kind === 'city' ? cityVote(place.population, surface) : 3.5);
  if (piece.title) give('Person', 2);
  const person = personVote(words, piece, vocabulary);
  // "John Plant": a weak head behind a given name is a family name.
  if (person > 0 && !(head && names.length > 1 && head.weight > 0.5)) give('Person', person);
  if (names.length > 1 && vocabulary.knownNames.get(names[0]?.text ?? '') === 'Company') give('Company', 1);
  if (/^(?:operation)$/.test(names[0]?.lower ?? '') && names.length > 1) give('Event', 2.5);
  if (names.length === 1 && names[0]) votes = addVotes(votes, singleWordVotes(names[0]));
  else if (!head && person === 0 && !place) {
    const plain = names.some((word) => isCommonWord(word.lower, vocabulary) || isMarked(word));
    votes = addVotes(
      votes,
      plain ? { Company: 0.35, Organization: 0.4 } : { Person: 0.5, Company: 0.3, Organization: 0.1 },
    );
  }
  return votes;
}

function cityVote(population: number, surface: string): number {
  if (population >= 1_000_000 || /[ -]/.test(surface)) return 2;
  return population >= 200_000 ? 1.4 : population >= 50_000 ? 0.9 : 0.5;
}

function singleWordVotes(word: Word): Votes {
  const { text } = word;
  if (isDesignation(text)) return { WeaponSystem: 0.5, Product: 0.6 };
  if (/^\p{Lu}{2,7}s?$/u.test(text)) return { Organization: 0.5, Company: 0.3, PublicBody: 0.3 };
  return { Company: 0.25, Person: 0.2, Organization: 0.1, Place: 0.1 };
}

/** Letters with a number, as models are called: `XQ-9`, `HX52V`, `Su-35`, `9K33`. */
export function isDesignation(text: string): boolean {
  return (
    /^(?:\p{Lu}[\p{L}]{0,11}(?:-\p{L}{1,8})?-?\p{N}{1,4}(?:[-/]?[\p{L}\p{N}]{1,5}){0,2}|\p{N}{1,3}\p{Lu}{1,3}-?\p{N}{1,4}\p{L}{0,3}|\p{Lu}\p{Ll}{2,14}-\p{Lu}\p{N}?)$/u.test(
      text,
    ) && /\p{N}|-/u.test(text)
  );
}

/** How much a run looks like the name of a person: given name, initials, patronymic, ending, Chinese family name. */
export function personVote(words: readonly Word[], run: Run, vocabulary: Vocabulary): number {
  const names = words.slice(run.from, run.to + 1).filter((word) => word.kind === 'name');
  const first = names[0];
  const last = names.at(-1);
  if (!first || !last || names.length > 5 || names.some((word) => /\p{N}/u.test(word.text))) return 0;
  if (words.slice(run.from, run.to + 1).some((word) => word.kind === 'lower' && !vocabulary.particles.has(word.lower)))
    return 0;
  const ending = surnameVote(last.lower, vocabulary);
  if (names.length === 1) return ending * 0.8 + (vocabulary.givenNames.has(first.lower) ? 0.4 : 0);
  let vote = 0;
  const given = first.lower.split('-')[0] ?? '';
  const acronym = /^\p{Lu}{3,}$/u;
  if (vocabulary.givenNames.has(first.lower) || vocabulary.givenNames.has(given)) vote += 2;
  else if (names.length > 2 && vocabulary.givenNames.has(names[1]?.lower ?? '')) vote += 0.8;
  if (names.some((word) => /^\p{Lu}$/u.test(word.text)) && names.some((word) => word.text.length > 2)) vote += 1;
  if (
    names.some((word) =>
      /(?:ovich|evich|ovna|evna|ович|евич|овна|евна|ovych|yovych|івна|йович)(?:а|у|ем|ом|ой|ы|е)?$/u.test(word.lower),
    )
  )
    vote += 2;
  if (names.length <= 3 && isChineseName(names, vocabulary)) vote += 1.2;
  if (/^(?:al|el|ben|bin|ibn|abu|as|ad|an|ar|at|az|ash|ul)[-’']?/i.test(last.text) && /-/.test(last.text)) vote += 0.6;
  if (acronym.test(first.text) && acronym.test(last.text)) return vote > 2 ? vote - 1 : 0;
  return vote + ending;
}

function surnameVote(lower: string, vocabulary: Vocabulary): number {
  for (let length = Math.min(8, lower.length - 2); length >= 2; length--) {
    const weight = vocabulary.surnameEndings.get(lower.slice(-length));
    if (weight !== undefined) return weight;
  }
  return 0;
}

const SYLLABLES =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)[-’']?){1,3}$/;

/** "Roe Mingxia": a Chinese family name and one to three pinyin syllables, in either order of two words. */
function isChineseName(names: readonly Word[], vocabulary: Vocabulary): boolean {
  const [first, second, third] = names;
  if (!first || !second || third) return false;
  if (vocabulary.chineseSurnames.has(first.lower)) return SYLLABLES.test(second.lower);
  return vocabulary.chineseSurnames.has(last(names)?.lower ?? '') && SYLLABLES.test(first.lower);
}

const last = (names: readonly Word[]): Word | undefined => names.at(-1);

/** What stands around this one mention says about its type. */
export function outerVotes(sentence: Sentence, piece: Run, vocabulary: Vocabulary): Votes {
  const { words } = sentence;
  return addVotes(leftVotes(words, piece, vocabulary), rightVotes(words, piece, vocabulary));
}

const INTRODUCES = new Set([
  'called',
  'named',
  'dubbed',
  'codenamed',
  'nicknamed',
  'as',
  'designated',
  'christened',
  'under',
]);

function leftVotes(words: readonly Word[], piece: Run, vocabulary: Vocabulary): Votes {
  let at = piece.from - 1;
  while (at >= 0 && /^["“«„(]$/.test(words[at]?.text ?? '')) at--;
  const before = words[at];
  if (!before) return {};
  const lower = before.lower;
  const direct = classAt(words, at, vocabulary);
  if (direct && direct !== 'person') return votesOf(direct, direct === 'vessel' ? 2.4 : 1.7);
  if (direct === 'person') return { Person: 1.6 };
  if (/^(?:the|a|an)$/.test(lower) && words[at - 1]?.text === ',') {
    const noun = classAt(words, at - 2, vocabulary);
    return noun && noun !== 'document' ? votesOf(noun, 0.7) : {};
  }
  if (lower === ',' && at > 0) {
    const noun = classAt(words, at - 1, vocabulary);
    return noun && noun !== 'document' ? votesOf(noun, 0.7) : {};
  }
  if (INTRODUCES.has(lower) || (/^(?:the|a|an)$/.test(lower) && INTRODUCES.has(words[at - 1]?.lower ?? ''))) {
    for (let back = at - 1; back >= Math.max(0, at - 8); back--) {
      const noun = classAt(words, back, vocabulary);
      if (noun && noun !== 'document') return votesOf(noun, 1.4);
    }
    return {};
  }
  if (lower === 'of') return ofVotes(words, at, vocabulary);
  if (
    lower === 'in' ||
    lower === 'near' ||
    lower === 'outside' ||
    lower === 'inside' ||
    lower === 'across' ||
    lower === 'im' ||
    lower === 'в' ||
    lower === 'у' ||
    lower === 'à'
  )
    return { Place: 0.7 };
  if (
    lower === 'from' ||
    lower === 'to' ||
    lower === 'into' ||
    lower === 'via' ||
    lower === 'through' ||
    lower === 'nach' ||
    lower === 'aus'
  )
    return { Place: 0.35, Company: 0.1 };
  if (lower === 'at') return { Organization: 0.25, Company: 0.25, Place: 0.25 };
  if (lower === 'told') return { Publication: 0.3, Person: 0.2 };
  return {};
}

/** "head of X", "city of X", "subsidiary of X". */
function ofVotes(words: readonly Word[], at: number, vocabulary: Vocabulary): Votes {
  const noun = classAt(words, at - 1, vocabulary);
  const lower = words[at - 1]?.lower ?? '';
  if (noun === 'place') return { Place: 2 };
  if (noun === 'person' || vocabulary.titles.has(lower)) return { Company: 0.5, Organization: 0.4, PublicBody: 0.1 };
  if (
    /^(?:subsidiary|shares|owner|employees|customers|headquarters|offices|division|unit|factory|warehouse)$/.test(lower)
  )
    return { Company: 0.8 };
  if (/^(?:members?|chapter|branch)$/.test(lower)) return { Organization: 0.6 };
  if (
    /^(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|coast|suburbs|part|parts|capital|mayor|governor|residents|people|invasion)$/.test(
      lower,
    )
  )
    return { Place: 0.9 };
  return {};
}

/** The class of the noun that ends at `at`, of two words or one; a plural of persons is no title. */
function classAt(words: readonly Word[], at: number, vocabulary: Vocabulary): string | undefined {
  const word = words[at];
  if (!word || (word.kind !== 'lower' && !ACRONYM_CLASS.test(word.text)) || word.possessive) return undefined;
  const two =
    words[at - 1]?.kind === 'lower' ? vocabulary.classNouns.get(`${words[at - 1]?.lower} ${word.lower}`) : undefined;
  return two ?? vocabulary.classNouns.get(word.lower);
}

/** Class nouns that are written in capitals. */
const ACRONYM_CLASS = /^(?:UAVs?|UCAVs?|UASs?|SAMs?|ICBMs?|MLRS|ATGMs?|БПЛА|ЗРК|РСЗО)$/;

function votesOf(kind: string, vote: number): Votes {
  const type = BY_CLASS[kind];
  return type === undefined ? {} : { [type]: vote };
}

function rightVotes(words: readonly Word[], piece: Run, vocabulary: Vocabulary): Votes {
  const lastWord = words[piece.to];
  const next = words[piece.to + 1];
  if (!lastWord || !next) return {};
  if (lastWord.hyphened) return {};
  if (lastWord.possessive) return {};
  if (isCode(lastWord) && /^(?:,|and|or|и|und|e|et)$/.test(next.lower)) {
    const list = listVotes(words, piece.to + 1, vocabulary);
    if (list) return list;
  }
  if (next.text === ',') return appositionVotes(words, piece.to + 2, vocabulary);
  if (next.text === '(') return bracketVotes(words, piece.to + 2);
  if (/^(?:is|was|are|were)$/.test(next.lower) && /^(?:a|an|the|one)$/.test(words[piece.to + 2]?.lower ?? ''))
    return appositionVotes(words, piece.to + 2, vocabulary);
  if (next.kind === 'lower') {
    const noun = nounAfter(words, piece.to + 1, vocabulary);
    if (noun) return noun;
    if (/^(?:who|whose)$/.test(next.lower)) return { Person: 0.5 };
    if (
      /^(?:said|says|told|added|argued|explained|wrote|recalled|сказал|сказала|заявил|заявила|sagte|ha)$/.test(
        next.lower,
      )
    )
      return { Person: 0.3, Organization: 0.1, PublicBody: 0.1 };
    if (/^(?:reported|reports|сообщает|сообщил|сообщило|пишет|berichtet|berichtete|meldet)$/.test(next.lower))
      return { Publication: 0.5 };
  }
  return {};
}

/** "X attack drone", "X newspaper", "X province", "X spokesman". */
function nounAfter(words: readonly Word[], start: number, vocabulary: Vocabulary): Votes | null {
  for (let at = start; at < Math.min(words.length, start + 5); at++) {
    const word = words[at];
    if (!word) return null;
    if (ACRONYM_CLASS.test(word.text)) return { WeaponSystem: 1.4 };
    if (/^(?:and|or)$/.test(word.lower) && at > start && words[at + 1]?.kind === 'lower') continue;
    if (word.kind !== 'lower') return null;
    const two =
      words[at + 1]?.kind === 'lower' ? vocabulary.classNouns.get(`${word.lower} ${words[at + 1]?.lower}`) : undefined;
    const kind = two ?? vocabulary.classNouns.get(word.lower);
    const more = words[at + 1];
    const modifies =
      more?.kind === 'lower' && vocabulary.classNouns.has(more.lower) && !vocabulary.afterNames.has(more.lower);
    if (kind && !modifies) {
      if (kind === 'person') return at === start ? { Organization: 0.4, Company: 0.4, PublicBody: 0.2 } : null;
      if (kind === 'weapon') return { WeaponSystem: at === start ? 1.4 : 1 };
      if (kind === 'product') return { Product: at === start ? 0.6 : 0.3 };
      if (kind === 'document') return { Company: 0.3, Organization: 0.2 };
      return at <= start + 1 ? votesOf(kind, 1.3) : null;
    }
    if (vocabulary.afterNames.has(word.lower) && !/^(?:attack|surveillance|strike|fire)$/.test(word.lower)) return null;
    if (vocabulary.starters.has(word.lower)) return null;
  }
  return null;
}

const ENDS_APPOSITION = new Set([
  'of',
  'in',
  'at',
  'for',
  'with',
  'from',
  'by',
  'that',
  'which',
  'to',
  'on',
  'and',
  'but',
  'or',
  'is',
  'was',
  'has',
  'had',
  'said',
  'who',
  'whose',
  'where',
  'when',
  'as',
  'after',
  'before',
]);

/** "X, a state-owned arms maker", "X, 59,", "X, chief of", "X, Russia". */
function appositionVotes(words: readonly Word[], start: number, vocabulary: Vocabulary): Votes {
  const first = words[start];
  if (!first) return {};
  if (
    first.kind === 'number' &&
    /^[1-9]\d$/.test(first.text) &&
    /^(?:[,.)]|and|und|e|et)$/.test(words[start + 1]?.lower ?? '')
  )
    return { Person: 2 };
  const land = first.kind === 'name' ? vocabulary.places.get(first.lower)?.kind : undefined;
  if (land === 'country' || land === 'region') return { Place: 0.9 };
  if (first.lower === 'who') return { Person: 0.8 };
  const article = /^(?:a|an|the|another|one|its|his|her|ein|eine|der|die|das|un|una|une|il|la|le)$/.test(first.lower);
  for (let at = start; at < Math.min(words.length, start + 9); at++) {
    const word = words[at];
    if (!word || word.kind === 'punctuation') break;
    if (ENDS_APPOSITION.has(word.lower)) break;
    const kind = classAt(words, at, vocabulary);
    const more = words[at + 1];
    if (kind && kind !== 'document' && !(more?.kind === 'lower' && vocabulary.classNouns.has(more.lower))) {
      if (!article && kind !== 'person') break;
      return votesOf(kind, kind === 'person' ? 1.8 : 1.6);
    }
    if (word.kind === 'name' && vocabulary.titles.has(word.lower) && !vocabulary.heads.has(words[at + 1]?.lower ?? ''))
      return { Person: 1.5 };
  }
  return {};
}

/** "X (born 1970)", "X (59)". */
function bracketVotes(words: readonly Word[], start: number): Votes {
  const first = words[start];
  const life = words
    .slice(start, start + 10)
    .map((word) => word.text)
    .join(' ');
  if (/^[^)]{0,40}\b\d{4} [–-] [^)]{0,30}\b\d{4} \)/.test(life)) return { Person: 1.5 };
  if (
    first?.lower === 'born' ||
    first?.lower === 'geboren' ||
    (first?.kind === 'number' && /^[1-9]\d$/.test(first.text) && words[start + 1]?.text === ')')
  )
    return { Person: 1.5 };
  return {};
}

const isCode = (word: Word): boolean => word.kind === 'name' && /\p{N}/u.test(word.text);

/** "X1, X2 and X3 drones": what follows the last of a list of models is said of each. */
function listVotes(words: readonly Word[], start: number, vocabulary: Vocabulary): Votes | null {
  let at = start;
  for (let steps = 0; steps < 12; steps++) {
    const word = words[at];
    if (!word) return null;
    if (isCode(word)) {
      const next = words[at + 1];
      if (next?.kind === 'lower' && !/^(?:and|or|и|und|e|et)$/.test(next.lower))
        return nounAfter(words, at + 1, vocabulary);
    } else if (!/^(?:,|and|or|the|и|und|e|et)$/.test(word.lower)) return null;
    at++;
  }
  return null;
}
