import type { Entity, EntityName, Predicate } from '../../model/index.ts';
import { compareText } from '../../text/index.ts';
import { anchorOf, type CaseIndex, isActor } from '../case-index.ts';
import type { Block, Cell, Line, Section } from '../dossier.ts';
import { mentionEvidence, requireClaim } from '../evidence.ts';
import { wordCountry } from '../quantity.ts';
import { cell, count, datum, founded, plain, say, text } from '../runs.ts';
import { readStances } from '../stances.ts';

/** Claims about what somebody is: who owns, leads, employs, flags or lists them. */
const STANDING: ReadonlySet<Predicate> = new Set([
  'owned_by',
  'owns_operates',
  'managed_by',
  'role_of',
  'employed_by',
  'associated_with',
  'also_known_as',
  'renamed_as',
  'located_in',
  'flagged_in',
  'established',
  'origin_country',
  'sanctioned_by',
]);

interface Actor {
  readonly entity: Entity;
  /** Claims about it. */
  readonly claims: readonly string[];
  /** How many claims name it as their source. */
  readonly cited: number;
}

/** Named actors, those that figure in most claims first. */
function findActors(index: CaseIndex): Actor[] {
  const claimsOf = new Map<string, Set<string>>();
  const citedBy = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, mentions: readonly string[], claim: string): void => {
    for (const mention of mentions) {
      const entity = index.entityOf.get(mention);
      if (entity) map.set(entity.id, (map.get(entity.id) ?? new Set()).add(claim));
    }
  };
  for (const { claim } of index.claims.values()) {
    note(claimsOf, [...claim.subject, ...claim.object, ...claim.theme], claim.id);
    note(
      citedBy,
      claim.attribution.flatMap((link) => link.sources),
      claim.id,
    );
  }
  return index.view.resolution.entities
    .filter(isActor)
    .map((entity) => ({
      entity,
      claims: index.standing([...(claimsOf.get(entity.id) ?? [])]),
      cited: citedBy.get(entity.id)?.size ?? 0,
    }))
    .sort(
      (a, b) =>
        b.claims.length - a.claims.length ||
        b.cited - a.cited ||
        b.entity.mentions.length - a.entity.mentions.length ||
        compareText(a.entity.canonical, b.entity.canonical) ||
        compareText(a.entity.id, b.entity.id),
    );
}

/** Where a name, or a piece of it, is read: the first mention in the order of documents that satisfies `holds`. */
function firstMention(
  entity: Entity,
  index: CaseIndex,
  holds: (text: string, identifiers: readonly string[]) => boolean,
): string[] {
  const found = entity.mentions.find((id) => {
    const mention = index.mentions.get(id)?.mention;
    return mention && holds(mention.text, Object.values(mention.identifiers));
  });
  const shown = found ?? entity.mentions.find((id) => index.mentions.has(id));
  return shown === undefined ? [] : [mentionEvidence(shown)];
}

const wordTimes = (times: number): string => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`);

function showName(name: EntityName, entity: Entity, index: CaseIndex): Line {
  const evidence = firstMention(entity, index, (words) => words === name.text);
  // Latin is what a reader expects; another script is said.
  const script = name.script === 'Latn' ? '' : `${index.wording.label('script', name.script)}; `;
  return founded(evidence, [
    { kind: 'name', text: name.text, script: name.script, target: null },
    text(` (${script}${wordTimes(name.count)})`),
  ]);
}

function showIdentifiers(entity: Entity, index: CaseIndex): Line[] {
  return Object.entries(entity.identifiers)
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([scheme, values]) =>
      values.map((value) =>
        founded(
          firstMention(entity, index, (words, identifiers) => identifiers.includes(value) || words === value),
          [text(`${scheme.toUpperCase()} `), datum(value)],
        ),
      ),
    );
}

/** `company; 6 mentions, 5 claims, named as the source of 2 claims`. */
function wordActivity(type: string, { entity, claims, cited }: Actor): string {
  const source = cited === 0 ? '' : `, named as the source of ${count(cited, 'claim')}`;
  return `${type}; ${count(entity.mentions.length, 'mention')}, ${count(claims.length, 'claim')}${source}`;
}

function showActor({ entity, claims, cited }: Actor, index: CaseIndex): Block {
  const identifiers = showIdentifiers(entity, index);
  const standing = claims.filter((id) => STANDING.has(requireClaim(id, index).claim.predicate));
  const where = firstMention(entity, index, (words) => words === entity.canonical);
  const type = index.wording.label('type', entity.type);
  const country: { term: string; cell: Cell }[] =
    entity.country === null
      ? []
      : [{ term: 'Country', cell: cell(founded(where, [datum(wordCountry(entity.country))])) }];
  return {
    kind: 'card',
    id: anchorOf('actor', entity.id),
    title: [
      {
        kind: 'name',
        text: entity.canonical,
        script: entity.names.find((n) => n.text === entity.canonical)?.script ?? 'Zyyy',
        target: null,
      },
    ],
    blocks: [
      {
        kind: 'facts',
        facts: [
          {
            term: 'Type',
            cell: plain(wordActivity(type, { entity, claims, cited })),
          },
          { term: 'Names', cell: entity.names.map((name) => showName(name, entity, index)) },
          ...country,
          ...(identifiers.length > 0 ? [{ term: 'Identifiers', cell: identifiers }] : []),
        ],
      },
      ...(standing.length > 0
        ? [{ kind: 'list', items: readStances(standing, index).map((line) => cell(line)) } as const]
        : []),
    ],
  };
}

export function writeActors(index: CaseIndex): Section {
  const actors = findActors(index);
  const involved = actors.filter((actor) => actor.claims.length + actor.cited > 0);
  const named = actors.filter((actor) => actor.claims.length + actor.cited === 0);
  const blocks = involved.map((actor) => showActor(actor, index));
  if (named.length > 0) {
    blocks.push({
      kind: 'table',
      caption: 'Named in the documents, but in no claim',
      columns: ['Name', 'Type', 'Mentions'],
      rows: named.map(({ entity }) => [
        cell(
          founded(
            firstMention(entity, index, (words) => words === entity.canonical),
            [{ kind: 'name', text: entity.canonical, script: entity.names[0]?.script ?? 'Zyyy', target: null }],
          ),
        ),
        plain(index.wording.label('type', entity.type)),
        plain(String(entity.mentions.length)),
      ]),
    });
  }
  if (blocks.length === 0)
    blocks.push(
      say(
        'clew found no name of a person, company, body, vessel or product in the documents of this case. Read the documents.',
      ),
    );
  return { id: 'actors', title: 'Actors', about: 'world', blocks };
}
