import type { ListedTerm } from '../../model/index.ts';
import { daysOf } from './days.ts';

/**
 * What a list's own dates say of a day. `within` a term; `before` the first; after one that is `over`; `unclear`: the dates are too coarse
 * for the day, or something ended on a day that is not stated; `silent`: they do not reach that far.
 */
export type Standing =
  | { readonly kind: 'silent' }
  | { readonly kind: 'within' | 'before'; readonly term: ListedTerm }
  | { readonly kind: 'over'; readonly term: ListedTerm; readonly next: ListedTerm | null }
  | { readonly kind: 'unclear'; readonly term: ListedTerm };

/** `shown`: the day of the snapshot that has the terms: what is over without a date was over by then. */
export function standingOn(terms: readonly ListedTerm[], day: string, shown: string): Standing {
  const places = terms.map((term) => ({ term, place: placeOf(term, day, shown) }));
  const first = (place: Place) => places.find((one) => one.place === place)?.term;
  const within = first('within');
  if (within !== undefined) return { kind: 'within', term: within };
  const unclear = first('unclear');
  if (unclear !== undefined) return { kind: 'unclear', term: unclear };
  if (first('silent') !== undefined) return { kind: 'silent' };
  const next = first('before');
  const past = places.findLast(({ place }) => place === 'over')?.term;
  if (past !== undefined) return { kind: 'over', term: past, next: next ?? null };
  return next === undefined ? { kind: 'silent' } : { kind: 'before', term: next };
}

type Place = 'within' | 'before' | 'over' | 'unclear' | 'silent';

function placeOf({ from, until, isOver }: ListedTerm, day: string, shown: string): Place {
  const began = from === null ? null : daysOf(from);
  const ended = until === null ? null : daysOf(until);
  if (began !== null && day < began.first) return 'before';
  if (ended !== null && day > ended.last) return 'over';
  if (isOver && ended === null) return day >= shown ? 'over' : 'unclear';
  if (ended !== null && day > ended.first) return 'unclear';
  if (began === null) return 'silent';
  return day < began.last ? 'unclear' : 'within';
}
