import { ClewError } from '../errors.ts';
import type { Claim, Lexicons, Modality, PassageKind, Predicate } from '../model/index.ts';
import { MODALITIES, PREDICATES } from '../model/index.ts';

interface PredicateWording {
  /** A neutral noun: it heads a finding without saying that it is so. */
  readonly label: string;
  readonly clause: string;
  /** Verb form after "can" or "to". */
  readonly base: string;
  /** Modalities that the clause already words ("has denied"), so that no frame says it twice. */
  readonly worded: ReadonlySet<string>;
}

interface ModalityWording {
  readonly tag: string;
  readonly positive: string;
  readonly negative: string;
  readonly meaning: string;
}

/** The word lists `data/dossier/*.tsv`, looked up by record value. */
export interface Wording {
  /** With a modality or kind of passage: as that predicate is worded under the first for which it has a wording of its own. */
  readonly predicate: (predicate: Predicate, ...under: readonly (Modality | PassageKind)[]) => PredicateWording;
  readonly modality: (modality: Modality) => ModalityWording;
  /** The word for a value of a closed vocabulary; the value itself when the list has none. */
  readonly label: (vocabulary: string, key: string | number) => string;
}

const compiled = new WeakMap<Lexicons, Wording>();

/** Throws `ClewError` `lexicon-missing` when a predicate or modality has no sentence template. */
export function wordingOf(lexicons: Lexicons): Wording {
  const known = compiled.get(lexicons);
  if (known) return known;
  const predicates = new Map<string, PredicateWording>();
  for (const [key, label, clause, base, worded] of lexicons.lists['dossier/predicates'] ?? []) {
    if (!key || !label || !clause || !base) continue;
    predicates.set(key, { label, clause, base, worded: new Set((worded ?? '').split(' ')) });
  }
  const modalities = new Map<string, ModalityWording>();
  for (const [key, tag, positive, negative, meaning] of lexicons.lists['dossier/modalities'] ?? []) {
    if (!key || !tag || !positive || !negative || !meaning) continue;
    modalities.set(key, { tag, positive, negative, meaning });
  }
  const labels = new Map(
    (lexicons.lists['dossier/labels'] ?? []).map(([vocabulary, key, label]) => [`${vocabulary}/${key}`, label ?? '']),
  );
  const missing = [
    ...PREDICATES.filter((predicate) => !predicates.has(predicate)),
    ...MODALITIES.filter((modality) => !modalities.has(modality)),
  ];
  if (missing.length > 0) {
    throw new ClewError('lexicon-missing', `The dossier has no sentence template for ${missing.join(', ')}.`, {
      hint: 'Install clew again: data/dossier/ is incomplete.',
    });
  }
  const wording: Wording = {
    predicate: (predicate, ...under) =>
      under.map((one) => predicates.get(`${predicate} ${one}`)).find((one) => one !== undefined) ??
      given(predicates, predicate),
    modality: (modality) => given(modalities, modality),
    label: (vocabulary, key) => labels.get(`${vocabulary}/${key}`) ?? String(key),
  };
  compiled.set(lexicons, wording);
  return wording;
}

function given<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) {
    throw new ClewError('lexicon-missing', `The dossier has no sentence template for ${key}.`, {
      hint: 'Install clew again: data/dossier/ is incomplete.',
    });
  }
  return value;
}

/**
 * The frame that keeps a claim's nuance, e.g. `According to {who}, it is denied that {clause}`.
 * A predicate that words the modality itself ("has denied") is framed as reported, or it would be denied twice.
 */
export function frameOf(claim: Pick<Claim, 'predicate' | 'modality' | 'polarity'>, wording: Wording): string {
  if (wording.predicate(claim.predicate, claim.modality).worded.has(claim.modality))
    return wording.modality('reported').positive;
  const frame = wording.modality(claim.modality);
  return claim.polarity === 'negative' ? frame.negative : frame.positive;
}

/** Whether a claim's negation is words of its own: "denied" and "no comment" say no already. */
export const isNegated = (claim: Pick<Claim, 'predicate' | 'modality' | 'polarity'>, wording: Wording): boolean =>
  claim.polarity === 'negative' && frameOf(claim, wording) !== frameOf({ ...claim, polarity: 'positive' }, wording);

/** Modality and negation in two words at most: `reported`, `reported, negative`, `denied`. */
export function wordStance(claim: Pick<Claim, 'predicate' | 'modality' | 'polarity'>, wording: Wording): string {
  const { tag } = wording.modality(claim.modality);
  return isNegated(claim, wording) ? `${tag}, negative` : tag;
}
