import type { NameLexicon } from './lexicon.ts';
import type { Name, NameToken } from './name.ts';

/**
 * Whether `letters` (folded, as `abcz`) abbreviates `tokens`: each word gives its first letter, in the original or romanised,
 * a number all its digits; small words and legal forms may give none. A generic word may also give the first letter of its
 * Russian counterpart ("plant" of zavod) or one for each part of a compound, for names are often translated but not their acronyms.
 */
export function isAcronymOf(letters: string, tokens: readonly NameToken[], lexicon: NameLexicon): boolean {
  if (letters.length < 2 || tokens.length > 16) return false;
  let ends = new Set([0]);
  for (const token of tokens) {
    const next = new Set<number>();
    for (const at of ends) {
      if (isSkippable(token)) next.add(at);
      for (const initials of initialsOf(token, lexicon))
        if (letters.startsWith(initials, at)) next.add(at + initials.length);
    }
    if (next.size === 0) return false;
    ends = next;
  }
  return ends.has(letters.length);
}

const isSkippable = ({ role }: NameToken): boolean => role === 'legal' || role === 'particle' || role === 'title';

function initialsOf(token: NameToken, lexicon: NameLexicon): ReadonlySet<string> {
  if (token.role === 'number') return new Set([token.form]);
  const own = [token.form.slice(0, 1), token.latin.slice(0, 1)];
  return new Set([...own, ...(lexicon.letters.get(token.concept ?? '') ?? [])].filter((initial) => initial !== ''));
}

/** Words of an organisation's or thing's name that an acronym of the whole would stand for. */
export const acronymTokens = (name: Name): readonly NameToken[] =>
  name.tokens.filter(({ role }) => role !== 'legal' && role !== 'title');
