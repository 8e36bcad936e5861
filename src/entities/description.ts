import type { Lexicons } from '../model/index.ts';
import { countryLexicon, foldWords, WordTable } from '../names/index.ts';

/** What a description says: "two Ruritanian naval engineers" is role specialist, of one country, two of them, naval. */
export interface Description {
  /** What its head noun stands for, whatever its wording: `specialist` for experts and technicians; `null` when not a listed role. */
  readonly role: string | null;
  readonly head: string;
  readonly plural: boolean;
  readonly countries: readonly string[];
  readonly count: string | null;
  /** Other words before the head. */
  readonly modifiers: readonly string[];
  /** `another`, `a separate`: something not spoken of before. */
  readonly isNew: boolean;
  /** `the`, `these`: something spoken of before. */
  readonly isKnown: boolean;
  /** Words that tell, in order, without articles and the like. */
  readonly words: readonly string[];
}

interface Words {
  readonly roles: WordTable;
  readonly marks: WordTable;
}

const compiled = new WeakMap<Lexicons, Words>();

function wordsOf(lexicons: Lexicons): Words {
  const known = compiled.get(lexicons);
  if (known) return known;
  const made = {
    roles: new WordTable(lexicons.lists['names/roles'] ?? []),
    marks: new WordTable(lexicons.lists['names/description-words'] ?? []),
  };
  compiled.set(lexicons, made);
  return made;
}

/** Reads a description. Its head is the last listed role before "of", "from", "who" ..., else the last word before it. */
export function readDescription(text: string, lexicons: Lexicons): Description {
  const { roles, marks } = wordsOf(lexicons);
  const countries = countryLexicon(lexicons);
  const words = foldWords(text);
  const mark = (word: string) => marks.find(word);
  const link = words.findIndex((word, at) => at > 0 && mark(word) === 'link');
  const before = link < 0 ? words : words.slice(0, link);
  const head = before.findLast((word) => roles.find(word) !== null) ?? before.at(-1) ?? '';
  const countryOf = (word: string) => countries.countryOfAdjective(word) ?? countries.countryNamed(word);
  const telling = words.filter((word) => !['link', 'article', 'known'].includes(mark(word) ?? ''));
  return {
    role: roles.find(head),
    head,
    plural: marks.find(head) === 'plural' || /s$/.test(head) || !/^[a-z]/.test(head),
    countries: [...new Set(words.flatMap((word) => countryOf(word) ?? []))].sort(),
    count: before.find((word) => mark(word) === 'count' || /^\d+$/.test(word)) ?? null,
    modifiers: before.filter(
      (word) => word !== head && mark(word) === null && !/^\d+$/.test(word) && countryOf(word) === null,
    ),
    isNew: before.some((word) => mark(word) === 'new') || mark(before[0] ?? '') === 'article',
    isKnown: mark(before[0] ?? '') === 'known',
    words: telling,
  };
}
