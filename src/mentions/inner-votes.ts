import type { MentionType } from '../model/index.ts';
import { addVotes, type Votes } from './candidate.ts';
import { isMarked } from './evidence.ts';
import { headOf, isLegalForm } from './heads.ts';
import { personVote } from './person-shape.ts';
import { type Piece, surfaceOf } from './run.ts';
import { isCommonWord, type Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

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
  for (const length of [2, 3, 4]) {
    // "Joint Stock Company X", "X Limited Liability Company"
    const opening = words.slice(piece.from, piece.from + length);
    const closing = words.slice(Math.max(piece.from, piece.to + 1 - length), piece.to + 1);
    const isForm = (part: readonly Word[]): boolean =>
      vocabulary.legalForms.has(part.map((word) => word.lower).join(' '));
    if (piece.to - piece.from >= length && (isForm(opening) || isForm(closing))) give('Company', 3);
  }
  const names = words.slice(piece.from, piece.to + 1).filter((word) => word.kind === 'name');
  const head = headOf(words, piece, vocabulary);
  if (head && names.length > 1) give(head.type, head.weight * 2.2);
  const place = vocabulary.places.get(surface.toLowerCase());
  if (place) give('Place', place.kind === 'city' ? cityVote(place.population, surface) : 3.5);
  if (names.length > 1 && VESSEL_PREFIX.test(names[0]?.text ?? '')) give('Vessel', 3.5);
  if (piece.title) give('Person', 2);
  const person = personVote(words, piece, vocabulary);
  // "John Plant": a weak head behind a given name is a family name.
  if (person > 0 && !(head && names.length > 1 && head.weight > 0.5)) give('Person', person);
  if (names.length > 1 && vocabulary.knownNames.get(names[0]?.text ?? '') === 'Company') give('Company', 1);
  if (
    names.length > 1 &&
    names.length < 4 &&
    !head &&
    names.some((word) => /-/.test(word.text) && isDesignation(word.text))
  ) {
    give('WeaponSystem', 0.8);
    give('Product', 0.6);
  }
  if (/^(?:operation)$/.test(names[0]?.lower ?? '') && names.length > 1) give('Event', 2.5);
  if (names.length === 1 && names[0]) votes = addVotes(votes, singleWordVotes(names[0]));
  else if (!head && person === 0 && !place) {
    const plain = names.some((word) => isCommonWord(word.lower, vocabulary) || isMarked(word));
    votes = addVotes(
      votes,
      plain ? { Company: 0.45, Organization: 0.35 } : { Person: 0.5, Company: 0.3, Organization: 0.1 },
    );
  }
  return votes;
}

/** Ship prefixes: motor vessel, motor tanker, warships. */
const VESSEL_PREFIX = /^(?:MV|M\/V|MT|M\/T|SS|USS|HMS|HMCS|USNS|INS|RFS|FS|ORP|FGS)$/;

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
