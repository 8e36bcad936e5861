import type { Lexicons } from '../model/index.ts';
import { type Description, readDescription } from './description.ts';
import type { Item } from './item.ts';
import type { Judge } from './judge.ts';

/**
 * Joins descriptions of one document that mean the same. Of parties the later one must point back ("the Ruritanian firm") and say more than its head word, nothing of
 * it disagree with an earlier one, and no other fit as well; or both are equal in many words. "The firm" alone, and two mentions of
 * "Ruritanian firms", may mean anybody.
 */
export function joinDescriptions(items: readonly Item[], judge: Judge, lexicons: Lexicons): void {
  const earlier: Described[] = [];
  for (const item of items) {
    if (item.sense !== 'description') continue;
    const description = readDescription(item.mention.text, lexicons);
    const agrees = PARTIES.has(item.mention.type) ? agree : agreeLoosely;
    const fitting = description.isNew ? [] : earlier.filter((other) => agrees(other.description, description));
    const meant = fitting.at(-1);
    const isClear = !PARTIES.has(item.mention.type) || fitting.every(({ group }) => group === meant?.group);
    const group = meant && isClear ? meant.group : earlier.length;
    if (meant && isClear) judge.same(meant.item, item, ruling('same-description', 0.7, meant.item, item));
    earlier.push({ item, description, group });
  }
}

interface Described {
  readonly item: Item;
  readonly description: Description;
  /** Descriptions of one group are taken to mean the same. */
  readonly group: number;
}

/** Who can have done something: a wrong merger puts one's deeds on another. */
const PARTIES: ReadonlySet<string> = new Set(['Company', 'Person']);

/** So many equal words are one wording, whether it points back or not. */
const WORDY = 3;

function agree(earlier: Description, later: Description): boolean {
  if (earlier.plural !== later.plural || !sameCount(earlier, later)) return false;
  const isEqual = earlier.head === later.head && earlier.words.join(' ') === later.words.join(' ');
  if (isEqual && later.words.length >= WORDY) return true;
  if (!later.isKnown) return false;
  if (isEqual) return later.words.length > 1;
  if (earlier.role === null || earlier.role !== later.role) return false;
  if (later.countries.length > 0 && earlier.countries.join() !== later.countries.join()) return false;
  if (later.countries.length + later.modifiers.length === 0) return false;
  return later.modifiers.every((word) => earlier.words.includes(word));
}

/** Of sources and papers: equal role, number and nationality, no telling word of the later one that the earlier lacks. */
function agreeLoosely(earlier: Description, later: Description): boolean {
  if (earlier.head === later.head && earlier.words.join(' ') === later.words.join(' ')) return true;
  if (earlier.role === null || earlier.role !== later.role || earlier.plural !== later.plural) return false;
  if (!sameCount(earlier, later)) return false;
  const kept = later.modifiers.every((word) => earlier.words.includes(word));
  if (later.isKnown && later.countries.length === 0)
    return kept && (earlier.head === later.head || later.modifiers.length === 0);
  if (earlier.countries.join() !== later.countries.join()) return false;
  return earlier.head === later.head ? kept : kept && later.modifiers.length === earlier.modifiers.length;
}

const sameCount = ({ count }: Description, later: Description): boolean =>
  count === null || later.count === null || count === later.count;

const ruling = (rule: string, score: number, left: Item, right: Item) => ({
  rule,
  score,
  reasons: [{ feature: rule, score, left: left.mention.text, right: right.mention.text }],
});

/** So many telling words in equal order are no coincidence. */
const LONG = 4;

/**
 * Joins over documents what is described so fully that it is as good as named: a war by the countries it is fought over, and
 * descriptions of many equal words. Other descriptions never meet across documents: two texts that both speak of "officials"
 * need not mean the same ones.
 */
export function joinDescribedEvents(items: readonly Item[], judge: Judge, lexicons: Lexicons): void {
  const wars: { item: Item; countries: readonly string[] }[] = [];
  const long = new Map<string, Item>();
  for (const item of items) {
    if (item.sense !== 'description' && item.mention.type !== 'Event') continue;
    const { role, countries, words } = readDescription(item.mention.text, lexicons);
    if (item.mention.type === 'Event' && role === 'war' && countries.length > 0) {
      const known = wars.find((war) => isWithin(war.countries, countries) || isWithin(countries, war.countries));
      if (known) judge.same(known.item, item, ruling('same-war', 0.8, known.item, item));
      else wars.push({ item, countries });
    } else if (item.sense === 'description' && words.length >= LONG) {
      const key = words.join(' ');
      const known = long.get(key);
      if (known) judge.same(known, item, ruling('same-long-description', 0.75, known, item));
      else long.set(key, item);
    }
  }
}

const isWithin = (part: readonly string[], whole: readonly string[]): boolean =>
  part.every((code) => whole.includes(code));
