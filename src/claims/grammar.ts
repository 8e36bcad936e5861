import { type Lexicons, MENTION_TYPES, type MentionType, PREDICATES, type Predicate } from '../model/index.ts';

export const ARGUMENTS = ['subject', 'object', 'theme', 'place', 'value'] as const;
export type Argument = (typeof ARGUMENTS)[number];

/** Where one argument of a claim is looked for: grammatical roles in order of preference. */
export interface Slot {
  readonly argument: Argument;
  readonly optional: boolean;
  /** Common nouns for goods will do: "delivery of drones to X". */
  readonly goods: boolean;
  readonly roles: readonly string[];
}

/**
 * One wording of a predicate: a line of `data/claims/predicates.tsv`.
 * `rest` are the words that must follow the trigger, each a set of alternatives; `'*'` is a gap of a few words.
 */
export interface Frame {
  readonly predicate: Predicate;
  readonly class: string;
  readonly heads: readonly string[];
  readonly rest: readonly (ReadonlySet<string> | '*')[];
  readonly slots: readonly Slot[];
  readonly conditions: ReadonlySet<string>;
  /** Mention types an argument may have; absent: any. */
  readonly types: Readonly<Partial<Record<Argument, ReadonlySet<MentionType>>>>;
  readonly order: number;
}

export interface Grammar {
  readonly verbs: ReadonlyMap<string, readonly Frame[]>;
  readonly nouns: ReadonlyMap<string, readonly Frame[]>;
  readonly adjectives: ReadonlyMap<string, readonly Frame[]>;
}

const isPredicate = (name: string): name is Predicate => PREDICATES.some((known) => known === name);
const isMentionType = (name: string): name is MentionType => MENTION_TYPES.some((known) => known === name);
const isArgument = (name: string | undefined): name is Argument => ARGUMENTS.some((known) => known === name);

function readSlots(text: string): Slot[] {
  return text.split(' ').flatMap((part): Slot[] => {
    const [left = '', right = ''] = part.split('=');
    const argument = left.replace(/[?~]/u, '');
    return isArgument(argument)
      ? [{ argument, optional: left.endsWith('?'), goods: left.endsWith('~'), roles: right.split(',') }]
      : [];
  });
}

function readFrame(
  row: readonly string[],
  kinds: ReadonlyMap<string, ReadonlySet<MentionType>>,
  order: number,
): Frame | null {
  const [, predicate = '', name = '', trigger = '', roles = '', conditions = ''] = row;
  if (!isPredicate(predicate)) return null;
  const [heads = '', ...rest] = name === 'noun' ? [trigger] : trigger.split(' ');
  const words = conditions.split(' ');
  const types: Partial<Record<Argument, ReadonlySet<MentionType>>> = {};
  for (const word of words) {
    const [argument, kind] = word.split(':');
    const allowed = kinds.get(kind ?? '');
    if (isArgument(argument) && allowed) types[argument] = allowed;
  }
  return {
    predicate,
    class: name,
    heads: heads.split('|'),
    rest: rest.map((word) => (word === '*' ? '*' : new Set(word.split('|')))),
    slots: readSlots(roles),
    conditions: new Set(words.filter((word) => word !== '' && !word.includes(':'))),
    types,
    order,
  };
}

const compiled = new WeakMap<Lexicons, Grammar>();

/** The predicate table as frames by trigger lemma, compiled once per lexicons. Lines with an unknown predicate are ignored. */
export function readGrammar(lexicons: Lexicons): Grammar {
  const known = compiled.get(lexicons);
  if (known) return known;
  const kinds = new Map(
    (lexicons.lists['claims/argument-kinds'] ?? []).map(([kind = '', types = '']) => [
      kind,
      new Set(types.split(' ').filter(isMentionType)),
    ]),
  );
  const grammar = {
    verbs: new Map<string, Frame[]>(),
    nouns: new Map<string, Frame[]>(),
    adjectives: new Map<string, Frame[]>(),
  };
  for (const [order, row] of (lexicons.lists['claims/predicates'] ?? []).entries()) {
    const frame = row[0] === 'en' ? readFrame(row, kinds, order) : null;
    if (!frame) continue;
    const table = frame.class === 'verb' ? grammar.verbs : frame.class === 'noun' ? grammar.nouns : grammar.adjectives;
    for (const head of frame.heads) table.set(head, [...(table.get(head) ?? []), frame]);
  }
  // The wording that says more goes first: "obtain a comment from" before "obtain".
  for (const table of Object.values(grammar)) {
    for (const [head, frames] of table) {
      table.set(
        head,
        [...frames].sort((a, b) => b.rest.length - a.rest.length || a.order - b.order),
      );
    }
  }
  compiled.set(lexicons, grammar);
  return grammar;
}
