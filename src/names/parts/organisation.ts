import { romanize } from '../romanize.ts';
import { markAsides } from './asides.ts';
import { legalKey } from './legal-words.ts';
import type { NamePart, PartRole } from './part.ts';
import type { PartLexicon } from './part-lexicon.ts';
import { phraseAt } from './phrases.ts';
import { type FoldedWord, foldOtherWords } from './read-words.ts';
import { simplify } from './simplify.ts';

/** Reads an organisation's name: legal form, words for what it is (spelled out where abbreviated), places, numbers, and the name itself. */
export function readOrganisation(text: string, lexicon: PartLexicon): NamePart[] {
  const words = mendLegalWords(foldOtherWords(splitInitials(text, lexicon)), lexicon).flatMap((word) =>
    cutWord(word, lexicon),
  );
  const keys = words.map(({ text: word }) => legalKey(meantBy(word, lexicon) ?? romanize(word)));
  const texts = words.map(({ text: word }) => word);
  const parts: NamePart[] = [];
  for (let at = 0; at < words.length; ) {
    const legal = legalAt(keys, at, lexicon);
    const expansion = phraseAt(texts, at, lexicon.expansions);
    if (expansion && (legal === null || legal.length < expansion.length)) {
      for (const word of expansion.value) parts.push(toPart({ text: word, marked: word, isLookAlike: false }, lexicon));
      at += expansion.length;
    } else if (legal && legal.length < words.length) {
      const text = texts.slice(at, at + legal.length).join(' ');
      const spelled = lexicon.spell(texts.slice(at, at + legal.length).join(''));
      parts.push({ text, ...spelled, isLookAlike: false, role: 'legal', concept: legal.value });
      at += legal.length;
    } else {
      const word = words[at];
      if (word) parts.push(toPart(word, lexicon));
      at += 1;
    }
  }
  return markAsides(parts);
}

/** A word with a meaning of its own is no slip of another ("society", "société"). */
const meantBy = (word: string, lexicon: PartLexicon): string | null =>
  hasOwnMeaning(word, lexicon) ? null : lexicon.legalWords.meantBy(word);

function hasOwnMeaning(word: string, lexicon: PartLexicon): boolean {
  const meaning = lexicon.meaning(word);
  return meaning !== null && meaning.concept !== 'company-word';
}

function legalAt(keys: readonly string[], at: number, lexicon: PartLexicon): { length: number; value: string } | null {
  const form = phraseAt(keys, at, lexicon.legalForms);
  if (form === null) return null;
  // Two letters ("AO", "SE") count at either end only: inside a name they are words of it.
  const inside = at > 0 && at + form.length < keys.length;
  return inside && form.length === 1 && (keys[at] ?? '').length <= 2 ? null : form;
}

/** Long words of legal forms that were split ("comp any"), and short ones misspelled between others of the form ("jont stock company"), set right. */
function mendLegalWords(words: readonly FoldedWord[], lexicon: PartLexicon): FoldedWord[] {
  const { legalWords } = lexicon;
  const whole: FoldedWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (!word) continue;
    const together = next && !legalWords.has(word.text) && !legalWords.has(next.text) ? word.text + next.text : '';
    const isSplit = legalWords.has(together);
    whole.push(isSplit ? { ...word, text: together, marked: together } : word);
    if (isSplit) at += 1;
  }
  return whole.map((word, at) => {
    const meant = legalWords.shortMeantBy(word.text).find((other) => isInForm(whole, at, { other, lexicon }));
    return meant === undefined ? word : { ...word, text: meant, marked: meant };
  });
}

/** Whether the words around `at` are a legal form of three words or more with `other` in this place. */
function isInForm(
  words: readonly FoldedWord[],
  at: number,
  { other, lexicon }: { readonly other: string; readonly lexicon: PartLexicon },
): boolean {
  const keys = words.map(({ text }, place) => legalKey(place === at ? other : romanize(text)));
  for (let from = Math.max(0, at - 4); from <= at; from++) {
    const form = phraseAt(keys, from, lexicon.legalForms);
    if (form !== null && form.length > 2 && from + form.length > at) return true;
  }
  return false;
}

const NUMBER_SIGNS: ReadonlySet<string> = new Set(['no', 'nr', 'n', 'nomer', 'number', 'номер', '№', 'num']);

type Spelling = Pick<FoldedWord, 'text' | 'marked' | 'isLookAlike'>;

function toPart({ text, marked, isLookAlike }: Spelling, lexicon: PartLexicon): NamePart {
  const spelled = { ...lexicon.spell(text, marked), isLookAlike };
  const as = (role: PartRole, concept: string | null = null): NamePart => ({ text, ...spelled, role, concept });
  if (/^\p{N}+$/u.test(text)) return as('number');
  if (/^(?:i{2,3}|iv|vi{1,3}|ix)$/.test(text)) return { ...as('number'), latin: ROMAN[text] ?? text };
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(text)?.[1];
  if (ordinal !== undefined) return { ...as('number'), latin: ordinal };
  if (NUMBER_SIGNS.has(text)) return as('particle');
  const place = lexicon.hanPlaces.get(text);
  if (place !== undefined) return { ...as('place'), ...lexicon.spell(place.replaceAll(' ', '')) };
  const meaning = lexicon.meaning(text);
  if (meaning?.concept === 'small-word') return as('particle');
  if (meaning) return as(meaning.isGeneric ? 'generic' : 'name', meaning.concept);
  if (lexicon.base.places.has(text)) return as('place');
  return as([...text].length === 1 && /\p{L}/u.test(text) && !/\p{Script=Han}/u.test(text) ? 'initial' : 'name');
}

const ROMAN: Readonly<Record<string, string>> = { ii: '2', iii: '3', iv: '4', vi: '6', vii: '7', viii: '8', ix: '9' };
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u;

const INITIALS = /(?<![\p{L}.])(?:\p{Lu}\. ?){1,2}(?=\p{Lu}\p{L}{3})/gu;

/** "N.L. Orlov" in "named after N.L. Orlov": initials, unless the letters are a legal form. */
const splitInitials = (text: string, lexicon: PartLexicon): string =>
  text.replace(INITIALS, (run) =>
    lexicon.legalForms.has(legalKey(run.replace(/[. ]/g, '').toLowerCase())) ? run : `${run.replaceAll('.', ' ')} `,
  );

const NUMBER_AND_WORD = /(?<=\p{N})(?=\p{L}{4})|(?<=\p{L}{4})(?=\p{N})/u;

function cutWord(word: FoldedWord, lexicon: PartLexicon): FoldedWord[] {
  if (EAST_ASIAN.test(word.text)) return cutUnspaced(word, lexicon);
  const pieces = word.text
    .split(NUMBER_AND_WORD)
    .flatMap((piece) => (hasOwnMeaning(piece, lexicon) ? [piece] : lexicon.legalWords.cut(piece)));
  return pieces.length < 2 ? [word] : pieces.map((text) => ({ ...word, text, marked: text }));
}

/** Cuts a run of Han or Hangul at the words known; what is between them stays whole. */
function cutUnspaced(word: FoldedWord, lexicon: PartLexicon): FoldedWord[] {
  const run = simplify(word.text);
  const parts: string[] = [];
  let rest = '';
  for (let at = 0; at < run.length; ) {
    const known = lexicon.unspaced.get(run[at] ?? '')?.find((candidate) => run.startsWith(candidate, at));
    if (known === undefined) {
      rest += run[at];
      at += 1;
      continue;
    }
    if (rest !== '') parts.push(rest);
    rest = '';
    parts.push(known);
    at += known.length;
  }
  if (rest !== '') parts.push(rest);
  return parts.map((text) => ({ ...word, text, marked: text }));
}
