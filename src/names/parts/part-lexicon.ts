import type { Lexicons, Row } from '../../model/index.ts';
import { foldText, foldWords } from '../fold.ts';
import { placeNames } from '../lexicon.ts';
import { remember } from '../remember.ts';
import { romanize } from '../romanize.ts';
import { soundKey } from '../sound-key.ts';
import { palladiusReader } from '../sounds/palladius.ts';
import { soundsOf } from '../sounds/sounds.ts';
import { WordTable } from '../word-table.ts';
import { compileFields, compileInitials, compileSpellings, type Field } from './concepts.ts';
import { compileLegalWords, type LegalWords, legalKey } from './legal-words.ts';
import { compilePhrases, type Phrases } from './phrases.ts';
import { readWord, type SpelledWord } from './spell.ts';

/** What a word of an organisation's name means. */
export interface Meaning {
  readonly concept: string;
  /** Whether it says only what kind of organisation it is. */
  readonly isGeneric: boolean;
}

/** The word lists that names are read with; compiled once per `Lexicons`. */
export interface PartLexicon {
  /** Folded names of countries, regions and cities. */
  readonly places: ReadonlySet<string>;
  /** Readings, the customary one first, of family names in Han and Hangul that are of two characters or read otherwise elsewhere. */
  readonly hanFamilies: ReadonlyMap<string, readonly string[]>;
  readonly legalForms: Phrases<string>;
  /** The words of legal forms, for names in which they are misspelled or run together. */
  readonly legalWords: LegalWords;
  readonly expansions: Phrases<readonly string[]>;
  readonly honorifics: Phrases<true>;
  readonly vesselWords: Phrases<true>;
  readonly particles: ReadonlySet<string>;
  readonly patronymicEndings: readonly string[];
  /** Words of Han and Hangul that names without spaces are cut at, longest first by their first character. */
  readonly unspaced: ReadonlyMap<string, readonly string[]>;
  /** Han place -> Latin words. */
  readonly hanPlaces: ReadonlyMap<string, string>;
  /** Sounds of a spelling -> the names it may stand for, each a number. */
  readonly variants: ReadonlyMap<string, readonly number[]>;
  /** Key of a folded word in `legalForms`, of the word meant where it is misspelled. */
  readonly legalKey: (word: string) => string;
  /** Concept of a generic word -> the fields it belongs to: words of one field are put for one another. */
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  /** Letters that a word of a concept gives to an abbreviation, by concept: in English, and in Russian. */
  readonly initials: readonly ReadonlyMap<string, readonly string[]>[];
  /** Meaning of a folded word, `null` for none; remembers. */
  readonly meaning: (word: string) => Meaning | null;
  /** Latin letters and sounds of a folded word; remembers. */
  readonly spell: (word: string, marked?: string) => SpelledWord;
}

const keyOf = (word: string): string => soundKey(romanize(word));

const keysOf = (text: string): string[] => foldWords(text).map((word) => legalKey(romanize(word)));

/** A word with a meaning of its own is no slip of another ("society", "société"). */
export function hasOwnMeaning(word: string, { meaning }: Pick<PartLexicon, 'meaning'>): boolean {
  const found = meaning(word);
  return found !== null && found.concept !== 'company-word';
}

function compileVariants(lists: readonly (readonly Row[])[]): Map<string, number[]> {
  const variants = new Map<string, number[]>();
  let line = 0;
  for (const rows of lists) {
    for (const [spellings = ''] of rows) {
      line += 1;
      for (const spelling of new Set(spellings.split(' ').map((word) => readWord(foldText(word)).latin))) {
        const known = variants.get(spelling);
        if (known) known.push(line);
        else variants.set(spelling, [line]);
      }
    }
  }
  return variants;
}

/** A line of several forms as lines of one form each. */
const eachForm = ([concept = '', forms = '']: Row): Row[] => forms.split(';').map((form) => [concept, form.trim()]);

/** The concept is an English word of its own. */
const withConcept = ([concept = '', words = '']: Row): Row => [concept, `${concept} ${words}`];

const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u;

function compileUnspaced(words: readonly string[]): Map<string, string[]> {
  const byFirst = new Map<string, string[]>();
  for (const word of new Set(words)) {
    if (!UNSPACED.test(word)) continue;
    const first = word[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return byFirst;
}

const ARTICLE = /^(?:و?ال|لل)(?=\p{L}{3})/u;
interface Meanings {
  readonly generic: WordTable;
  readonly proper: WordTable;
  readonly spellings: ReadonlyMap<string, string>;
}

function compileMeaning({ generic, proper, spellings }: Meanings): (word: string) => Meaning | null {
  return remember((word) => {
    const key = keyOf(word);
    for (const form of ARTICLE.test(word) ? [word, word.replace(ARTICLE, '')] : [word]) {
      const own = proper.find(form, key);
      if (own !== null) return { concept: own, isGeneric: false };
      const concept = generic.find(form, key) ?? spellings.get(key) ?? null;
      if (concept !== null) return { concept, isGeneric: true };
    }
    return null;
  });
}

function compile(lexicons: Lexicons): PartLexicon {
  const list = (name: string): readonly Row[] => lexicons.lists[`names/${name}`] ?? [];
  const generic = [...list('organisation-words').map(withConcept), ...list('generic-words')];
  const translated = list('translated-words').map(withConcept);
  const words = [...generic, ...translated].flatMap(([, text = '']) => text.split(' '));
  const legal = [...list('legal-forms'), ...list('listed-forms').flatMap(eachForm)];
  const legalWords = compileLegalWords(legal.map(([, form = '']) => form));
  const meaning = compileMeaning({
    generic: new WordTable(generic),
    proper: new WordTable(translated),
    spellings: compileSpellings(generic),
  });
  const expansions = list('expansions');
  const hanPlaces = new Map(list('han-places').map(([han = '', latin = '']) => [han, latin]));
  return {
    places: placeNames(lexicons),
    legalForms: compilePhrases(legal.map(([concept = '', form = '']) => [keysOf(form), concept])),
    legalWords,
    legalKey: (word) =>
      legalKey(romanize((hasOwnMeaning(word, { meaning }) ? null : legalWords.meantBy(word)) ?? word)),
    expansions: compilePhrases(expansions.map(([short = '', long = '']) => [foldWords(short), long.split(' ')])),
    honorifics: compilePhrases([...list('titles'), ...list('honorifics')].flatMap(([word = '']) => readings(word))),
    vesselWords: compilePhrases(list('vessel-words').map(([word = '']) => [foldWords(word), true])),
    particles: new Set(list('particles').map(([word = '']) => foldText(word))),
    patronymicEndings: list('patronymics').map(([ending = '']) => ending),
    unspaced: compileUnspaced([
      ...words,
      ...legal.map(([, form = '']) => form),
      ...expansions.map(([short = '']) => short),
      ...hanPlaces.keys(),
    ]),
    hanPlaces,
    variants: compileVariants([list('given-names'), list('given-name-spellings'), list('surname-spellings')]),
    initials: compileInitials(generic),
    fields: compileFields(list('related-words')),
    meaning,
    spell: compileSpelling(list('palladius')),
    hanFamilies: new Map(list('han-family-names').map(([name = '', readings = '']) => [name, readings.split(' ')])),
  };
}

/** "H.E." in a person's name falls apart into initials, elsewhere it is one word. */
function readings(word: string): [string[], true][] {
  const letters = /^(?:\p{L}\.){2,}$/u.test(word) ? foldWords(word.replaceAll('.', ' ')) : [];
  return letters.length > 0
    ? [
        [foldWords(word), true],
        [letters, true],
      ]
    : [[foldWords(word), true]];
}

function compileSpelling(syllables: readonly Row[]): PartLexicon['spell'] {
  const asChinese = palladiusReader(syllables);
  const plain = remember((word) => {
    const spelled = readWord(word);
    const pinyin = spelled.latin === word ? null : asChinese(word);
    return pinyin === null ? spelled : { ...spelled, otherSounds: soundsOf(pinyin) };
  });
  return (word, marked = word) => (marked === word ? plain(word) : readWord(word, marked));
}

const compiled = new WeakMap<Lexicons, PartLexicon>();

/** The compiled word lists of `lexicons`; compiled once per object. */
export function partLexicon(lexicons: Lexicons): PartLexicon {
  const known = compiled.get(lexicons);
  if (known) return known;
  const made = compile(lexicons);
  compiled.set(lexicons, made);
  return made;
}
