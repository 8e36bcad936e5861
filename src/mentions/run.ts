import type { Evidence } from './evidence.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Words `from`..`to` (inclusive) of a sentence. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A run after titles, demonyms and mere capitals are off its ends. `title`: a person's title or role stood before it. */
export interface Piece extends Run {
  readonly title: boolean;
  /** Certain to be a name by its form alone; else something else in the document must say so. */
  readonly sure: boolean;
}

export interface Surroundings {
  readonly vocabulary: Vocabulary;
  readonly evidence: Evidence;
}

export function surfaceOf(words: readonly Word[], run: Run): string {
  let surface = '';
  for (let at = run.from; at <= run.to; at++) {
    const word = words[at];
    if (word) surface += (at > run.from && word.spaced ? ' ' : '') + word.text;
  }
  return surface;
}

export function isKnown(surface: string, vocabulary: Vocabulary): boolean {
  return vocabulary.knownNames.has(surface) || isCertainPlace(surface, vocabulary);
}

function isCertainPlace(surface: string, vocabulary: Vocabulary): boolean {
  const place = vocabulary.places.get(surface.toLowerCase());
  if (!place || (place.kind === 'country' && surface.length <= 2 && surface !== surface.toUpperCase())) return false;
  return place.kind !== 'city' || (/[ -]/.test(surface) && place.population >= 30_000);
}
