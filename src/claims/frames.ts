import type { Literal, LiteralKind, Mention, MentionType } from '../model/index.ts';
import type { Draft, SentenceContext } from './draft.ts';
import type { Argument, Frame } from './grammar.ts';
import { nounClasses } from './syntax/lexicon.ts';
import { type NounList, type NounPhrase, readPhrase } from './syntax/noun-phrase.ts';
import { predicatedOf } from './syntax/predication.ts';
import type { Sentence } from './syntax/sentence.ts';

/** Gives the noun phrases in a grammatical role of the construction at hand, or `null`. */
export type RoleReader = (role: string) => NounList | null;

/** The words a construction covers, and how it is said. */
export interface Construction {
  readonly trigger: { readonly start: number; readonly end: number };
  /** First and last word (exclusive) of the clause, for the quotation. */
  readonly start: number;
  readonly end: number;
  readonly negative: boolean;
  readonly modal: string;
  readonly ownVoice: boolean;
  readonly speakers: readonly Mention[];
  readonly rule: string;
}

/** What a party says of its own attitude carries the party as its innermost source. */
const ATTITUDES: ReadonlySet<string> = new Set(['denies', 'states_position', 'opines', 'expresses_concern']);

const VALUE_KINDS: Readonly<Record<string, readonly LiteralKind[]>> = {
  money: ['money'],
  count: ['count'],
  duration: ['duration'],
  length: ['length'],
  mass: ['mass'],
  area: ['area'],
  rate: ['rate'],
  factor: ['factor'],
  percent: ['percent'],
};

/** The mention a phrase stands for in an argument: its own, the owner of "X's plant", or what a pronoun refers to. */
export function standsFor(
  phrase: NounPhrase,
  frame: Frame,
  argument: Argument,
  context: SentenceContext,
): readonly Mention[] {
  const allowed = frame.types[argument] ?? (argument === 'theme' ? GOODS : undefined);
  const fits = (mention: Mention): boolean => !allowed || allowed.has(mention.type);
  if (phrase.head) return fits(phrase.head) ? [phrase.head] : [];
  const classes = nounClasses(context.sentence.lexicon, phrase.noun);
  const owner = phrase.possessor ?? phrase.modifiers.at(-1) ?? null;
  if (owner && (classes?.has('site') || (classes?.has('staff') && argument !== 'object')))
    return fits(owner) ? [owner] : [];
  if (!owner && argument === 'object' && allowed?.has('Place') && classes?.has('site')) {
    const town = townOf(phrase, context.sentence);
    if (town) return [town];
  }
  const resolved = context.discourse.resolve(phrase, context.sentence).filter(fits);
  return resolved.length > 0 ? resolved : identified(phrase, context).filter(fits);
}

/** "the plant in X": a site without an owner stands for its town. */
function townOf(phrase: NounPhrase, { words, lexicon }: Sentence): Mention | null {
  if (!/^(?:in|near|at|outside)$/u.test(words[phrase.end]?.lower ?? '')) return null;
  const town = readPhrase(words, phrase.end + 1, lexicon)?.head;
  return town?.type === 'Place' ? town : null;
}

/** Whether the subject is a description that stands beside a name: what is said of it is said in passing. */
function apposed(frame: Frame, roles: RoleReader, context: SentenceContext): boolean {
  const slot = frame.slots.find(({ argument }) => argument === 'subject');
  const phrase = slot?.roles.map((role) => roles(role)?.phrases[0]).find((found) => found !== undefined);
  if (!phrase || phrase.head || phrase.pronoun !== '' || phrase.possessor) return false;
  return (
    /^(?:a|an|another)$/u.test(context.sentence.words[phrase.start]?.lower ?? '') &&
    predicatedOf(context.sentence, phrase)?.apposed === true
  );
}

/** Who "a parts dealer" is in "X, a parts dealer owned by Y", or "one of the firms" in "X was one of the firms sanctioned by Y". */
function identified(phrase: NounPhrase, context: SentenceContext): Mention[] {
  const { words } = context.sentence;
  const opener = words[phrase.start]?.lower ?? '';
  if (phrase.pronoun !== '' || phrase.possessor || !/^(?:a|an|one|another|the)$/u.test(opener)) return [];
  const list = predicatedOf(context.sentence, phrase)?.list;
  return list?.phrases.length === 1 && list.phrases[0]?.head ? [list.phrases[0].head] : [];
}

function membersOf(list: NounList | null, frame: Frame, argument: Argument, context: SentenceContext): Mention[] {
  const members = (list?.phrases ?? []).flatMap((phrase) => [...standsFor(phrase, frame, argument, context)]);
  return [...new Map(members.map((mention) => [mention.id, mention])).values()];
}

/** What can be moved, handed over or billed for when the table does not say. */
const GOODS: ReadonlySet<MentionType> = new Set(['WeaponSystem', 'Product', 'Vessel']);

const isGoodsType = (type: string): boolean => type === 'WeaponSystem' || type === 'Product' || type === 'Vessel';

/**
 * Whether what moves can be goods. `goods`: it must be ("obtain X"); `no-papers`: unless it is something written or said
 * ("supply", "send"). Without either condition anything does.
 */
function moves(frame: Frame, roles: RoleReader, sentence: Sentence): boolean {
  for (const condition of frame.conditions) {
    if (!condition.startsWith('obj=')) continue;
    const wanted = condition.slice(4);
    const is = (text: string): boolean => text === wanted || text === `${wanted}s`;
    const named = roles('obj')?.phrases.some(
      ({ noun, head }) => is(noun) || is(head?.text.toLowerCase().split(' ').at(-1) ?? ''),
    );
    if (!named) return false;
  }
  if (
    frame.conditions.has('deal') &&
    !roles('obj')?.phrases.some(({ noun }) => nounClasses(sentence.lexicon, noun)?.has('deal'))
  )
    return false;
  const strict = frame.conditions.has('goods');
  if (!strict && !frame.conditions.has('no-papers')) return true;
  const slot = frame.slots.find(({ argument }) => argument === 'theme');
  const lists = (slot?.roles ?? ['obj']).map((role) => roles(role));
  const phrases = lists.flatMap((list) => list?.phrases ?? []);
  const good =
    phrases.some(({ head }) => head && isGoodsType(head.type)) || lists.some((list) => isGoods(list, sentence));
  if (good) return true;
  if (strict) return false;
  return !phrases.some(
    ({ head, noun }) =>
      head?.type === 'Document' ||
      nounClasses(sentence.lexicon, noun)?.has('document') ||
      nounClasses(sentence.lexicon, noun)?.has('abstract'),
  );
}

/** Common nouns for goods ("drones", "components"): they fill a slot though no mention names them. */
const isGoods = (list: NounList | null, sentence: Sentence): boolean =>
  list?.phrases.some(({ noun, head }) => head === null && nounClasses(sentence.lexicon, noun)?.has('thing') === true) ??
  false;

const within = (literal: Literal, start: number, end: number): boolean => literal.start >= start && literal.end <= end;

/** The quantity a claim is about: inside the argument's own phrase when there is one, else after the trigger, else in the clause. */
function findValue(
  sentence: Sentence,
  kinds: readonly string[],
  at: Construction,
  lists: readonly (NounList | null)[],
): Literal | null {
  const { words, literals } = sentence;
  const wanted = kinds.flatMap((kind) => VALUE_KINDS[kind] ?? []);
  const start = words[at.start]?.start ?? sentence.start;
  const end = words[at.end - 1]?.end ?? sentence.end;
  const inside = literals.filter((literal) => wanted.includes(literal.kind) && within(literal, start, end));
  for (const list of lists) {
    if (!list) continue;
    const from = words[list.start]?.start ?? 0;
    const to = words[list.end - 1]?.end ?? 0;
    const own = inside.find((literal) => within(literal, from, to));
    if (own) return own;
  }
  const trigger = words[at.trigger.start]?.start ?? start;
  return inside.find((literal) => literal.start >= trigger) ?? inside.at(-1) ?? null;
}

/** A draft when every required argument of `frame` is filled by a mention of the right type, else `null`. */
export function fillFrame(frame: Frame, roles: RoleReader, at: Construction, context: SentenceContext): Draft | null {
  const { sentence } = context;
  const filled: Record<string, Mention[]> = { subject: [], object: [], theme: [], place: [] };
  const lists: (NounList | null)[] = [];
  const unnamed = new Set<Argument>();
  let value: Literal | null = null;
  for (const slot of frame.slots) {
    if (slot.argument === 'value') continue;
    for (const role of slot.roles) {
      const list = roles(role);
      const members = membersOf(list, frame, slot.argument, context);
      if (members.length === 0 && slot.goods && isGoods(list, sentence)) unnamed.add(slot.argument);
      if (members.length === 0 && slot.argument !== 'theme') continue;
      if (slot.argument !== 'subject') lists.push(list);
      if (members.length === 0) continue;
      filled[slot.argument] = members;
      break;
    }
    if (!slot.optional && filled[slot.argument]?.length === 0 && !unnamed.has(slot.argument)) return null;
  }
  const wanted = frame.slots.find(({ argument }) => argument === 'value');
  if (wanted) {
    value = findValue(sentence, wanted.roles, at, lists);
    if (!value && !wanted.optional) return null;
  }
  const { subject = [], object = [], theme = [], place = [] } = filled;
  if (!moves(frame, roles, sentence)) return null;
  if (subject.length === 0 && (!unnamed.has('subject') || object.every(({ named }) => !named))) return null;
  const same = (mention: Mention): boolean => subject.some(({ id }) => id === mention.id);
  if (object.some(same) || theme.some(same)) return null;
  if (frame.conditions.has('named') && !object.some(({ named }) => named)) return null;
  if (
    frame.conditions.has('same-type') &&
    !object.every(({ type }) => subject.some((mention) => mention.type === type))
  )
    return null;
  const { words } = sentence;
  return {
    start: words[at.start]?.start ?? sentence.start,
    end: words[at.end - 1]?.end ?? sentence.end,
    trigger: { start: words[at.trigger.start]?.start ?? 0, end: words[at.trigger.end - 1]?.end ?? 0 },
    predicate: frame.predicate,
    subject,
    object,
    theme: theme.filter((mention) => !object.includes(mention)),
    place: place.filter((mention) => mention.type === 'Place' && !object.includes(mention)),
    value,
    negative: at.negative,
    modal: at.modal,
    modality: null,
    votes: [],
    ownVoice: at.ownVoice || apposed(frame, roles, context),
    speakers: ATTITUDES.has(frame.predicate) ? subject : at.speakers,
    rule: at.rule,
  };
}

/** Index after the words that must follow a trigger, or -1. Adverbs and determiners between them do not matter. */
export function afterRest(sentence: Sentence, rest: Frame['rest'], from: number): number {
  const { words } = sentence;
  let at = from;
  let gap = 0;
  for (const [index, wanted] of rest.entries()) {
    if (wanted === '*') {
      gap = 5;
      continue;
    }
    let found = -1;
    for (let probe = at; probe <= at + gap && probe < words.length; probe++) {
      const word = words[probe];
      if (!word || word.class === 'stop') break;
      if (wanted.has(word.lower)) {
        found = probe;
        break;
      }
      if (word.class === 'adverb' || word.class === 'determiner' || word.class === 'quote') gap++;
    }
    if (found < 0) return -1;
    at = found + 1;
    gap = rest[index + 1] === '*' ? 5 : 0;
  }
  return at;
}
