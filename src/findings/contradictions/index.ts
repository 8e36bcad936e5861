import type { Contradiction } from '../../model/index.ts';
import { contentId } from '../../text/index.ts';
import { type ClaimEvidence, sorted } from '../evidence.ts';
import type { CaseRule, Clash, ClashContext, FactRule } from './clash.ts';
import { findDateClash } from './date.ts';
import { findDenial, findTradeDenial } from './denial.ts';
import { findIdentityClash } from './identity.ts';
import { findModalityClash } from './modality.ts';
import { findOwnershipClash } from './ownership.ts';
import { findPlaceClash } from './place.ts';
import { findQuantityClash } from './quantity.ts';
import { findSpeakerClash } from './speaker.ts';
import { findTitleClash } from './title.ts';
import { findWhoClash } from './who.ts';

export type { ClashContext } from './clash.ts';

/** A new kind of contradiction is one file and one line here. */
const FACT_RULES: readonly FactRule[] = [
  findDateClash,
  findQuantityClash,
  findPlaceClash,
  findModalityClash,
  findTitleClash,
  findSpeakerClash,
];
const CASE_RULES: readonly CaseRule[] = [
  findDenial,
  findWhoClash,
  findOwnershipClash,
  findTradeDenial,
  findIdentityClash,
];

/** More claims on a side than these say nothing more to a reader. */
const MOST = 24;

/** All contradictions of a case, sorted by id. Sides share no claim and hold at most 24 each. */
export function findContradictions(
  facts: readonly (readonly ClaimEvidence[])[],
  context: ClashContext,
): Contradiction[] {
  const clashes = [
    ...FACT_RULES.flatMap((rule) => facts.flatMap((fact) => (fact.length < 2 ? [] : rule(fact, context)))),
    ...CASE_RULES.flatMap((rule) => rule(facts, context)),
  ];
  const records = new Map(clashes.map((clash) => toRecord(clash, context)).map((record) => [record.id, record]));
  return [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toRecord({ kind, severity, sides, detail }: Clash, { originOf }: ClashContext): Contradiction {
  const taken = new Set<string>();
  const ids = sides.map((side) => {
    const own = sorted(side.map(({ claim }) => claim.id))
      .filter((id) => !taken.has(id))
      .slice(0, MOST);
    for (const id of own) taken.add(id);
    return own;
  });
  const origins = new Set(sides.flat().map(originOf));
  return {
    id: contentId('contradiction', kind, detail, ...ids.flat()),
    kind,
    severity,
    within: origins.size === 1 ? 'one-origin' : 'between-origins',
    sides: ids,
    detail: detail.replace(/\s+/g, ' '),
  };
}
