import { type NamePart, PART_ROLES, type PartRole } from '../../names/index.ts';
import { latinOf, type NameIndex, soundsOf } from '../index/name-index.ts';
import { WEIGHT_OF_ROLE } from '../index/part-weights.ts';
import type { Seeker } from './candidates.ts';
import type { QueryName } from './query.ts';

/** A word of the listed name. */
export interface ListedPart {
  readonly token: number;
  readonly joined: number;
  readonly role: PartRole;
  readonly latin: string;
  readonly sounds: string;
  readonly concept: string | null;
  readonly weight: number;
}

/** Words of the query that stand for words of the listed name. */
export interface Edge {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly score: number;
  readonly feature: string;
  readonly weight: number;
}

export interface Alignment {
  readonly edges: readonly Edge[];
  readonly leftOver: readonly number[];
  readonly rightOver: readonly number[];
}

/** The words of name number `name`. */
export function listedParts(name: number, { names, tokens, concepts }: NameIndex): ListedPart[] {
  const parts: ListedPart[] = [];
  for (let at = names.partStart[name] ?? 0; at < (names.partStart[name + 1] ?? 0); at++) {
    const token = names.partToken[at] ?? 0;
    const role = names.partRole[at] ?? 0;
    parts.push({
      token,
      joined: names.partJoined[at] ?? -1,
      role: PART_ROLES[role] ?? 'name',
      latin: latinOf(tokens, token),
      sounds: soundsOf(tokens, token),
      concept: concepts[tokens.concept[token] ?? -1] ?? null,
      weight: (tokens.weight[token] ?? 1) * (WEIGHT_OF_ROLE[role] ?? 1),
    });
  }
  return parts;
}

const SPACING = 0.97;
const INITIAL = 0.9;
/** Weight of an initial in an organisation's name ("named after I. Dornin"): nearly every name has a word with that letter. */
const INITIAL_OF_WORD = 0.1;
/** Patronymics share their endings, so they must be more alike than other words. */
const LEAST_PATRONYMIC = 0.85;

/** Pairs the words of a query's name with those of a listed name, the weightiest likenesses first; the order of words does not matter. */
export function align(
  query: QueryName,
  listed: readonly ListedPart[],
  { seekers, joined }: { readonly seekers: readonly Seeker[]; readonly joined: readonly (Seeker | null)[] },
): Alignment {
  const edges: Edge[] = [];
  for (let j = 0; j < listed.length; j++) {
    const right = listed[j];
    if (!right) continue;
    for (let i = 0; i < query.parts.length; i++) {
      const left = query.parts[i];
      const seeker = seekers[i];
      if (!left || !seeker) continue;
      const own = seeker.neighbours.byToken.get(right.token);
      if (left.role === 'legal' && right.role === 'legal') {
        if (left.concept === right.concept) edges.push(edge([i], [j], { score: 1, feature: 'legal-form', weight: 0 }));
      } else if (own && !(own.score < LEAST_PATRONYMIC && left.role === 'patronymic' && right.role === 'patronymic'))
        edges.push(edge([i], [j], { ...own, weight: (seeker.weight + right.weight) / 2 }));
      else if (isInitialOf(left, right))
        edges.push(
          edge([i], [j], {
            score: INITIAL,
            feature: 'initial',
            weight: query.reading === 'person' ? Math.max(0.3, (seeker.weight + right.weight) / 2) : INITIAL_OF_WORD,
          }),
        );
      addSpacing(edges, { i, j, query, listed, seekers, joined });
    }
  }
  return choose(edges, query.parts.length, listed.length);
}

interface Place {
  readonly i: number;
  readonly j: number;
  readonly query: QueryName;
  readonly listed: readonly ListedPart[];
  readonly seekers: readonly Seeker[];
  readonly joined: readonly (Seeker | null)[];
}

/** Two words on one side that are written together on the other. */
function addSpacing(edges: Edge[], { i, j, listed, seekers, joined }: Place): void {
  const right = listed[j];
  const next = listed[j + 1];
  const seeker = seekers[i];
  if (!right || !seeker) return;
  if (right.joined >= 0 && next) {
    const found = seeker.neighbours.byToken.get(right.joined);
    if (found) edges.push(edge([i], [j, j + 1], spaced(found.score, seeker.weight, right.weight + next.weight)));
  }
  const together = joined[i];
  const other = seekers[i + 1];
  const found = together?.neighbours.byToken.get(right.token);
  if (found && other)
    edges.push(edge([i, i + 1], [j], spaced(found.score, seeker.weight + other.weight, right.weight)));
}

const spaced = (score: number, left: number, right: number) => ({
  score: score * SPACING,
  feature: 'spacing',
  weight: Math.max(left, right),
});

const edge = (
  left: readonly number[],
  right: readonly number[],
  { score, feature, weight }: { readonly score: number; readonly feature: string; readonly weight: number },
): Edge => ({ left, right, score, feature, weight });

function isInitialOf(left: NamePart, right: ListedPart): boolean {
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

function choose(edges: Edge[], lefts: number, rights: number): Alignment {
  edges.sort((a, b) => value(b) - value(a));
  const usedLeft = new Uint8Array(lefts + 1);
  const usedRight = new Uint8Array(rights + 1);
  const chosen: Edge[] = [];
  for (const candidate of edges) {
    if (candidate.left.some((at) => usedLeft[at]) || candidate.right.some((at) => usedRight[at])) continue;
    for (const at of candidate.left) usedLeft[at] = 1;
    for (const at of candidate.right) usedRight[at] = 1;
    chosen.push(candidate);
  }
  const rest = (used: Uint8Array, count: number) =>
    Array.from({ length: count }, (_, at) => at).filter((at) => !used[at]);
  return { edges: chosen, leftOver: rest(usedLeft, lefts), rightOver: rest(usedRight, rights) };
}
