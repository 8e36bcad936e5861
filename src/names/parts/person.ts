import { joinCompounds } from './arabic-compounds.ts';
import { splitEastAsian } from './east-asian.ts';
import { type NamePart, type PartRole, partOf } from './part.ts';
import type { PartLexicon } from './part-lexicon.ts';
import { knowPersonWord, type PersonWord } from './person-word.ts';
import { phraseAt } from './phrases.ts';
import { type FoldedWord, foldPersonWords } from './read-words.ts';

/** The words of a name, and what is known of each. */
interface Words {
  readonly words: readonly FoldedWord[];
  readonly known: readonly PersonWord[];
}

/** Reads a person's name: titles, particles, initials, patronymics, and the names themselves. */
export function readPerson(text: string, lexicon: PartLexicon): NamePart[] {
  const words = joinCompounds(splitEastAsian(foldPersonWords(text), lexicon.hanFamilies));
  const known = words.map((word) => knowPersonWord(word, lexicon));
  const titles = findTitles({ words, known }, lexicon);
  const roles = words.map((_, at) => roleOf({ words, known }, at, titles));
  const isNamed = roles.includes('name');
  return known.map(({ spelled }, at) => {
    const { text: own = '', isLookAlike = false } = words[at] ?? {};
    return partOf(own, spelled, { role: isNamed ? (roles[at] ?? 'name') : 'name', isLookAlike });
  });
}

const NO_TITLES: ReadonlySet<number> = new Set();

/** Positions of titles; they never leave fewer than one word that could be a name. */
function findTitles({ words, known }: Words, lexicon: PartLexicon): ReadonlySet<number> {
  if (!known.some(({ beginsTitle }) => beginsTitle)) return NO_TITLES;
  const texts = words.map(({ text }) => text);
  const titles = new Set<number>();
  let names = words.filter(({ text }, at) => text.length > 1 && !known[at]?.isListedParticle).length;
  for (let at = 0; at < words.length; ) {
    const title = phraseAt(texts, at, lexicon.honorifics);
    const covered = title ? texts.slice(at, at + title.length).filter((text) => text.length > 1).length : 0;
    const needed = title && covered === 0 ? 2 : 1;
    if (!title || names - covered < needed) {
      at += 1;
      continue;
    }
    for (let offset = 0; offset < title.length; offset++) titles.add(at + offset);
    names -= covered;
    at += title.length;
  }
  return titles;
}

function roleOf({ words, known }: Words, at: number, titles: ReadonlySet<number>): PartRole {
  const own = known[at];
  if (!own) return 'particle';
  if (titles.has(at)) return 'title';
  if (own.isNumber || (at > 0 && own.isRoman)) return 'number';
  if (words.length === 1) return 'name';
  if (own.isInitial) return 'initial';
  if (own.isParticle) return 'particle';
  return own.endsAsPatronymic && isAfterNames(words, at) ? 'patronymic' : 'name';
}

/** Whether a word stands where a patronymic does: not first, not in the surname, and beside names enough. */
function isAfterNames(words: readonly FoldedWord[], at: number): boolean {
  if (words[at]?.beforeComma || at === 0) return false;
  const others = words.filter(({ text }, other) => other !== at && text.length > 1).length;
  return others >= (words.some(({ beforeComma }) => beforeComma) ? 1 : 2);
}
