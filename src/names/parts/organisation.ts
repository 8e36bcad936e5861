import { markAsides } from './asides.ts';
import { type KnownWord, know, knowPlain } from './known-word.ts';
import { legalKey } from './legal-words.ts';
import { mendLegalWords } from './mend-legal-words.ts';
import { type NamePart, partOf } from './part.ts';
import type { PartLexicon } from './part-lexicon.ts';
import { phraseAt } from './phrases.ts';
import { foldOtherWords } from './read-words.ts';
import { readLast } from './roman.ts';

/** Reads an organisation's name: legal form, words for what it is (spelled out where abbreviated), places, numbers, and the name itself. */
export function readOrganisation(text: string, lexicon: PartLexicon): NamePart[] {
  const folded = foldOtherWords(splitInitials(text, lexicon)).map((word) => know(word, lexicon));
  const words = cutWords(mendLegalWords(folded, lexicon), lexicon);
  const keys = words.map((word) => word.legalKey);
  const texts = words.map(({ text: word }) => word);
  const parts: NamePart[] = [];
  for (let at = 0; at < words.length; ) {
    const legal = legalAt(keys, at, lexicon);
    const expansion = phraseAt(texts, at, lexicon.expansions);
    if (expansion && (legal === null || legal.length < expansion.length)) {
      for (const word of expansion.value) parts.push(knowPlain(word, lexicon).part);
      at += expansion.length;
    } else if (legal && legal.length < words.length) {
      const text = texts.slice(at, at + legal.length).join(' ');
      const spelled = lexicon.spell(texts.slice(at, at + legal.length).join(''));
      parts.push(partOf(text, spelled, { role: 'legal', concept: legal.value }));
      at += legal.length;
    } else {
      const word = words[at];
      if (word) parts.push(word.part);
      at += 1;
    }
  }
  return markAsides(readLast(parts, 'initial'));
}

function legalAt(keys: readonly string[], at: number, lexicon: PartLexicon): { length: number; value: string } | null {
  const form = phraseAt(keys, at, lexicon.legalForms);
  if (form === null) return null;
  // Two letters ("AO", "SE") count at either end only: inside a name they are words of it.
  const inside = at > 0 && at + form.length < keys.length;
  return inside && form.length === 1 && (keys[at] ?? '').length <= 2 ? null : form;
}

const INITIALS = /(?<![\p{L}.])(?:\p{Lu}\. ?){1,2}(?=\p{Lu}\p{L}{3})/gu;

/** "N.L. Orlov" in "named after N.L. Orlov": initials, unless the letters are a legal form. */
const splitInitials = (text: string, lexicon: PartLexicon): string =>
  text.includes('.')
    ? text.replace(INITIALS, (run) =>
        lexicon.legalForms.has(legalKey(run.replace(/[. ]/g, '').toLowerCase())) ? run : `${run.replaceAll('.', ' ')} `,
      )
    : text;

/** Words run together, cut. */
function cutWords(words: readonly KnownWord[], lexicon: PartLexicon): readonly KnownWord[] {
  if (words.every(({ pieces }) => pieces === null)) return words;
  return words.flatMap((word) => word.pieces?.map((text) => know({ ...word, text, marked: text }, lexicon)) ?? [word]);
}
