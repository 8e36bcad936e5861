import { isGoods, isPartOf, isPlaceOfBody, type PublicBodyKey } from '../names/index.ts';
import type { Group } from './group.ts';
import type { Item } from './item.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Context } from './within-document.ts';

/** Follows `sameAs` of one document's mentions, as the mention stage saw them ("Vega" for "JSC Vega", "(V3)"). */
export function followAliases(items: readonly Item[], groups: readonly Group[], { judge, vocabulary }: Context): void {
  const groupOf = new Map(groups.flatMap((group) => group.items.map((item) => [item.at, group] as const)));
  for (const [target, others] of listAliases(items)) {
    const fullest = fullestName(target, others, vocabulary);
    for (const item of [target, ...others]) {
      const group = groupOf.get(item.at);
      if (item === fullest || !isPlausible(item, fullest) || isPartOnly(item, fullest, group, vocabulary)) continue;
      const joined = judge.same(item, fullest, {
        rule: 'named-again',
        score: 0.9,
        reasons: [{ feature: 'alias-in-document', score: 0.9, left: item.mention.text, right: fullest.mention.text }],
      });
      if (joined && group && isShorter(item, fullest, vocabulary)) group.longer = fullest;
    }
  }
}

/** Mentions that others name again, in order, with those others. */
function listAliases(items: readonly Item[]): Map<Item, Item[]> {
  const byId = new Map(items.map((item) => [item.mention.id, item]));
  const aliases = new Map<Item, Item[]>();
  for (const item of items) {
    const target = item.mention.sameAs === null ? undefined : byId.get(item.mention.sameAs);
    if (!target || target === item) continue;
    const known = aliases.get(target);
    if (known) known.push(item);
    else aliases.set(target, [item]);
  }
  return aliases;
}

/** The name of most words among those said to be one: a heading may give but a word of it, which proves nothing of the others. */
function fullestName(target: Item, others: readonly Item[], vocabulary: Vocabulary): Item {
  if (target.sense !== 'name') return target;
  const size = (item: Item) => vocabulary.nameOf(item).tokens.length;
  return others
    .filter(({ sense }) => sense === 'name')
    .reduce((fullest, item) => (size(item) > size(fullest) ? item : fullest), target);
}

/** A name with a legal form is a full name, however many words another one has. */
function isShorter(item: Item, fullest: Item, vocabulary: Vocabulary): boolean {
  const { tokens } = vocabulary.nameOf(item);
  return tokens.length < vocabulary.nameOf(fullest).tokens.length && !tokens.some(({ role }) => role === 'legal');
}

/** How often a document says a word for goods before it is believed to mean the company. */
const REPEATED = 3;

/** Whether an alias is but a word of the name that means something else alone: a place, or goods unless said again and again. */
function isPartOnly(item: Item, fullest: Item, group: Group | undefined, vocabulary: Vocabulary): boolean {
  if (item.sense !== 'name' || fullest.sense !== 'name') return false;
  const [short, long] = [vocabulary.nameOf(item), vocabulary.nameOf(fullest)];
  if (short.tokens.length >= long.tokens.length || !isPartOf(short, long)) return false;
  if (isPlaceOfBody(short, long, vocabulary.lexicon)) return true;
  return (
    isGoods(short, vocabulary.lexicon) && !isGoods(long, vocabulary.lexicon) && (group?.items.length ?? 0) < REPEATED
  );
}

/**
 * Whether one may be another name of the other. A public body that is understood word by word (a ministry of a country) bears no other
 * name than an abbreviation, and another body or country is another thing, whatever a bracket seems to say.
 */
function isPlausible(left: Item, right: Item): boolean {
  if (left.sense === 'description' || right.sense === 'description') return true;
  if (left.sense === 'place' || right.sense === 'place')
    return left.sense === right.sense && !(left.isCountry && right.isCountry);
  if (left.body && right.body) return agrees(left.body, right.body);
  if (!left.body && !right.body) return true;
  const name = left.body ? right : left;
  return /^\p{Lu}[\p{Lu}\p{N}.-]*$/u.test(name.mention.text);
}

const agrees = (left: PublicBodyKey, right: PublicBodyKey): boolean =>
  left.country === null ||
  right.country === null ||
  (left.country === right.country && left.kind === right.kind && left.portfolio === right.portfolio);
