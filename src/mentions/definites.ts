import type { Mention } from '../model/index.ts';
import type { Sentence, Word } from './words.ts';

const HEADS = new Set([
  'ministry',
  'department',
  'agency',
  'court',
  'embassy',
  'parliament',
  'commission',
  'prosecutor’s office',
  'bureau',
  'treasury',
  'committee',
  'directorate',
  'navy',
  'army',
]);
const QUALIFIERS = new Set([
  'foreign',
  'defense',
  'defence',
  'finance',
  'justice',
  'interior',
  'trade',
  'commerce',
  'state',
  'treasury',
  'energy',
  'transport',
  'economy',
  'supreme',
  'industry',
  'intelligence',
  'security',
  'customs',
  'space',
]);
const SPOKEN =
  /^(?:said|says|told|stated|added|denied|denies|confirmed|announced|insisted|declined|refused|noted|warned|claimed|rejected|responded|replied|did|has|had|is|was|maintains|accused|alleged)$/;

/** A definite short form ("the ministry", "the foreign ministry") before it is an id of its own. */
export interface Definite {
  readonly start: number;
  readonly end: number;
  readonly antecedent: Mention;
}

/** How a mention stands in its sentence; a short form rather goes back to a mention that stood alike. */
function isActor(words: readonly Word[], from: number, to: number): boolean {
  const before = words[from - 1];
  const after = words[to + 1];
  const ahead = words[to + 2];
  if (before?.kind === 'lower' && /^(?:to|from|by|with|for|at|of|informed|told|asked|sent)$/.test(before.lower))
    return false;
  return (
    SPOKEN.test(after?.lower ?? '') || SPOKEN.test(ahead?.lower ?? '') || before === undefined || after?.text === ','
  );
}

/** How many of the latest bodies a short form can go back to. */
const REMEMBERED = 60;

interface Antecedent {
  readonly mention: Mention;
  readonly words: ReadonlySet<string>;
  readonly actor: boolean;
}

/**
 * Definite short forms of public bodies named before in the document. Of the bodies that fit, the latest that stood in the same role
 * (speaking, or spoken to) is meant, else the latest.
 */
export function findDefinites(sentences: readonly Sentence[], mentions: readonly Mention[]): Definite[] {
  const found: Definite[] = [];
  const bodies: Antecedent[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const { words } = sentence;
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (!word) continue;
      while (next < mentions.length && (mentions[next]?.end ?? 0) <= word.start) {
        const mention = mentions[next];
        next++;
        if (mention?.type === 'PublicBody' && mention.named) bodies.push(antecedentOf(mention, words));
      }
      const to = definiteAt(words, at);
      if (to < 0) continue;
      const last = words[to];
      const covered = mentions[next];
      if (!last || (covered && covered.start < last.end)) continue;
      const wanted = words.slice(at + 1, to + 1).map((each) => each.lower);
      const fitting = bodies
        .slice(-REMEMBERED)
        .filter((body) => wanted.every((each) => body.words.has(each) || body.words.has(spelledOtherwise(each))));
      const actor = isActor(words, at, to);
      const body = fitting.findLast((each) => each.actor === actor) ?? fitting.at(-1);
      if (!body) continue;
      found.push({ start: word.start, end: last.end, antecedent: body.mention });
      at = to;
    }
  }
  return found;
}

function antecedentOf(mention: Mention, words: readonly Word[]): Antecedent {
  const from = words.findIndex((word) => word.start >= mention.start);
  const to = words.findLastIndex((word) => word.end <= mention.end);
  const parts = mention.text.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  return { mention, words: new Set(parts), actor: from >= 0 && to >= from ? isActor(words, from, to) : false };
}

const spelledOtherwise = (word: string): string =>
  word === 'defense' ? 'defence' : word === 'defence' ? 'defense' : word;

/** Index of the head when "the (foreign) ministry" begins at `at`, else -1. */
function definiteAt(words: readonly Word[], at: number): number {
  const article = words[at];
  if (article?.lower !== 'the') return -1;
  let to = at + 1;
  if (QUALIFIERS.has(words[to]?.lower ?? '') && words[to + 1]) to++;
  const head = words[to];
  if (!head || head.kind === 'punctuation' || !HEADS.has(head.lower)) return -1;
  const after = words[to + 1];
  return after?.lower === 'of' || after?.kind === 'name' || head.hyphened ? -1 : to;
}
