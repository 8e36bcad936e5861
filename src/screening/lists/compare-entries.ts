import type { ListEntry, ListedTerm } from '../../model/index.ts';

/** Two snapshots of one list held against each other. */
export interface ListChanges {
  readonly added: readonly ListEntry[];
  readonly removed: readonly ListEntry[];
  readonly changed: readonly {
    readonly entry: ListEntry;
    readonly before: ListEntry;
    readonly fields: readonly FieldChange[];
  }[];
}

export interface FieldChange {
  readonly field: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** What of an entry is compared, as lists of words. Days of snapshots are no change of the entry. */
const FIELDS: readonly (readonly [field: string, read: (entry: ListEntry) => readonly string[]])[] = [
  ['names', ({ names }) => names.map(({ text }) => text)],
  ['kind', ({ kind }) => [kind]],
  ['identifiers', ({ identifiers }) => identifiers.map(({ scheme, value }) => `${scheme} ${value}`)],
  ['birthDates', ({ birthDates }) => birthDates],
  ['birthPlaces', ({ birthPlaces }) => birthPlaces],
  ['gender', ({ gender }) => (gender === null ? [] : [gender])],
  ['countries', ({ countries }) => countries],
  ['addresses', ({ addresses }) => addresses],
  ['programmes', ({ programmes }) => programmes],
  ['links', ({ links }) => links.map(({ relation, name }) => `${relation} ${name}`)],
  ['terms', ({ terms }) => terms.map(wordTerm)],
  ['sanctioned', ({ isSanctioned }) => [String(isSanctioned ?? 'not stated')]],
  ['topics', ({ topics }) => topics],
  ['remarks', ({ remarks }) => (remarks === null ? [] : [remarks])],
];

const wordTerm = ({ from, until, isOver }: ListedTerm): string =>
  `from ${from ?? 'an unstated day'}${isOver || until !== null ? ` to ${until ?? 'an unstated day'}` : ''}`;

/** What came, went and changed between two snapshots of a list, by entry number, in the order of the later one. */
export function compareEntries(before: readonly ListEntry[], now: readonly ListEntry[]): ListChanges {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const ids = new Set(now.map(({ id }) => id));
  return {
    added: now.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !ids.has(id)),
    changed: now.flatMap((entry) => {
      const earlier = old.get(entry.id);
      const fields = earlier === undefined ? [] : changesOf(earlier, entry);
      return earlier === undefined || fields.length === 0 ? [] : [{ entry, before: earlier, fields }];
    }),
  };
}

function changesOf(before: ListEntry, now: ListEntry): FieldChange[] {
  return FIELDS.flatMap(([field, read]) => {
    const [old, young] = [read(before), read(now)];
    const gone = old.filter((value) => !young.includes(value));
    const come = young.filter((value) => !old.includes(value));
    return gone.length + come.length === 0 ? [] : [{ field, gone, come }];
  });
}
