import { readHeadNoun } from './head-noun.ts';
import { isCapitalised, opensSentence, type Scan } from './scan.ts';

/** Endings of the plurals that a number counts, in languages where a year does not stand bare before a noun. */
const COUNTED: Readonly<Record<string, RegExp>> = {
  es: /s$/u,
  fr: /[sx]$/u,
  it: /[ie]$/u,
  pt: /s$/u,
  ru: /(?:ов|ев|ей|ек|ок|ий|шт)$/u,
  uk: /(?:ів|їв|ей|ок|ій|шт)$/u,
};

function isCounted(scan: Scan, at: number): boolean {
  const noun = scan.pieces[at];
  if (noun?.kind !== 'word' || noun.apart || isCapitalised(noun)) return false;
  if (scan.vocabulary.functionWords.has(noun.lower)) return false;
  if (scan.language === 'en') return (readHeadNoun(scan, at, 'many')?.unit ?? '') !== '';
  return COUNTED[scan.language]?.test(noun.lower) === true && noun.text.length > 3;
}

/**
 * How four digits that look like a year stand before a plural: `count` behind a verb ("sold 1999 crates"), `open` where nothing
 * tells ("2015 drones" at the start), `null` where they are a year ("in 2015 drones flew", "the 2015 drones").
 */
export function readYearCount(scan: Scan, at: number): 'count' | 'open' | null {
  if (!isCounted(scan, at + 1)) return null;
  const before = scan.pieces[at - 1];
  if (!before || opensSentence(scan, at)) return 'open';
  if (
    scan.entries[at - 1]?.some(({ list, fields: [role] }) => list === 'time-words' && (role === 'and' || role === 'or'))
  )
    return 'open';
  const isTime = scan.entries[at - 1]?.some(
    ({ list }) => list === 'time-words' || list === 'months' || list === 'weekdays',
  );
  if (isTime || before.kind !== 'word' || scan.vocabulary.functionWords.has(before.lower)) return null;
  return isCapitalised(before) ? 'open' : 'count';
}
