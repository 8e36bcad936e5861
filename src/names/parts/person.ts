import { rememberWith } from '../remember.ts';
import { joinCompounds } from './arabic-compounds.ts';
import { splitEastAsian } from './east-asian.ts';
import { type NamePart, type PartRole, partOf } from './part.ts';
import type { PartLexicon } from './part-lexicon.ts';
import { phraseAt } from './phrases.ts';
import { type FoldedWord, foldPersonWords } from './read-words.ts';

/** Reads a person's name: titles, particles, initials, patronymics, and the names themselves. */
export function readPerson(text: string, lexicon: PartLexicon): NamePart[] {
  const words = joinCompounds(splitEastAsian(foldPersonWords(text)));
  const titles = findTitles(words, lexicon);
  const parts = words.map((word, at) => toPart(word, roleOf(words, at, titles, lexicon), lexicon));
  const isNamed = parts.some(({ role }) => role === 'name');
  return isNamed ? parts : words.map((word) => toPart(word, 'name', lexicon));
}

/** Positions of titles; they never leave fewer than one word that could be a name. */
function findTitles(words: readonly FoldedWord[], lexicon: PartLexicon): ReadonlySet<number> {
  const texts = words.map(({ text }) => text);
  const titles = new Set<number>();
  let names = words.filter(({ text }) => text.length > 1 && !lexicon.particles.has(text)).length;
  for (let at = 0; at < words.length; ) {
    const title = phraseAt(texts, at, lexicon.honorifics);
    const covered = title ? texts.slice(at, at + title.length).filter((text) => text.length > 1).length : 0;
    const needed = title && covered === 0 ? 2 : 1;
    if (!title || names - covered < needed) {
      at += 1;
      continue;
    }
    for (let offset = 0; offset < title.length; offset++) titles.add(at + offset);
    names -= covered;
    at += title.length;
  }
  return titles;
}

const HAN = /[\p{Script=Han}\p{Script=Hangul}]/u;

function roleOf(words: readonly FoldedWord[], at: number, titles: ReadonlySet<number>, lexicon: PartLexicon): PartRole {
  const word = words[at];
  if (!word) return 'particle';
  if (titles.has(at)) return 'title';
  const { text } = word;
  if (/^\p{N}+$/u.test(text) || (at > 0 && /^(?:i{2,3}|iv|vi{1,3})$/.test(text))) return 'number';
  if (words.length === 1) return 'name';
  if (isOneLetter(text) && !HAN.test(text)) return 'initial';
  if (lexicon.particles.has(text) || PARTICLES.has(text)) return 'particle';
  return isPatronymic(word, words, at, lexicon) ? 'patronymic' : 'name';
}

/** One character, which may be two code units. */
const isOneLetter = (text: string): boolean => text.length === 1 || (text.length === 2 && [...text].length === 1);

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

function isPatronymic(word: FoldedWord, words: readonly FoldedWord[], at: number, lexicon: PartLexicon): boolean {
  if (word.beforeComma || at === 0) return false;
  if (!endsAsPatronymic(lexicon.spell(word.text, word.marked).latin, lexicon)) return false;
  const others = words.filter(({ text }, other) => other !== at && text.length > 1).length;
  return others >= (words.some(({ beforeComma }) => beforeComma) ? 1 : 2);
}

const endsAsPatronymic = rememberWith((latin, { patronymicEndings }: PartLexicon) =>
  patronymicEndings.some((ending) => latin.length > ending.length + 1 && latin.endsWith(ending)),
);

const toPart = ({ text, marked, isLookAlike }: FoldedWord, role: PartRole, lexicon: PartLexicon): NamePart =>
  partOf(text, lexicon.spell(text, marked), { role, isLookAlike });
