import type { Reason } from '../model/index.ts';
import type { NameKind, NamePart } from '../names/index.ts';

/** From which score on two names of a kind are one in two spellings. */
export const THRESHOLD = { person: 0.86, organisation: 0.9, thing: 0.94, other: 0.94 } as const;

/** Words less alike than this are proposed as a slip, not believed. */
const LEAST_WORD = 0.8;

export interface ComparedNames {
  readonly kind: NameKind;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly onlyLeft: readonly NamePart[];
  readonly onlyRight: readonly NamePart[];
}

/**
 * Whether two names are one beyond doubt. What may be a slip of the pen in a person's name, or another company, branch, model or town, is
 * proposed instead: a merger that is wrong puts one party's deeds on another's page.
 */
export function isBeyondDoubt({ kind, score, reasons, onlyLeft, onlyRight }: ComparedNames): boolean {
  if (score < THRESHOLD[kind] || reasons.some(({ feature }) => feature === 'legal-form-conflict')) return false;
  if (kind !== 'person' && [...onlyLeft, ...onlyRight].some(isLoose)) return false;
  return pairsOf(reasons).every((pair) => isSameWord(pair, kind));
}

const isSameWord = ({ feature, score, left, right }: Reason, kind: NameKind): boolean =>
  score >= LEAST_WORD &&
  (kind !== 'person' || (feature !== 'typo' && feature !== 'adjective' && !differInGender(left, right)));

/** "Mario" and "Maria", "Valentin" and "Valentina". */
function differInGender(left: string, right: string): boolean {
  const bare = (word: string) => word.replace(/[aoао]$/u, '');
  return left !== right && bare(left) === bare(right);
}

/** Pairs of words, without the objections and the words that only one side has. */
export const pairsOf = (reasons: readonly Reason[]): Reason[] => reasons.filter(({ feature }) => PAIRS.has(feature));

const PAIRS: ReadonlySet<string> = new Set([
  'same-token',
  'look-alike',
  'romanisation',
  'translation',
  'name-variant',
  'typo',
  'adjective',
  'spacing',
  'acronym',
  'related',
]);

/** "Orion-M" is another company than "Orion-K", and may be another than "Orion"; so may "Orion LLC Ozersk", "Orion Bank" and "Orion Europe". */
const isLoose = ({ role, concept }: NamePart): boolean => LOOSE.has(role) && !PLAIN.has(concept ?? '');

const LOOSE: ReadonlySet<string> = new Set(['initial', 'place', 'aside', 'generic']);
/** Words that any company may leave out. */
const PLAIN: ReadonlySet<string> = new Set([
  'company-word',
  'corporation',
  'enterprise',
  'organization',
  'plant',
  'factory',
]);
