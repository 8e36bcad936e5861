import { rememberWith } from '../remember.ts';
import type { PartLexicon } from './part-lexicon.ts';
import type { FoldedWord } from './read-words.ts';
import type { SpelledWord } from './spell.ts';

/** What is known of a word wherever it stands in a person's name. */
export interface PersonWord {
  readonly spelled: SpelledWord;
  readonly isNumber: boolean;
  /** "iii" is a number, but for the first word of a name. */
  readonly isRoman: boolean;
  /** One letter of a script of letters. */
  readonly isInitial: boolean;
  readonly isParticle: boolean;
  /** A particle of the word lists: such a word is not counted as a name. */
  readonly isListedParticle: boolean;
  /** Whether a title begins with it. */
  readonly beginsTitle: boolean;
  readonly endsAsPatronymic: boolean;
}

/** What is known of a word; remembered for words without marks. */
export function knowPersonWord({ text, marked, readings }: FoldedWord, lexicon: PartLexicon): PersonWord {
  const known = text === marked ? knowPlain(text, lexicon) : describe(text, marked, lexicon);
  return readings === undefined ? known : { ...known, spelled: spelledAs(readings, lexicon) };
}

function spelledAs([first = '', second]: readonly string[], lexicon: PartLexicon): SpelledWord {
  const spelled = lexicon.spell(first);
  return second === undefined ? spelled : { ...spelled, otherSounds: lexicon.spell(second).sounds };
}

const knowPlain = rememberWith((text, lexicon: PartLexicon) => describe(text, text, lexicon));

function describe(text: string, marked: string, lexicon: PartLexicon): PersonWord {
  const spelled = lexicon.spell(text, marked);
  const { latin } = spelled;
  const isListedParticle = lexicon.particles.has(text);
  return {
    spelled,
    isNumber: /^\p{N}+$/u.test(text),
    isRoman: /^(?:i{2,3}|iv|vi{2,3})$/.test(text),
    isInitial: [...text].length === 1 && !HAN.test(text),
    isParticle: isListedParticle || PARTICLES.has(text),
    isListedParticle,
    beginsTitle: lexicon.honorifics.has(text),
    endsAsPatronymic: lexicon.patronymicEndings.some(
      (ending) => (latin.length > ending.length + 1 && latin.endsWith(ending)) || isWhole(latin, ending),
    ),
  };
}

/** "Ilich" and "Kuzmich" are patronymics as they stand. */
const isWhole = (latin: string, ending: string): boolean => latin === ending && WHOLE.test(latin);
const WHOLE = /[aeiouy].*[^aeiouvwy]ich$/;

const HAN = /[\p{Script=Han}\p{Script=Hangul}]/u;

/** Particles in scripts and spellings of their own. */
const PARTICLES: ReadonlySet<string> = new Set([
  'بن',
  'ابن',
  'ال',
  'بنت',
  'بو',
  'ابو',
  'أبو',
  'ولد',
  'وال',
  'ud',
  'ur',
  'us',
  'ol',
  'uz',
  'ed',
  'ibne',
]);
