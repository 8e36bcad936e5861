import type { PartLikeness } from './compare-parts.ts';
import type { Alignment, Edge, NamePair, WeighedWord } from './name-pair.ts';

const SPACING = 0.97;
const INITIAL = 0.9;
/** Weight of an initial in an organisation's name ("named after I. Dornin"): nearly every name has a word with that letter. */
const INITIAL_OF_WORD = 0.1;
/** Patronymics share their endings, so they must be more alike than other words. */
const LEAST_PATRONYMIC = 0.85;

/** Pairs the words of two names, the weightiest likenesses first; the order of words does not matter. */
export function align(pair: NamePair): Alignment {
  const edges: Edge[] = [];
  for (let j = 0; j < pair.right.length; j++) {
    for (let i = 0; i < pair.left.length; i++) {
      const [left, right] = [pair.left[i], pair.right[j]];
      if (!left || !right) continue;
      const own = edgeOf(left, right, pair.likenesses.ofWords(i, j), pair);
      if (own) edges.push({ left: [i], right: [j], ...own });
      addSpacing(edges, i, j, pair);
    }
  }
  return choose(edges, pair.left.length, pair.right.length);
}

type Likeness = Pick<Edge, 'score' | 'feature' | 'weight'>;

function edgeOf(
  left: WeighedWord,
  right: WeighedWord,
  own: PartLikeness | null,
  { reading }: NamePair,
): Likeness | null {
  const weight = (left.weight + right.weight) / 2;
  if (left.role === 'legal' && right.role === 'legal')
    return left.concept === right.concept ? { score: 1, feature: 'legal-form', weight: 0 } : null;
  // A particle is no given name, however alike ("van", "Ivan").
  if ((left.role === 'particle') !== (right.role === 'particle') && left.latin !== right.latin) return null;
  const arePatronymics = left.role === 'patronymic' && right.role === 'patronymic';
  if (own && !(arePatronymics && own.score < LEAST_PATRONYMIC))
    return { score: own.score, feature: own.feature, weight };
  if (!isInitialOf(left, right)) return null;
  return { score: INITIAL, feature: 'initial', weight: reading === 'person' ? Math.max(0.3, weight) : INITIAL_OF_WORD };
}

/** Two words on one side that are written together on the other. */
function addSpacing(edges: Edge[], i: number, j: number, { left, right, likenesses }: NamePair): void {
  const [own, listed, nextOwn, nextListed] = [left[i], right[j], left[i + 1], right[j + 1]];
  if (!own || !listed) return;
  const apart = nextListed ? likenesses.ofRightTogether(i, j) : null;
  if (apart && nextListed)
    edges.push({ left: [i], right: [j, j + 1], ...spaced(apart, own.weight, listed.weight + nextListed.weight) });
  const together = nextOwn ? likenesses.ofLeftTogether(i, j) : null;
  if (together && nextOwn)
    edges.push({ left: [i, i + 1], right: [j], ...spaced(together, own.weight + nextOwn.weight, listed.weight) });
}

const spaced = ({ score }: PartLikeness, left: number, right: number): Likeness => ({
  score: score * SPACING,
  feature: 'spacing',
  weight: Math.max(left, right),
});

function isInitialOf(left: WeighedWord, right: WeighedWord): boolean {
  if ((left.role === 'initial') === (right.role === 'initial')) return false;
  const [initial, word] = left.role === 'initial' ? [left, right] : [right, left];
  if (word.role !== 'name' && word.role !== 'patronymic') return false;
  if (word.latin.startsWith(initial.latin)) return true;
  // "Yevgeny" and "Evgeny", "Yu." and "Iurii": a glide before the vowel is written or not.
  const [sounds, first] = [word.sounds.replace(/^[iJ](?=[aeou])/, ''), initial.sounds.replace(/^[iJ](?=[aeou])/, '')];
  return first !== '' && sounds.startsWith(first);
}

const value = ({ score, weight, left, right }: Edge): number =>
  score * (weight + 0.01) * (left.length + right.length > 2 ? 1.02 : 1);

function isTaken(positions: readonly number[], used: Uint8Array): boolean {
  for (const at of positions) if (used[at] !== 0) return true;
  return false;
}

function choose(edges: Edge[], lefts: number, rights: number): Alignment {
  if (edges.length > 1) edges.sort((a, b) => value(b) - value(a));
  const usedLeft = new Uint8Array(lefts + 1);
  const usedRight = new Uint8Array(rights + 1);
  const chosen: Edge[] = [];
  for (const candidate of edges) {
    if (isTaken(candidate.left, usedLeft) || isTaken(candidate.right, usedRight)) continue;
    for (const at of candidate.left) usedLeft[at] = 1;
    for (const at of candidate.right) usedRight[at] = 1;
    chosen.push(candidate);
  }
  return { edges: chosen, leftOver: unused(usedLeft, lefts), rightOver: unused(usedRight, rights) };
}

function unused(used: Uint8Array, count: number): number[] {
  const rest: number[] = [];
  for (let at = 0; at < count; at++) if (used[at] === 0) rest.push(at);
  return rest;
}
