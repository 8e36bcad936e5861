import type { ContradictionKind } from '../../model/index.ts';
import type { ClaimEvidence, Evidence } from '../evidence.ts';
import { groupBy } from '../grouping.ts';
import type { Geography } from '../places.ts';

/** Two or more groups of claims that cannot all hold. */
export interface Clash {
  readonly kind: ContradictionKind;
  readonly severity: 'hard' | 'medium' | 'soft';
  readonly sides: readonly (readonly ClaimEvidence[])[];
  readonly detail: string;
}

/** What a rule may ask of the case. */
export interface ClashContext {
  readonly evidence: Evidence;
  /** Facts before events of the same parties were told apart. */
  readonly matters: readonly (readonly ClaimEvidence[])[];
  readonly geography: Geography;
  readonly originOf: (claim: ClaimEvidence) => string;
  readonly name: (entity: string) => string;
}

/** Finds contradictions among the claims about one fact. */
export type FactRule = (fact: readonly ClaimEvidence[], context: ClashContext) => Clash[];
/** Finds contradictions between facts. */
export type CaseRule = (facts: readonly (readonly ClaimEvidence[])[], context: ClashContext) => Clash[];

const SILENT: ReadonlySet<string> = new Set(['undetermined', 'refused_comment', 'denied']);
export const OUTSIDE: ReadonlySet<string> = new Set(['comment', 'boilerplate', 'caption']);

/** Whether a claim says that something is so: no denial, no open question, no reader's comment. */
export const asserts = ({ claim, zone }: ClaimEvidence): boolean =>
  claim.polarity === 'positive' && !SILENT.has(claim.modality) && !OUTSIDE.has(zone);

/** More versions of one fact than these are measurements, or no fact at all. */
const VERSIONS = 64;

/**
 * Parts claims into sides by what they hold: each claim goes to the first side all of whose members it agrees with; one that agrees
 * with every member of the other sides too is left out. `versionOf` is equal for claims that hold the same, which are compared once.
 * Returns [] when all agree. The claims come in order of document and place, so that the order in which documents were added makes
 * no difference.
 */
export function takeSides(
  claims: readonly ClaimEvidence[],
  versionOf: (claim: ClaimEvidence) => string,
  agree: (a: ClaimEvidence, b: ClaimEvidence) => boolean,
): ClaimEvidence[][] {
  const versions = groupBy(claims, versionOf);
  if (versions.size < 2 || versions.size > VERSIONS) return [];
  const sides: ClaimEvidence[][] = [];
  for (const [version] of versions.values()) {
    if (version === undefined) continue;
    const side = sides.find((members) => members.every((member) => agree(member, version)));
    if (side) side.push(version);
    else sides.push([version]);
  }
  const clashing = (version: ClaimEvidence, own: readonly ClaimEvidence[]): boolean =>
    sides.some((side) => side !== own && side.some((other) => !agree(version, other)));
  const parted = sides
    .map((side) => side.filter((version) => clashing(version, side)))
    .filter((side) => side.length > 0);
  const whole = (side: readonly ClaimEvidence[]) => side.flatMap((version) => versions.get(versionOf(version)) ?? []);
  return parted.length < 2 ? [] : parted.map(whole);
}

/** Sides that come from different documents: what one text says in two places is told of two things more often than not. */
export const fromDifferentDocuments = (sides: readonly (readonly ClaimEvidence[])[]): boolean =>
  sides.some((side, i) =>
    sides.some((other, j) => i < j && side.some((a) => other.some((b) => a.document !== b.document))),
  );

export const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** The unit that a predicate ends in; the values have their own. */
const UNIT = /_(?:km|kg|ha)$/;

/** What a clash is about, for its line: "Acme: delivered to". */
export const topic = (claim: ClaimEvidence | undefined, { name }: ClashContext): string =>
  claim === undefined
    ? ''
    : `${claim.subject.map(name).join(', ')} ${claim.claim.predicate.replace(UNIT, '').replaceAll('_', ' ')}`.trim();

/** Each distinct text once, in the order of the sides: "since 2023-07 / since 2024-04". */
export const inOneLine = (
  sides: readonly (readonly ClaimEvidence[])[],
  show: (claim: ClaimEvidence) => string,
): string => sides.map((side) => [...new Set(side.map(show))].sort().join(', ')).join(' / ');
