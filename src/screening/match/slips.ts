import { isOtherForm, type NamePart, spellingDistance } from '../../names/index.ts';
import type { Alignment, Edge, ListedPart } from './align.ts';
import type { Seeker } from './candidates.ts';
import type { QueryName } from './query.ts';

const MOST_LEFT = 3;

/**
 * Adds an edge for words left over on both sides that are a slip or two apart, where the rest of the names agrees:
 * a misspelling too far away to be believed alone. Short words, and words of Chinese and Korean names, are held to their letters.
 */
export function addSlips(alignment: Alignment, query: QueryName, { listed, seekers }: Words): Alignment {
  const { edges, leftOver, rightOver } = alignment;
  const telling = edges.filter(({ weight }) => weight >= 0.1);
  if (telling.length === 0 || leftOver.length > MOST_LEFT + 2) return alignment;
  const found: Edge[] = [];
  const rights = new Set(rightOver);
  const lefts = leftOver.filter((i) => {
    const left = query.parts[i];
    const best = left ? nearest(left, rights, listed) : null;
    if (best === null) return true;
    rights.delete(best.at);
    const weight = ((seekers[i]?.weight ?? 0) + (listed[best.at]?.weight ?? 0)) / 2;
    found.push({ left: [i], right: [best.at], score: best.score, feature: 'typo', weight });
    return false;
  });
  return found.length === 0 ? alignment : { edges: [...edges, ...found], leftOver: lefts, rightOver: [...rights] };
}

interface Words {
  readonly listed: readonly ListedPart[];
  readonly seekers: readonly Seeker[];
}

function nearest(
  left: NamePart,
  rights: ReadonlySet<number>,
  listed: readonly ListedPart[],
): { at: number; score: number } | null {
  let best: { at: number; score: number } | null = null;
  for (const at of rights) {
    const right = listed[at];
    if (!right || !isComparable(left, right)) continue;
    const score = slipScore(left.latin, right.latin);
    if (score > (best?.score ?? 0)) best = { at, score };
  }
  return best;
}

const isComparable = (left: NamePart, right: ListedPart): boolean =>
  !left.isAbjad &&
  !EAST_ASIAN.test(left.text) &&
  !/\d/.test(left.latin + right.latin) &&
  !UNTOLD.has(left.role) &&
  !UNTOLD.has(right.role) &&
  !isOtherForm(left.sounds, right.sounds) &&
  !isOtherForm(right.sounds, left.sounds);

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}]/u;
const UNTOLD: ReadonlySet<string> = new Set(['patronymic', 'initial', 'particle', 'legal', 'title', 'number']);

function slipScore(left: string, right: string): number {
  const shortest = Math.min(left.length, right.length);
  if (shortest < 3 || Math.abs(left.length - right.length) > 2) return 0;
  const slips = spellingDistance(left, right);
  const allowed = shortest < 4 ? 1 : shortest < 5 ? 1.25 : shortest < 7 ? 1.5 : 2.2;
  return slips > allowed ? 0 : 0.85 - (0.9 * slips) / (shortest + 1);
}
