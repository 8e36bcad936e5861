import {
  type AttributionLink,
  type CaseView,
  type Claim,
  type Document,
  type Mention,
  type Predicate,
  SELF,
} from '../model/index.ts';
import { shown } from './output.ts';

/** Look-ups that turn ids of a case into words for the terminal. */
export interface Names {
  readonly mention: (id: string) => string;
  readonly entity: (id: string) => string;
  readonly claim: (id: string) => Claim | undefined;
  readonly document: (id: string) => Document | undefined;
  readonly documentOf: (claimId: string) => Document | undefined;
}

export function namesOf(view: CaseView): Names {
  const mentions = new Map<string, Mention>();
  const claims = new Map<string, Claim>();
  const homes = new Map<string, string>();
  for (const extraction of view.extractions) {
    for (const mention of extraction.mentions) mentions.set(mention.id, mention);
    for (const claim of extraction.claims) {
      claims.set(claim.id, claim);
      homes.set(claim.id, extraction.document);
    }
  }
  const documents = new Map(view.documents.map((document) => [document.id, document]));
  const canonical = new Map(view.resolution.entities.map(({ id, canonical }) => [id, canonical]));
  const entityOf = new Map(
    view.resolution.entities.flatMap(({ id, mentions }) => mentions.map((mention) => [mention, id] as const)),
  );
  const entity = (id: string): string => (id === SELF ? 'the text itself' : shown(canonical.get(id) ?? id));
  return {
    entity,
    mention: (id) => {
      if (id === SELF) return 'the text itself';
      const owner = entityOf.get(id);
      return owner === undefined ? shown(mentions.get(id)?.text ?? id) : entity(owner);
    },
    claim: (id) => claims.get(id),
    document: (id) => documents.get(id),
    documentOf: (id) => documents.get(homes.get(id) ?? ''),
  };
}

/** The chain from the text to the innermost speaker: `the text itself ← Reuters ← officials and documents`. */
export function chainText(attribution: readonly AttributionLink[], names: Names): string {
  return attribution.map(({ sources }) => listed(sources.map(names.mention))).join(' ← ');
}

/** `A`, `A and B`, `A, B and C`; a dash for nothing. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return '—';
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** Predicates that say no by themselves: a negative claim of theirs needs no second one. */
const SAYS_NO: ReadonlySet<Predicate> = new Set(['no_comment', 'denies']);

/** `subject predicate object (theme; value; time; place)` in the words of the case. */
export function readingOf(claim: Claim, names: Names): string {
  const parts = (ids: readonly string[]) => listed(ids.map(names.mention));
  const details = [
    claim.theme.length > 0 ? parts(claim.theme) : '',
    claim.value ? `${claim.value.op === '=' ? '' : claim.value.op}${claim.value.number} ${claim.value.unit}` : '',
    claim.time ? (claim.time.edtf ?? shown(claim.time.text)) : '',
    claim.place.length > 0 ? `in ${parts(claim.place)}` : '',
  ].filter((detail) => detail !== '');
  const object = claim.object.length > 0 ? ` ${parts(claim.object)}` : '';
  const negation = claim.polarity === 'negative' && !SAYS_NO.has(claim.predicate) ? 'NOT ' : '';
  return `${parts(claim.subject)} ${negation}${claim.predicate}${object}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
}
