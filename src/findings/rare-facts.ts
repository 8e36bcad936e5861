import type { Entity, Literal, Span } from '../model/index.ts';
import { type ClaimEvidence, type DocumentEvidence, type Evidence, passageAt } from './evidence.ts';
import { factKeys } from './fact-keys.ts';

type Bare = Omit<RareFact, 'sentence'>;

/** Something particular that a document states, with how much sharing it says and where it stands. */
export interface RareFact {
  readonly key: string;
  readonly kind: 'name' | 'value' | 'fact' | 'quotation';
  readonly weight: number;
  readonly span: Span;
  /** Start of the sentence it stands in: what one sentence states is one fact, however many particulars it has. */
  readonly sentence: number;
}

/**
 * How telling it is that two texts share a name of each type. Countries, governments and publications are in every text of a
 * subject; a product designation or a person hardly ever comes up in two independent reports.
 */
const NAME_WEIGHTS: Readonly<Record<Entity['type'], number>> = {
  Person: 1,
  WeaponSystem: 1,
  Vessel: 1.5,
  Product: 1,
  Company: 0.75,
  Organization: 0.5,
  Event: 0.5,
  Place: 0.25,
  PublicBody: 0.25,
  Document: 0,
  Publication: 0,
};

const LEFT_OUT: ReadonlySet<string> = new Set(['boilerplate', 'comment', 'caption']);

/**
 * What a document states that another would share only by telling of the same: names, values, who did what to whom, quotations.
 * Unnamed people and things take no part: that "experts" here are the "experts" there is what origins shall tell, not be told.
 */
export function rareFacts(document: DocumentEvidence, evidence: Evidence): RareFact[] {
  const isArticle = (span: Span): boolean => !LEFT_OUT.has(passageAt(document.passages, span.start)?.kind ?? '');
  const found = new Map<string, RareFact>();
  const add = (bare: Bare): void => {
    const passage = passageAt(document.passages, bare.span.start);
    const within = passage?.sentences.find(({ start, end }) => start <= bare.span.start && bare.span.start < end);
    const fact = { ...bare, sentence: within?.start ?? passage?.start ?? 0 };
    const known = found.get(fact.key);
    if (fact.weight > 0 && (known === undefined || known.weight < fact.weight)) found.set(fact.key, fact);
  };
  for (const mention of document.mentions) {
    const entity = evidence.entity(evidence.entityOfMention(mention.id) ?? '');
    if (!entity?.named || !isArticle(mention)) continue;
    add({ key: `name ${entity.id}`, kind: 'name', weight: nameWeight(entity), span: mention });
  }
  for (const literal of document.literals) if (isArticle(literal)) add(valueFact(literal));
  for (const claim of document.claims)
    if (isArticle(claim.claim)) for (const fact of claimFacts(claim, evidence)) add(fact);
  for (const fact of quotations(document.document.text)) if (isArticle(fact.span)) add(fact);
  return [...found.values()];
}

function nameWeight(entity: Entity): number {
  const designation = /\p{L}.*\p{N}|\p{N}.*\p{L}/u.test(entity.canonical) ? 0.5 : 0;
  return NAME_WEIGHTS[entity.type] + (entity.type === 'Place' ? 0 : designation);
}

/** "70 kg" and "up to 70 kg" are one value; a year or a small count is hardly rare, 93,000 is. */
function valueFact(literal: Literal): Bare {
  const norm = literal.norm.replace(/^(?:[~=]|[<>]=?)/, '');
  const fact = (weight: number): Bare => ({ key: `value ${norm}`, kind: 'value', weight, span: literal });
  switch (literal.kind) {
    case 'date':
      if (/^\d{4}-\d\d-\d\d$/.test(norm)) return fact(1);
      return fact(/^\d{4}$/.test(norm) || literal.time?.edtf === null ? 0 : 0.75);
    case 'money':
    case 'length':
    case 'mass':
    case 'area':
      return fact(1.5);
    case 'count': {
      const number = Number(norm);
      return fact(number >= 1000 ? 1.5 : number > 20 ? 1 : number > 2 ? 0.25 : 0);
    }
    case 'identifier':
      return fact(2);
    case 'rate':
    case 'duration':
    case 'factor':
    case 'percent':
      return fact(0.5);
    case 'currency':
      return fact(0);
    default:
      return literal.kind satisfies never;
  }
}

/** Who did what to whom, by names only; a standing fact (ownership, seat) is background that every report repeats. */
function claimFacts(claim: ClaimEvidence, evidence: Evidence): Bare[] {
  if (claim.rule.nature === 'voice') return [];
  const keys = factKeys(claim, (id) => ({ keys: evidence.entity(id)?.named ? [id] : [], named: true }), null);
  const weight = (claim.rule.nature === 'event' ? 1 : 0.25) / Math.max(keys.length, 1);
  const facts = keys.map((key): Bare => ({ key: `fact ${key}`, kind: 'fact', weight, span: claim.claim }));
  const { value } = claim.claim;
  if (value === null || Number(value.number) <= 2) return facts;
  const worth = Number(value.number) > 20 ? 1.5 : 1;
  return [
    ...facts,
    { key: `fact ${claim.rule.family} ${value.number} ${value.unit}`, kind: 'fact', weight: worth, span: claim.claim },
  ];
}

/** Words in quotation marks, six or more, by their first and last five words: writers cut quotations at either end. */
function quotations(text: string): Bare[] {
  const facts: Bare[] = [];
  for (const match of text.matchAll(/[“«„"]([^“”«»„"]{20,600})[”»“"]/gu)) {
    const words = (match[1] ?? '').toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
    if (words.length < 6) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    for (const five of [words.slice(0, 5), words.slice(-5)]) {
      facts.push({ key: `quotation ${five.join(' ')}`, kind: 'quotation', weight: 1, span });
    }
  }
  return facts;
}
