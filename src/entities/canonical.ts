import type { EntityName } from '../model/index.ts';
import { compareText } from '../text/index.ts';
import type { Item } from './item.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is known of the names of a case. */
export interface NamingContext {
  readonly vocabulary: Vocabulary;
  /** Keys of names that are case forms of others. */
  readonly caseForms: ReadonlySet<string>;
}

/** A name an entity may be called by. */
interface Choice {
  readonly text: string;
  readonly count: number;
  readonly key: string;
  /** 0..3: without a flaw of writing, not in capitals throughout, not a case form of another of the names. */
  readonly clean: number;
  /** 0..2: a single word or acronym, more words, given name and surname or legal form or country. */
  readonly full: number;
}

/**
 * The name to call an entity by: of those in its commonest script that are said at least a tenth as often as the commonest one, the cleanest; of
 * these a full name rather than a short form, then the commonest. Length alone makes no name better: the longest of a pile is the one that took in a
 * word of something else. `items` are those that bear the names.
 */
export function chooseName(names: readonly EntityName[], items: readonly Item[], context: NamingContext): string {
  const perScript = new Map<string, number>();
  for (const { script, count } of names) perScript.set(script, (perScript.get(script) ?? 0) + count);
  const [script] = [...perScript].sort(([a, m], [b, n]) => n - m || compareText(a, b))[0] ?? ['Zyyy'];
  const own = names.filter((name) => name.script === script);
  const most = own[0]?.count ?? 0;
  const bearers = new Map(items.toReversed().map((item) => [item.mention.text, item]));
  const choices = own
    .filter(({ count }) => count * 10 >= most)
    .flatMap((name) => choiceOf(name, bearers.get(name.text), { ...context, others: [...bearers.values()] }));
  const times = new Map<string, number>();
  for (const { key, count } of choices) times.set(key, (times.get(key) ?? 0) + count);
  const [best] = choices.sort(
    (a, b) =>
      b.clean - a.clean ||
      b.full - a.full ||
      (times.get(b.key) ?? 0) - (times.get(a.key) ?? 0) ||
      b.count - a.count ||
      b.text.length - a.text.length ||
      compareText(a.text, b.text),
  );
  return best?.text ?? '';
}

interface Among extends NamingContext {
  readonly others: readonly Item[];
}

function choiceOf(
  { text, count }: EntityName,
  item: Item | undefined,
  { vocabulary, caseForms, others }: Among,
): Choice[] {
  if (!item) return [];
  const inflected = caseForms.has(item.key) || others.some((other) => isCaseForm(item.key, other.key));
  const clean = (isFlawed(text, item, vocabulary) ? 0 : 1) + (isShouted(text) ? 0 : 1) + (inflected ? 0 : 1);
  return [{ text, count, key: item.key, clean, full: fullness(item, vocabulary) }];
}

const ENDING = 3;

/** "dornini" beside "dornin", "орловичу" beside "орлович": the same words with an ending more. */
const isCaseForm = (key: string, bare: string): boolean =>
  key !== bare &&
  bare.length > ENDING &&
  key.startsWith(bare) &&
  key.length - bare.length <= ENDING &&
  !key.slice(bare.length).includes(' ');

/** A name broken at the end of a line, a person's name turned round, a mark that opens and does not close. */
function isFlawed(text: string, item: Item, vocabulary: Vocabulary): boolean {
  if (item.sense === 'name' && vocabulary.nameOf(item).kind === 'person' && /[,/]/.test(text)) return true;
  if (/\s\s|[\n\r\t]/.test(text)) return true;
  const opened = (text.match(/[(«“„]/gu) ?? []).length;
  const closed = (text.match(/[)»”]/gu) ?? []).length;
  return opened !== closed;
}

/** Capitals throughout; a short word may be an abbreviation. */
const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}{6}|\p{Lu}{3}\s+\p{Lu}{3}/u.test(text);

function fullness(item: Item, vocabulary: Vocabulary): number {
  // A place or body named by its adjective or seat is called by its commonest name: longer is not fuller there.
  if (item.sense === 'place') return 0;
  if (item.sense === 'body') return item.body?.country && item.key.includes(' ') ? 2 : item.key.includes(' ') ? 1 : 0;
  const { kind, tokens } = vocabulary.nameOf(item);
  const telling = tokens.filter(({ role }) => role !== 'legal' && role !== 'title' && role !== 'particle');
  if (kind === 'person') {
    const whole = telling.filter(({ role }) => role === 'core' || role === 'patronymic').length;
    return whole > 1 ? 2 : telling.length > 1 ? 1 : 0;
  }
  if (kind === 'organisation' && tokens.some(({ role }) => role === 'legal') && telling.length > 0) return 2;
  if (kind === 'thing') return /\p{L}{3}/u.test(item.mention.text) ? 1 : 0;
  return telling.length > 1 ? 1 : 0;
}
