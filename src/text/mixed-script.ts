import type { Span } from '../model/index.ts';

/** Letters of two scripts that no eye tells apart, of the confusables of UTS #39 those that words are made of; one below the other. */
const LATIN_LIKE = new Set('aceiopxyjshABCEHIJKMOPSTXY');
const CYRILLIC_LIKE = new Set('асеіорхујѕһАВСЕНІЈКМОРЅТХУ');
/** Of Greek only capitals and omicron: the small letters stand in words of science ("TNFα") and mean what they are. */
const GREEK_LIKE = new Set('οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ');

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const GREEK = /\p{Script=Greek}/u;

/** Where two scripts touch inside a word. */
const SEAM =
  /\p{Script=Latin}\p{M}{0,3}(?=[\p{Script=Cyrillic}\p{Script=Greek}])|[\p{Script=Cyrillic}\p{Script=Greek}]\p{M}{0,3}(?=\p{Script=Latin})/gu;
/** "VIPы", "SMSка": a foreign abbreviation with an ending of the language, which nobody means to deceive with. */
const INFLECTED = /^\p{Script=Latin}{2,}(?:(?=\p{Ll})\p{Script=Cyrillic})+$/u;
/** Numbers of centuries and chapters, typed with whatever keyboard was at hand. */
const ROMAN = /^[IVXLCDMІХСМ]+$/;

/** A word of more letters than this is none. */
const LONGEST = 60;

/**
 * Words in which letters of another script stand for those they look like ("Dubоna" with a Cyrillic о), as spans in order.
 * Units, codes, Roman numbers and abbreviations with endings are left out. One pass; never throws.
 */
export function findMixedWords(text: string): Span[] {
  const found: Span[] = [];
  let end = 0;
  for (const { index } of text.matchAll(SEAM)) {
    if (index < end) continue;
    const span = wordAround(text, index);
    end = span.end;
    if (isDeceptive(text.slice(span.start, span.end))) found.push(span);
  }
  return found;
}

const isWordLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}]/u.test(character);

function wordAround(text: string, at: number): { readonly start: number; readonly end: number } {
  let start = at;
  let end = at + 1;
  while (start > 0 && at - start < LONGEST && isWordLetter(text[start - 1])) start -= 1;
  while (end < text.length && end - at < LONGEST && isWordLetter(text[end])) end += 1;
  return { start, end };
}

/** Every letter of one of its scripts has a twin in the other. */
function isDeceptive(word: string): boolean {
  if (ROMAN.test(word) || (INFLECTED.test(word) && /^\p{Lu}{2}/u.test(word))) return false;
  const letters = [...word];
  const latin = letters.filter((letter) => LATIN.test(letter));
  const cyrillic = letters.filter((letter) => CYRILLIC.test(letter));
  const greek = letters.filter((letter) => GREEK.test(letter));
  const all = (some: readonly string[], twins: ReadonlySet<string>): boolean =>
    some.length > 0 && some.every((letter) => twins.has(letter));
  if (cyrillic.length > 0 && latin.length > 0) return all(cyrillic, CYRILLIC_LIKE) || all(latin, LATIN_LIKE);
  return latin.length > 0 && all(greek, GREEK_LIKE);
}

/** The letters of a mixed word's rarer script, with script and code points: `Cyrillic о U+043E`. */
export function foreignLetters(word: string): string {
  const letters = [...word];
  const latin = letters.filter((letter) => LATIN.test(letter));
  const others = letters.filter((letter) => CYRILLIC.test(letter) || GREEK.test(letter));
  const [rarer, script] =
    latin.length < others.length
      ? [latin, 'Latin']
      : [others, others.some((letter) => GREEK.test(letter)) ? 'Greek' : 'Cyrillic'];
  const named = [...new Set(rarer)]
    .slice(0, 6)
    .map((letter) => `${letter} U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return `${script} ${named.join(', ')}`;
}
