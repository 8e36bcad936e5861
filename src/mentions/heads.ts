import type { Run } from './run.ts';
import { bareForm, isCommonWord, plays, type Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** The word that says what the whole is: the one before "of …", else the last that is known as a head. */
export function headOf(
  words: readonly Word[],
  run: Run,
  vocabulary: Vocabulary,
): { readonly type: NonNullable<ReturnType<Vocabulary['heads']['get']>>['type']; readonly weight: number } | undefined {
  let end = run.to;
  for (let at = run.from + 1; at <= run.to; at++) {
    const word = words[at];
    if (word?.kind === 'lower' && plays(vocabulary, 'joins-head', word.lower)) {
      end = at - 1;
      break;
    }
  }
  for (let at = end; at >= run.from; at--) {
    const word = words[at];
    if (word?.kind !== 'name') continue;
    const head =
      vocabulary.heads.get(word.lower) ??
      (word.lower.endsWith('s') ? undefined : vocabulary.heads.get(`${word.lower}s`));
    if (head && (at === end || at > run.from))
      return at === end ? head : { type: head.type, weight: head.weight * 0.5 };
    if (
      /^\p{Lu}?[\p{Ll}-]+(?:ministerium|ministeriums|minister[iu]um|ministeeriumi?|gericht|gerichts|staatsanwaltschaft|amt|behörde|polizei|regierung)$/iu.test(
        word.text,
      )
    )
      return { type: 'PublicBody', weight: 1 };
    if (at < end - 1) break;
  }
  const first = vocabulary.heads.get(words[run.from]?.lower ?? '');
  return first &&
    (first.type !== 'Place' || plays(vocabulary, 'place-first', words[run.from]?.lower ?? '')) &&
    !['Vessel', 'WeaponSystem'].includes(first.type)
    ? first
    : undefined;
}

export function hasOrganisationHead(words: readonly Word[], run: Run, vocabulary: Vocabulary): boolean {
  for (let at = run.from; at <= run.to; at++) {
    const word = words[at];
    if (!word) continue;
    const head = vocabulary.heads.get(word.lower);
    if (head && head.weight > 0.5 && head.type !== 'WeaponSystem' && head.type !== 'Vessel') return true;
    if (word.kind === 'name' && vocabulary.legalForms.has(bareForm(word.text)) && at > run.from) return true;
  }
  return false;
}

/** A legal form that begins at the word (`Ltd`, `Inc`, `S.p.A.`). */
export function isLegalForm(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const word = words[at];
  return word !== undefined && word.kind === 'name' && vocabulary.legalForms.has(bareForm(word.text));
}

/** Parts of a company that are named behind its legal form: "Acme AG Vienna Branch". */
const PART =
  /^(?:branch|division|office|subsidiary|unit|holding|holdings|group|filiale|niederlassung|zweigniederlassung|филиал)$/;
const MOST_WORDS_OF_PART = 5;

/**
 * Whether the name that begins at `from` ends with the word at `to`: a legal form that closes names ("Acme Ltd"), with a name before it
 * and no further form, nor a part of the company, behind it.
 */
export function closesName(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): boolean {
  const word = words[to];
  if (!word || to === from || !isLegalForm(words, to, vocabulary)) return false;
  const kind = vocabulary.closingForms.get(bareForm(word.text));
  if (kind === undefined || isLegalForm(words, from, vocabulary)) return false;
  const stop = words[to + 1]?.text === '.' ? 1 : 0;
  const first = to + 1 + stop;
  const next = words[first];
  if (next?.kind !== 'name' || isLegalForm(words, first, vocabulary)) return false;
  let last = first;
  while (words[last + 1]?.kind === 'name' && !words[last + 1]?.breaks && last - first < MOST_WORDS_OF_PART) last++;
  const ahead = words.slice(first, last + 1);
  if (ahead.some(({ lower }) => PART.test(lower))) return false;
  if (kind === 'doubled') return ahead.some((_, n) => n > 0 && isLegalForm(words, first + n, vocabulary));
  // "Roe & Co. Shipping Limited"
  return bareForm(word.text) !== 'co' || !isCommonWord(next.lower, vocabulary);
}

/** Whether a line, cell or item begins at the word, or another company ends right before it, and it gives a company's name up to its legal form: "Roe Bolts GmbH" alone among capitals. */
export function opensCompany(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const before = words[at - 1];
  const opens = !before || words[at]?.breaks || /^[,;|:]$/.test(before.text);
  if (!opens && !vocabulary.closingForms.has(bareForm(before.text))) return false;
  for (let to = at + 1; to < words.length && to <= at + MOST_WORDS_OF_PART; to++) {
    const word = words[to];
    if (!word || word.breaks || (word.kind !== 'name' && word.text !== '&')) return false;
    if (vocabulary.closingForms.has(bareForm(word.text))) return isLegalForm(words, to, vocabulary);
  }
  return false;
}
