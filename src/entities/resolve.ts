import type { DecisionState, Document, Extraction, Judgement, Lexicons, Resolution } from '../model/index.ts';
import { compareText } from '../text/index.ts';
import { linkAcrossDocuments } from './across-documents.ts';
import { followAliases } from './aliases.ts';
import { joinBodies, settleBodies, settleOpenBodies } from './bodies.ts';
import { applyPersonJudgements } from './by-person.ts';
import { Clusters } from './clusters.ts';
import { joinDescribedEvents, joinDescriptions } from './descriptions.ts';
import { toEntity } from './entity.ts';
import { type Group, groupBySurface } from './group.ts';
import { applyIdentifiers } from './identifiers.ts';
import { type Item, listItems } from './item.ts';
import { Judge } from './judge.ts';
import { joinPlaces } from './places.ts';
import { keepListedApart } from './side-by-side.ts';
import { Vocabulary } from './vocabulary.ts';
import { type Context, linkShortForms } from './within-document.ts';

/** Everything read so far, with decisions applied. */
export interface ResolutionInput {
  readonly documents: readonly Document[];
  readonly extractions: readonly Extraction[];
  readonly decisions: readonly DecisionState[];
}

/**
 * What the mentions of a case refer to. Persons' decisions come first and no rule goes behind them; then identifiers, then each
 * document by itself, then the documents together; a rule never reunites what an earlier step held apart.
 * Judgements are between mentions (their ids survive a change of clustering), once a case for each pair of names and rule.
 * The order of documents, extractions and mentions in the input does not matter; entities are sorted by id.
 */
export function resolveEntities(input: ResolutionInput, lexicons: Lexicons): Resolution {
  const items = listItems(input.documents, input.extractions, lexicons);
  const clusters = new Clusters(items.length);
  const byPersons = applyPersonJudgements(input.decisions, items, clusters);
  const judge = new Judge(clusters);
  const vocabulary = new Vocabulary(items, lexicons);
  const context: Context = { clusters, judge, vocabulary, caseForms: new Set() };

  applyIdentifiers(items, judge, clusters);
  keepListedApart(items, input.documents, judge);
  const { groups, open } = linkDocuments(items, context, lexicons);
  joinBodies(items, judge);
  settleOpenBodies(open, items, judge);
  joinPlaces(groups, context, lexicons);
  joinDescribedEvents(items, judge, lexicons);
  linkAcrossDocuments(groups, context, lexicons);

  return {
    entities: collect(items, context),
    judgements: [...byPersons, ...settledJudgements(judge.judgements, items, clusters)],
  };
}

function linkDocuments(
  items: readonly Item[],
  context: Context,
  lexicons: Lexicons,
): { groups: Group[]; open: Item[] } {
  const groups: Group[] = [];
  const open: Item[] = [];
  for (const own of byDocument(items)) {
    const named = groupBySurface(own, context.clusters);
    followAliases(own, named, context);
    open.push(...settleBodies(own, context.judge));
    linkShortForms(named, context);
    joinDescriptions(own, context.judge, lexicons);
    groups.push(...named);
  }
  return { groups, open };
}

/** Without the doubts that a later rule settled. */
function settledJudgements(judgements: readonly Judgement[], items: readonly Item[], clusters: Clusters): Judgement[] {
  const numbers = new Map(items.map(({ at, mention }) => [mention.id, at]));
  return judgements.filter(({ verdict, left, right }) => {
    const [l, r] = [numbers.get(left), numbers.get(right)];
    return verdict !== 'unsure' || l === undefined || r === undefined || !clusters.isSame(l, r);
  });
}

function byDocument(items: readonly Item[]): Item[][] {
  const documents = new Map<string, Item[]>();
  for (const item of items) {
    const own = documents.get(item.document);
    if (own) own.push(item);
    else documents.set(item.document, [item]);
  }
  return [...documents.values()];
}

function collect(items: readonly Item[], context: Context): Resolution['entities'] {
  const members = new Map<number, Item[]>();
  for (const item of items) {
    const root = context.clusters.find(item.at);
    const own = members.get(root);
    if (own) own.push(item);
    else members.set(root, [item]);
  }
  return [...members.values()].map((own) => toEntity(own, context)).sort((a, b) => compareText(a.id, b.id));
}
