import type { Lexicons } from '../../model/index.ts';
import { scriptOf } from '../../text/index.ts';
import type { Piece } from './tokens.ts';
import { hasLists, speakersOf } from './vocabulary.ts';

/** Which languages to expect where function words say nothing. */
const BY_SCRIPT: Readonly<Record<string, readonly string[]>> = { Latn: ['en'], Cyrl: ['ru', 'uk'], Hani: ['zh'] };
const SCRIPT_OF_LANGUAGE: Readonly<Record<string, string>> = {
  ru: 'Cyrl',
  uk: 'Cyrl',
  be: 'Cyrl',
  bg: 'Cyrl',
  sr: 'Cyrl',
  zh: 'Hani',
};

/** Enough of a passage to tell its language by. */
const SAMPLE = 400;

/**
 * The language a passage is in, or the likely ones of its script. The passage's own function words outvote the
 * document's language: a contract may be in two.
 */
export function languagesOf(pieces: readonly Piece[], documentLanguage: string, lexicons: Lexicons): readonly string[] {
  const sample = pieces.slice(0, SAMPLE);
  const script = scriptOf(sample.map((piece) => piece.text).join(''));
  const speakers = speakersOf(lexicons);
  // A language without word lists, or none at all, says nothing of the numbers.
  const votes = new Map<string, number>(hasLists(documentLanguage, lexicons) ? [[documentLanguage, 1]] : []);
  for (const { lower } of sample) {
    for (const language of speakers.get(lower) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  const scriptFits = (language: string): boolean => (SCRIPT_OF_LANGUAGE[language] ?? 'Latn') === script;
  let best = '';
  let most = 0;
  for (const [language, count] of votes) {
    const weight = language === documentLanguage ? count * 1.2 : count;
    if (weight > most && scriptFits(language)) [best, most] = [language, weight];
  }
  return best === '' ? (BY_SCRIPT[script] ?? ['en']) : [best];
}
