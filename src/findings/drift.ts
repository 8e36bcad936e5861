import type { Drift } from '../model/index.ts';
import { enumerateWords, wordAmount, wordEdtf } from '../text/index.ts';
import type { ClaimEvidence } from './evidence.ts';
import { groupBy } from './grouping.ts';
import { headsOf } from './own-origins.ts';

const LEFT_OUT: ReadonlySet<string> = new Set(['comment', 'boilerplate', 'caption']);

const FIELDS: readonly (readonly [Drift['field'], (claim: ClaimEvidence) => string])[] = [
  ['value', ({ claim: { value } }) => (value === null ? '' : wordAmount(value))],
  ['time', ({ claim: { time } }) => (time?.edtf == null ? (time?.text ?? '') : wordEdtf(time.edtf))],
  ['place', ({ place }) => place.join('+')],
  ['modality', ({ claim }) => claim.modality.replaceAll('_', ' ')],
  ['polarity', ({ claim }) => claim.polarity],
  ['attribution', (claim) => headsOf(claim).join('+')],
  ['who', ({ subject }) => subject.join('+')],
];

/**
 * What retellings of one origin changed, dropped or added about a fact, field by field. Documents are compared, not claims: what one
 * document says anywhere about the fact it has said. When most have a detail, the others dropped it; when few have it, they added it.
 */
export function findDrift(
  fact: readonly ClaimEvidence[],
  originOf: ReadonlyMap<string, string>,
  name: (entity: string) => string,
): Drift[] {
  const told = fact.filter(({ zone }) => !LEFT_OUT.has(zone));
  return [...groupBy(told, (claim) => originOf.get(claim.claim.id)).values()].flatMap((claims) => {
    const documents = [...groupBy(claims, ({ document }) => document).values()];
    return documents.length < 2 ? [] : FIELDS.flatMap(([field, read]) => driftOf(field, read, documents, name));
  });
}

function driftOf(
  field: Drift['field'],
  read: (claim: ClaimEvidence) => string,
  documents: readonly (readonly ClaimEvidence[])[],
  name: (entity: string) => string,
): Drift[] {
  const show = (value: string): string => (value === '' ? 'not said' : enumerateWords(value.split('+').map(name)));
  const values = documents.map((claims) => new Set(claims.map(read).filter((value) => value !== '')));
  const having = values.filter((own) => own.size > 0).length;
  const drifts: Drift[] = [];
  if (having > 0 && having < documents.length) {
    const kind = having * 2 >= documents.length ? 'dropped' : 'added';
    const changed = documents.filter((_, i) => (values[i]?.size === 0) === (kind === 'dropped')).flat();
    const detail = [...new Set(values.flatMap((own) => [...own]))].sort().map(show).join(', ');
    drifts.push({ kind, field, claims: idsOf(changed), detail });
  }
  const said = values.filter((own) => own.size > 0);
  // Compared as shown: what nobody named ("Chinese engineers") is an entity of its own in each document, and no change.
  const told = said.map((own) => new Set([...own].map(show)));
  const different = told.some((own) => told.some((other) => ![...own].some((value) => other.has(value))));
  if (different) {
    const detail = [...new Set(said.map((own) => [...own].sort().map(show).join(', ')))].sort().join(' / ');
    drifts.push({ kind: 'changed', field, claims: idsOf(documents.flat()), detail });
  }
  return drifts;
}

const idsOf = (claims: readonly ClaimEvidence[]): string[] => claims.map(({ claim }) => claim.id).sort();
