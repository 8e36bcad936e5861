import type { Candidate } from './candidate.ts';
import { isLegalForm } from './heads.ts';
import { isCommonWord, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

/** Words of a family name and of what is called before it, as indices into a sentence; `to` is the last word of the mention. */
interface Listed {
  readonly family: readonly number[];
  readonly given: readonly number[];
  readonly from: number;
  readonly to: number;
  /** Code units to leave off at the end: a title written on to the name ("ROE/ANNAMRS"). */
  readonly cut: number;
}

const CAPITALS = /^\p{Lu}[\p{Lu}’'-]+$/u;
const LETTERS = /^\p{Lu}[\p{L}\p{M}’'-]*$/u;
const PASSENGER_TITLE = /^(?:mr|mrs|ms|miss|mstr|mss|dr|prof|chd|inf)$/;
const GLUED_TITLE = /(?:MRS|MR|MS|MISS|MSTR|DR)$/;
const GENERATION = /^(?:jr|sr|ii|iii|iv)$/;
const MOST_NAMES = 3;

/**
 * Persons as lists of passengers, registers and indictments write them: "ROE/ANNA MRS", "ROE, Anna Maria", "Berg, Jan van den", and in capitals
 * throughout ("ANNA ROE"). A given name must tell; the key has the family name last, as running text has it.
 */
export function findListedPersons(sentence: Sentence, index: number, vocabulary: Vocabulary): Candidate[] {
  const found: Candidate[] = [];
  const { words } = sentence;
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.kind !== 'name') continue;
    const listed =
      withSlash(words, at, vocabulary) ?? withComma(words, at, vocabulary) ?? inCapitals(words, at, vocabulary);
    const first = words[listed?.from ?? -1];
    const last = words[listed?.to ?? -1];
    if (!listed || !first || !last) continue;
    const keyed = [...listed.given, ...listed.family].flatMap((each) => words[each] ?? []);
    found.push({
      start: first.start,
      end: last.end - listed.cut,
      sentence: index,
      from: listed.from,
      to: listed.to,
      named: true,
      votes: { Person: 4 },
      strength: 5,
      rule: 'mentions/listed-person',
      key: keyed
        .map(({ lower }, n) => (n === listed.given.length - 1 && listed.cut > 0 ? lower.slice(0, -listed.cut) : lower))
        .join(' '),
    });
    at = listed.to;
  }
  return found;
}

/** "ROE/ANNA MRS", "VAN DEN BERG/JAN": the title, or a given name, tells. */
function withSlash(words: readonly Word[], from: number, vocabulary: Vocabulary): Listed | null {
  const family = [from];
  let at = from + 1;
  while (isCapitals(words[at]) && !words[at]?.breaks && family.length < MOST_NAMES) family.push(at++);
  if (words[at]?.text !== '/' || !family.every((each) => isCapitals(words[each]))) return null;
  const given: number[] = [];
  for (at++; isCapitals(words[at]) && !words[at]?.breaks && given.length < MOST_NAMES; at++) {
    if (given.length > 0 && PASSENGER_TITLE.test(words[at]?.lower ?? '')) break;
    given.push(at);
  }
  const to = given.at(-1);
  if (to === undefined) return null;
  const titled = !words[at]?.breaks && PASSENGER_TITLE.test(words[at]?.lower ?? '');
  const cut = titled ? 0 : gluedTitle(words[to], vocabulary);
  const known = given.some((each) => isGiven(words[each], vocabulary));
  return titled || known || cut > 0 ? { family, given, from, to, cut } : null;
}

function gluedTitle(word: Word | undefined, { givenNames }: Vocabulary): number {
  const title = GLUED_TITLE.exec(word?.text ?? '')?.[0];
  return word && title && givenNames.has(word.lower.slice(0, -title.length)) ? title.length : 0;
}

/** "ROE, Anna Maria", "Berg, Jan van den": between the start of its line, cell or item and the end of it, or the family name in capitals. */
function withComma(words: readonly Word[], from: number, vocabulary: Vocabulary): Listed | null {
  let at = from;
  const family: number[] = [];
  for (; isFamily(words[at], vocabulary) && family.length < MOST_NAMES && (at === from || !words[at]?.breaks); at++)
    family.push(at);
  const older = family.length > 0 && GENERATION.test(words[at]?.lower ?? '');
  if (older) at += words[at + 1]?.text === '.' ? 2 : 1;
  if (family.length === 0 || words[at]?.text !== ',' || !words[at + 1]?.spaced) return null;
  const given: number[] = [];
  for (at++; LETTERS.test(words[at]?.text ?? '') && !words[at]?.breaks && given.length < MOST_NAMES; at++) {
    if (!isGiven(words[at], vocabulary) && !isMiddle(words[at]) && given.length === 0) return null;
    if (!isGiven(words[at], vocabulary) && !isMiddle(words[at])) break;
    given.push(at);
    if (words[at + 1]?.text === '.' && words[at]?.text.length === 1) at++;
  }
  const particles: number[] = [];
  while (vocabulary.particles.has(words[at]?.lower ?? '') && particles.length < MOST_NAMES) particles.push(at++);
  const to = particles.at(-1) ?? given.at(-1);
  if (to === undefined || !given.some((each) => isGiven(words[each], vocabulary))) return null;
  const shouts = family.every((each) => isCapitals(words[each]));
  const alone = isStart(words, from) && isEnd(words[at]);
  const goesOn = words[at]?.kind === 'name' && !words[at]?.breaks;
  if (goesOn || !(shouts || alone || older || particles.length > 0)) return null;
  return { family: [...particles, ...family], given, from, to, cut: 0 };
}

/** "ANNA MARIA ROE" among whatever is written: capitals throughout, a given name first and no common word behind it. */
function inCapitals(words: readonly Word[], from: number, vocabulary: Vocabulary): Listed | null {
  if (!isCapitals(words[from]) || !isGiven(words[from], vocabulary)) return null;
  if (words[from - 1]?.kind === 'name' && !words[from]?.breaks && isCapitals(words[from - 1])) return null;
  const rest: number[] = [];
  for (let at = from + 1; isCapitals(words[at]) && !words[at]?.breaks && rest.length < MOST_NAMES; at++) {
    const lower = words[at]?.lower ?? '';
    if (vocabulary.heads.has(lower) || isLegalForm(words, at, vocabulary)) return null;
    if (isCommonWord(lower, vocabulary) || PASSENGER_TITLE.test(lower)) break;
    rest.push(at);
  }
  const to = rest.at(-1);
  const after = words[(to ?? from) + 1];
  if (to === undefined || (after?.kind === 'name' && isLegalForm(words, to + 1, vocabulary))) return null;
  return { family: [to], given: [from, ...rest.slice(0, -1)], from, to, cut: 0 };
}

const isCapitals = (word: Word | undefined): boolean =>
  word !== undefined && word.text.length > 1 && CAPITALS.test(word.text) && !word.possessive;

const isGiven = (word: Word | undefined, { givenNames }: Vocabulary): boolean =>
  word !== undefined && givenNames.has(word.lower.split('-')[0] ?? '');

const PATRONYMIC = /(?:ovich|evich|ovna|evna|ovych|yovych|ович|евич|овна|евна|івна|йович)$/u;

/** An initial or a father's name. */
const isMiddle = (word: Word | undefined): boolean =>
  word !== undefined && (word.text.length === 1 || PATRONYMIC.test(word.lower));

function isFamily(word: Word | undefined, vocabulary: Vocabulary): boolean {
  if (word?.kind !== 'name' || word.possessive || !LETTERS.test(word.text) || word.text.length < 2) return false;
  const { lower } = word;
  if (vocabulary.places.has(lower) && vocabulary.places.get(lower)?.kind !== 'city') return false;
  if ((vocabulary.places.get(lower)?.population ?? 0) > 100_000) return false;
  if (
    GENERATION.test(lower) ||
    vocabulary.heads.has(lower) ||
    vocabulary.legalForms.has(lower) ||
    vocabulary.titles.has(lower)
  )
    return false;
  return CAPITALS.test(word.text) || !(isCommonWord(lower, vocabulary) || vocabulary.givenNames.has(lower));
}

const isStart = (words: readonly Word[], from: number): boolean =>
  from === 0 ||
  words[from]?.breaks === true ||
  words[from - 1]?.kind === 'number' ||
  /^[;:("“„«|.)•–—-]$/.test(words[from - 1]?.text ?? '');

const isEnd = (word: Word | undefined): boolean => word === undefined || word.breaks || /^[,;)"”“»|.]$/.test(word.text);
