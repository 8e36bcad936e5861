import type { Lexicons, ListedTerm } from '../../model/index.ts';

/** Terms in order of time, overlapping ones as one, those of an unknown beginning first, and none where nothing is known of them. */
export function listedTerms(terms: readonly ListedTerm[]): readonly ListedTerm[] {
  const isBare = terms.every(({ from, until, isOver }) => from === null && until === null && !isOver);
  const first = (term: ListedTerm): string => term.from ?? '';
  const inOrder = [...terms].sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
  return isBare ? [] : inOrder.reduce<readonly ListedTerm[]>(joined, []);
}

/** A term that begins before the last one ends goes on with it: one listing by two programmes. */
function joined(terms: readonly ListedTerm[], next: ListedTerm): readonly ListedTerm[] {
  const last = terms.at(-1);
  if (last === undefined || last.from === null || next.from === null) return [...terms, next];
  const isOpen = last.until === null && !last.isOver;
  if (isOpen) return terms;
  if (last.until === null || next.from > last.until) return [...terms, next];
  const goesOn = next.until === null || next.until > last.until;
  return goesOn ? [...terms.slice(0, -1), { ...next, from: last.from }] : terms;
}

/** Whether a list's word for the state of a sanction says that it has ended: "excluded", "Expired" (`data/screening/ended.tsv`). */
export function endedWords(lexicons: Lexicons): (status: string) => boolean {
  const words = new Set((lexicons.lists['screening/ended'] ?? []).map(([word = '']) => word));
  return (status) => words.has(status.trim().toLowerCase());
}
