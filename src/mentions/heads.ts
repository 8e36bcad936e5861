import type { Run } from './run.ts';
import { bareForm, plays, type Vocabulary } from './vocabulary.ts';
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
