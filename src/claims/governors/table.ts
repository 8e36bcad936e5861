import type { Lexicons } from '../../model/index.ts';
import { inflections } from '../syntax/inflection.ts';
import type { SyntaxLexicon } from '../syntax/lexicon.ts';
import type { Word } from '../syntax/word.ts';
import { isKind, type Kind } from './kinds.ts';

/** What a governor governs, by the form of the governed: an infinitive, a gerund, a clause, a noun of action ... */
export type Governs =
  | 'to'
  | 'ing'
  | 'that'
  | 'noun'
  | 'event'
  | 'modifier'
  | 'adverb'
  | 'conjunction'
  | 'source'
  | 'description'
  | 'bare'
  | 'tag'
  | 'hearsay';

/** A governor of the table. `rest` are the words after its first, lower-cased. */
export interface GovernorEntry {
  readonly kind: Kind;
  /** What it does when it is itself negated: "did not manage to", "did not say that". */
  readonly negated: Kind;
  readonly rest: readonly string[];
}

/** Governors of one kind of complement by every written form of their first word. */
export type GovernorTable = (governs: Governs) => ReadonlyMap<string, readonly GovernorEntry[]>;

/** "did not manage to deliver" did not deliver; of most other negated governors nothing follows. */
function negatedKind(kind: Kind, governs: string, stated: string | undefined): Kind {
  if (isKind(stated)) return stated;
  return kind === 'true' && governs !== 'that' && governs !== 'conjunction' ? 'negating' : 'unknown';
}

/** Forms the syntax knows by lemma, for verbs with irregular ones. */
function formsByLemma(syntax: SyntaxLexicon): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const [form, { lemma }] of syntax.verbs) forms.set(lemma, [...(forms.get(lemma) ?? []), form]);
  return forms;
}

const ALONE: ReadonlySet<string> = new Set(['modifier', 'adverb', 'conjunction', 'source', 'hearsay']);

const compiled = new WeakMap<Lexicons, GovernorTable>();

/** The English governors, compiled once per lexicons. Rows with an unknown kind are ignored. */
export function readGovernors(lexicons: Lexicons, syntax: SyntaxLexicon): GovernorTable {
  const known = compiled.get(lexicons);
  if (known) return known;
  const irregular = formsByLemma(syntax);
  const tables = new Map<string, Map<string, GovernorEntry[]>>();
  for (const [kind, governs = '', words = '', negated] of lexicons.lists['claims/governors/en'] ?? []) {
    if (!isKind(kind)) continue;
    const table = tables.get(governs) ?? new Map<string, GovernorEntry[]>();
    tables.set(governs, table);
    for (const wording of words.split(' ')) {
      const [first = '', ...rest] = wording.split('_');
      const entry = { kind, negated: negatedKind(kind, governs, negated), rest };
      const forms = ALONE.has(governs)
        ? [first]
        : [first, ...(irregular.get(first) ?? inflections(first, '', '').map(([, form]) => form))];
      for (const form of new Set(forms)) table.set(form, [...(table.get(form) ?? []), entry]);
    }
  }
  const none: ReadonlyMap<string, readonly GovernorEntry[]> = new Map();
  const governors: GovernorTable = (governs) => tables.get(governs) ?? none;
  compiled.set(lexicons, governors);
  return governors;
}

/** A governor found in a sentence; `start`, `end` index words. */
export interface Found {
  readonly entry: GovernorEntry;
  readonly start: number;
  readonly end: number;
}

/** Most words of a wording. */
const LONGEST = 5;

/** The longest governor whose last word stands at `at`, or `null`. */
export function governorEndingAt(
  words: readonly Word[],
  at: number,
  table: ReadonlyMap<string, readonly GovernorEntry[]>,
): Found | null {
  for (let length = Math.min(LONGEST, at + 1); length > 0; length--) {
    const start = at - length + 1;
    const entry = table
      .get(words[start]?.lower ?? '')
      ?.find(
        ({ rest }) =>
          rest.length === length - 1 && rest.every((word, offset) => words[start + 1 + offset]?.lower === word),
      );
    if (entry) return { entry, start, end: at + 1 };
  }
  return null;
}

/** The governor that begins at `at`, or `null`; the longest wins. */
export function governorStartingAt(
  words: readonly Word[],
  at: number,
  table: ReadonlyMap<string, readonly GovernorEntry[]>,
): Found | null {
  const fitting = (table.get(words[at]?.lower ?? '') ?? []).filter(({ rest }) =>
    rest.every((word, offset) => words[at + 1 + offset]?.lower === word),
  );
  const entry = fitting.reduce<GovernorEntry | null>(
    (best, next) => (best && best.rest.length >= next.rest.length ? best : next),
    null,
  );
  return entry ? { entry, start: at, end: at + 1 + entry.rest.length } : null;
}
