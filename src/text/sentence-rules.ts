import type { Lexicons } from '../model/index.ts';
import { type NameWords, nameWords } from './name-ends.ts';

/**
 * What a full stop after an abbreviation may mean.
 * `before`: never an end, what it belongs to follows (`Dr.`); `number`: no end before a number (`No. 5`);
 * `open`: an end only when a typical first word of a sentence follows (`etc.`, `p.m.`);
 * `form`, `land`: likewise, and also before a name that does something itself (`Ltd.`, `U.S.`).
 */
export type AbbreviationKind = 'before' | 'number' | 'open' | 'form' | 'land';

export interface SentenceRules {
  /** Lower-cased, with the full stop. */
  readonly abbreviations: ReadonlyMap<string, readonly AbbreviationKind[]>;
  /** Lower-cased words that commonly open a sentence. */
  readonly starters: ReadonlySet<string>;
  /** Lower-cased words that follow an ordinal with a full stop (`28. Februar`); empty where the language has none. */
  readonly afterOrdinal: ReadonlySet<string>;
  /** `null`: a stop after a `form` or a `land` is taken like one after `open`. */
  readonly names: NameWords | null;
}

const KINDS: ReadonlySet<string> = new Set<AbbreviationKind>(['before', 'number', 'open', 'form', 'land']);
const isKind = (kind: string | undefined): kind is AbbreviationKind => kind !== undefined && KINDS.has(kind);

const compiled = new WeakMap<Lexicons, Map<string, SentenceRules>>();

/**
 * Sentence rules of a language (ISO 639-1), from the lists `text/abbreviations`, `text/sentence-starters`, `text/after-ordinal`.
 * An unknown language gets the abbreviations common to all and every language's starters.
 */
export function sentenceRules(lexicons: Lexicons, language: string): SentenceRules {
  const byLanguage = compiled.get(lexicons) ?? new Map<string, SentenceRules>();
  compiled.set(lexicons, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const abbreviations = new Map<string, AbbreviationKind[]>();
  for (const [word, of, kind] of lexicons.lists['text/abbreviations'] ?? []) {
    if (word === undefined || !isKind(kind) || (of !== 'any' && of !== language)) continue;
    const kinds = abbreviations.get(word) ?? [];
    kinds.push(kind);
    abbreviations.set(word, kinds);
  }
  const starterRows = lexicons.lists['text/sentence-starters'] ?? [];
  const own = starterRows.filter((row) => row[1] === language);
  const rules: SentenceRules = {
    abbreviations,
    starters: new Set((own.length > 0 ? own : starterRows).map((row) => row[0] ?? '')),
    afterOrdinal: new Set(
      (lexicons.lists['text/after-ordinal'] ?? []).filter((row) => row[1] === language).map((row) => row[0] ?? ''),
    ),
    names: nameWords(lexicons),
  };
  byLanguage.set(language, rules);
  return rules;
}
