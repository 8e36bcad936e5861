import { joinCompounds } from './arabic-compounds.ts';
import { splitEastAsian } from './east-asian.ts';
import type { NamePart, PartRole } from './part.ts';
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
  if ([...text].length === 1 && !HAN.test(text)) return 'initial';
  if (lexicon.particles.has(text) || PARTICLES.has(text)) return 'particle';
  return isPatronymic(word, words, at, lexicon) ? 'patronymic' : 'name';
}

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
  const others = words.filter(({ text }, other) => other !== at && text.length > 1).length;
  if (others < (words.some(({ beforeComma }) => beforeComma) ? 1 : 2)) return false;
  const { latin } = lexicon.spell(word.text, word.marked);
  return lexicon.patronymicEndings.some((ending) => latin.length > ending.length + 1 && latin.endsWith(ending));
}

const toPart = (word: FoldedWord, role: PartRole, lexicon: PartLexicon): NamePart => ({
  text: word.text,
  ...lexicon.spell(word.text, word.marked),
  isLookAlike: word.isLookAlike,
  role,
  concept: null,
});
