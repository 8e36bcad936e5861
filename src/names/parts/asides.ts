import type { NamePart } from './part.ts';

const NAMED: ReadonlySet<string> = new Set(['named', 'imeni', 'имени', 'im', 'им', 'імені']);
/** Abbreviated forms; "company" and "corporation" stand in the middle of names as well. */
const LONGEST_FORM = 7;
const IN_NAMES: ReadonlySet<string> = new Set(['company']);

/**
 * Marks what stands beside an organisation's name: whom a plant is named after ("imeni N. Orlova"), and what follows an abbreviated legal
 * form at the end ("Vega LLC Ozersk"). Neither is marked where no telling word or number stands before it.
 */
export function markAsides(parts: readonly NamePart[]): NamePart[] {
  const named = parts.findIndex(({ role, text }) => role === 'particle' && NAMED.has(text));
  const form = parts.findLastIndex(
    ({ role, concept, latin }) =>
      role === 'legal' && !IN_NAMES.has(concept ?? '') && latin.length <= LONGEST_FORM && !latin.startsWith('corp'),
  );
  const end = named >= 0 && isTold(parts, named) ? endOfPerson(parts, named + 1) : -1;
  const isMarked = (at: number): boolean => (at > named && at < end) || (form > 0 && at > form && hasName(parts, form));
  return parts.map((part, at) => (CAN_BE_ASIDE.has(part.role) && isMarked(at) ? { ...part, role: 'aside' } : part));
}

/** A person after "named after": initials and a family name, or two names. */
function endOfPerson(parts: readonly NamePart[], start: number): number {
  let names = 0;
  let at = start;
  for (; at < parts.length; at++) {
    const role = parts[at]?.role;
    if (role === 'initial' || role === 'particle' || parts[at]?.concept === 'academy') continue;
    if (role !== 'name' && role !== 'place') break;
    const hasInitial = parts.slice(start, at).some((part) => part.role === 'initial');
    if (names >= (hasInitial ? 1 : 2)) break;
    names += 1;
  }
  return at;
}

const CAN_BE_ASIDE: ReadonlySet<string> = new Set(['name', 'place', 'initial']);

const isTold = (parts: readonly NamePart[], end: number): boolean =>
  parts.slice(0, end).some(({ role }) => role === 'name' || role === 'place' || role === 'number');
const hasName = (parts: readonly NamePart[], end: number): boolean =>
  parts.slice(0, end).some(({ role, concept }) => role === 'name' && concept === null) ||
  parts.slice(0, end).filter(({ role }) => role === 'generic').length > 1;
