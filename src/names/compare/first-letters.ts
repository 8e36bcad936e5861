import type { NamePart } from '../parts/part.ts';

type Word = Pick<NamePart, 'latin' | 'concept' | 'role'>;

/** Letters that a word of a known meaning gives to an abbreviation in one language, by concept. */
export type Initials = ReadonlyMap<string, readonly string[]>;

const COMPANY: readonly string[] = ['k', 'c'];

const LONGEST = 6;
/** What may be an abbreviation: short words that are taken for a place ("UK") or a kind of body ("KB") too. */
const ABBREVIATIONS: Readonly<Record<string, number>> = { name: LONGEST, place: 3, generic: 3 };
const GENERIC: ReadonlySet<string> = new Set(['generic', 'legal']);

interface Among {
  /** Positions of the words that may be used. */
  readonly free: ReadonlySet<number>;
  /** By language. */
  readonly initials: readonly Initials[];
  readonly shortest: number;
}

/** Positions of words, one after another, that an abbreviation is the first letters of, in one language; `null` when there are none. */
export function findRun(
  word: Word | undefined,
  words: readonly Word[],
  { free, initials, shortest }: Among,
): number[] | null {
  if (!word || word.latin.length < shortest || word.latin.length > (ABBREVIATIONS[word.role] ?? 0)) return null;
  const order = [...free].filter((at) => words[at]?.role !== 'particle').sort((a, b) => a - b);
  for (const language of [null, ...initials]) {
    for (let from = 0; from < order.length; from++) {
      const run = runFrom(order.slice(from), words, { abbreviation: word.latin, language });
      if (run !== null && isEnough(run, words)) return run;
    }
  }
  return null;
}

function runFrom(
  order: readonly number[],
  words: readonly Word[],
  { abbreviation, language }: { readonly abbreviation: string; readonly language: Initials | null },
): number[] | null {
  const run: number[] = [];
  let taken = 0;
  for (const at of order) {
    const next = words[at];
    const letters = next ? lettersTaken(next, abbreviation.slice(taken), language) : 0;
    if (letters === 0 && next?.role !== 'legal') return null;
    if (letters > 0) run.push(at);
    taken += letters;
    if (taken === abbreviation.length) return run;
  }
  return null;
}

/** Two letters stand for anything: they count where both words say what kind of company it is. */
const isEnough = (run: readonly number[], words: readonly Word[]): boolean =>
  run.length > 2 || (run.length === 2 && run.every((at) => GENERIC.has(words[at]?.role ?? '')));

/**
 * How many letters at the beginning of an abbreviation a word accounts for; 0 when it is another. A word with a meaning gives the letters it has in
 * the language of `initials`, or its own first letter where `initials` is `null`; other words always give their own.
 */
function lettersTaken(word: Word, abbreviation: string, initials: Initials | null): number {
  if (word.role === 'legal')
    return word.concept === 'company' && initials !== null && COMPANY.includes(abbreviation.charAt(0)) ? 1 : 0;
  const own = initials === null || word.concept === null ? [word.latin.charAt(0)] : (initials.get(word.concept) ?? []);
  return Math.max(
    0,
    ...own.filter((letters) => letters !== '' && abbreviation.startsWith(letters)).map(({ length }) => length),
  );
}
