import { rememberWith } from '../remember.ts';
import { type NamePart, type PartRole, partOf } from './part.ts';
import type { PartLexicon } from './part-lexicon.ts';
import { piecesOf } from './pieces.ts';
import type { FoldedWord } from './read-words.ts';
import { readRoman } from './roman.ts';

export type Spelling = Pick<FoldedWord, 'text' | 'marked' | 'isLookAlike'>;

/** A word of an organisation's name with what is known of it wherever it stands. */
export interface KnownWord extends Spelling {
  readonly part: NamePart;
  /** Key in the list of legal forms. */
  readonly legalKey: string;
  /** Whether it may be the first half of a long word of a legal form. */
  readonly mayBeHalf: boolean;
  /** Short words of legal forms that it may be a misspelling of. */
  readonly mayMean: readonly string[];
  /** What it is cut into; `null` for a word that stays whole. */
  readonly pieces: readonly string[] | null;
}

/** What is known of a word; remembered for words without marks. */
export const know = (word: Spelling, lexicon: PartLexicon): KnownWord =>
  word.text === word.marked && !word.isLookAlike ? knowPlain(word.text, lexicon) : describe(word, lexicon);

export const knowPlain = rememberWith((text, lexicon: PartLexicon) =>
  describe({ text, marked: text, isLookAlike: false }, lexicon),
);

function describe(word: Spelling, lexicon: PartLexicon): KnownWord {
  const { text, marked, isLookAlike } = word;
  const { legalWords } = lexicon;
  return {
    text,
    marked,
    isLookAlike,
    part: toPart(word, lexicon),
    legalKey: lexicon.legalKey(text),
    mayBeHalf: legalWords.begins(text) && !legalWords.has(text),
    mayMean: legalWords.shortMeantBy(text),
    pieces: piecesOf(text, lexicon),
  };
}

const NUMBER_SIGNS: ReadonlySet<string> = new Set(['no', 'nr', 'n', 'nomer', 'number', 'номер', '№', 'num']);

function toPart({ text, marked, isLookAlike }: Spelling, lexicon: PartLexicon): NamePart {
  const spelled = lexicon.spell(text, marked);
  const as = (role: PartRole, concept: string | null = null): NamePart =>
    partOf(text, spelled, { role, concept, isLookAlike });
  if (/^\p{N}+$/u.test(text)) return as('number');
  // "Vi" and "Xi" are names too; at the end of a name they are read as numbers.
  const roman = text.length > 1 && text !== 'vi' && text !== 'xi' ? readRoman(text) : null;
  if (roman !== null) return { ...as('number'), latin: roman };
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(text)?.[1];
  if (ordinal !== undefined) return { ...as('number'), latin: ordinal };
  if (NUMBER_SIGNS.has(text)) return as('particle');
  const place = lexicon.hanPlaces.get(text);
  if (place !== undefined) return { ...as('place'), ...lexicon.spell(place.replaceAll(' ', '')) };
  const meaning = lexicon.meaning(text);
  if (meaning?.concept === 'small-word') return as('particle');
  if (meaning) return as(meaning.isGeneric ? 'generic' : 'name', meaning.concept);
  if (lexicon.places.has(text)) return as('place');
  return as([...text].length === 1 && /\p{L}/u.test(text) && !/\p{Script=Han}/u.test(text) ? 'initial' : 'name');
}
