import { countryOf } from './bodies.ts';
import { isMarked, mayBeName } from './evidence.ts';
import { isLegalForm, type Run, type Surroundings } from './runs.ts';
import { bareForm, isCommonWord, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

/** A run after titles, demonyms and mere capitals are off its ends. `title`: a person's title or role stood before it. */
export interface Piece extends Run {
  readonly title: boolean;
  /** Certain to be a name by its form alone; else something else in the document must say so. */
  readonly sure: boolean;
}

const PORTFOLIO = new Set([
  'foreign',
  'defense',
  'defence',
  'finance',
  'interior',
  'prime',
  'deputy',
  'first',
  'vice',
  'acting',
  'former',
  'interim',
  'chief',
  'executive',
  'commercial',
  'financial',
  'operating',
  'state',
  'secretary',
  'senior',
  'trade',
  'justice',
  'energy',
  'economy',
  'economic',
  'attorney',
  'assistant',
  'managing',
  'associate',
  'special',
  'national',
  'security',
  'press',
  'then',
  'ex',
  'crown',
  'grand',
  'brigadier',
  'lieutenant',
  'major',
  'vice-president',
  'treasury',
  'commerce',
  'transport',
  'oil',
  'health',
  'industry',
  'digital',
  'supreme',
  'lord',
  'chief',
  'under',
  'u.s',
  'us',
]);
const DETACHED = new Set([
  'former',
  'new',
  'senior',
  'top',
  'other',
  'early',
  'late',
  'recent',
  'current',
  'future',
  'local',
  'alleged',
  'leading',
  'key',
  'major',
  'young',
  'old',
  'more',
  'most',
  'further',
  'additional',
  'unlike',
  'like',
  'named',
  'called',
  'only',
  'even',
  'just',
  'today',
  'tonight',
  'tomorrow',
  'yesterday',
]);

/** The names inside a run, in order. */
export function cutRun(sentence: Sentence, run: Run, around: Surroundings): Piece[] {
  const { words } = sentence;
  const { vocabulary } = around;
  let { from, to } = run;
  const surface = surfaceOf(words, run);
  if (isKnown(surface, vocabulary)) return [{ from, to, title: false, sure: true }];
  while (from <= to && isMereCapital(words, { from, to }, around)) from++;
  while (to > from && isLooseEnd(words[to], vocabulary)) to--;
  if (from > to) return [];
  const titled = splitAtTitle(words, { from, to }, vocabulary);
  if (titled) {
    const before = titled.before ? cutRun(sentence, titled.before, around) : [];
    return titled.person ? [...before, ...personBehindBody(words, titled.person, vocabulary)] : before;
  }
  const behind = afterDemonym(words, { from, to }, vocabulary);
  if (behind > to) return [];
  if (behind > from)
    return [...placeBefore(words, from, behind - 1, vocabulary), ...cutRun(sentence, { from: behind, to }, around)];
  return [{ from, to, title: false, sure: isSure(words, { from, to }, around) }];
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

/** Has a capital letter only because of where it stands, or is an article, a day, an adjective before the name. */
function isMereCapital(words: readonly Word[], run: Run, { vocabulary, evidence }: Surroundings): boolean {
  const word = words[run.from];
  if (!word || word.kind !== 'name') return true;
  const { lower } = word;
  if (vocabulary.calendar.has(lower) && lower !== 'march' && !isMarked(word)) return true;
  if (DETACHED.has(lower) || (vocabulary.starters.has(lower) && !isMarked(word))) return true;
  if (!word.forced) return false;
  if (vocabulary.titles.has(lower) || vocabulary.isDemonym(lower) || vocabulary.places.has(lower)) return false;
  if (run.to > run.from && vocabulary.givenNames.has(lower)) return false;
  if (mayBeName(word, evidence, vocabulary)) return false;
  const next = words[run.from + 1];
  return run.to === run.from || next?.kind !== 'name' || !hasHeadAfter(words, run, vocabulary);
}

function hasHeadAfter(words: readonly Word[], run: Run, vocabulary: Vocabulary): boolean {
  for (let at = run.from + 1; at <= run.to; at++) {
    const lower = words[at]?.lower ?? '';
    if (vocabulary.heads.has(lower) || vocabulary.legalForms.has(lower)) return true;
  }
  return vocabulary.heads.has(words[run.from]?.lower ?? '') && run.to > run.from + 1;
}

function isLooseEnd(word: Word | undefined, vocabulary: Vocabulary): boolean {
  if (!word) return true;
  if (word.kind === 'lower' || (word.kind === 'punctuation' && !/[.»”"“]/.test(word.text))) return true;
  return word.kind === 'name' && vocabulary.calendar.has(word.lower) && word.text.length > 3 && !isMarked(word);
}

/** "глава МИД Иван Роу", "Президент України …": the body or country between title and person is a name of its own. */
function personBehindBody(words: readonly Word[], run: Run, vocabulary: Vocabulary): Piece[] {
  const first = words[run.from];
  if (
    first &&
    run.to > run.from &&
    (vocabulary.knownNames.has(first.text) || countryOf(first.lower, vocabulary) !== undefined)
  ) {
    return [
      { from: run.from, to: run.from, title: false, sure: true },
      { from: run.from + 1, to: run.to, title: true, sure: true },
    ];
  }
  return [{ ...run, title: true, sure: true }];
}

interface Titled {
  readonly before: Run | null;
  readonly person: Run | null;
}

/** "Russian Foreign Minister Ivan Roe" -> "Russian" | "Ivan Roe"; `null` when no title stands before a person. */
function splitAtTitle(words: readonly Word[], run: Run, vocabulary: Vocabulary): Titled | null {
  let last = -1;
  for (let at = run.from; at <= run.to; at++) {
    const word = words[at];
    if (!word || word.possessive) break;
    if (vocabulary.titles.has(word.lower)) last = at;
    else if (last >= 0 && word.text !== '.') break;
  }
  if (last < 0) return null;
  let first = last;
  while (first > run.from) {
    const word = words[first - 1];
    if (
      !word ||
      word.possessive ||
      !(PORTFOLIO.has(word.lower) || vocabulary.titles.has(word.lower) || word.text === '.')
    )
      break;
    first--;
  }
  let start = last + 1;
  if (words[start]?.text === '.') start++;
  const before = first > run.from ? { from: run.from, to: first - 1 } : null;
  if (start > run.to) {
    // A title at the end: "Mayor" alone, "Attorney General"; a head right before keeps it ("Office of the President").
    return before && hasOrganisationHead(words, run, vocabulary) ? null : { before, person: null };
  }
  const rest = { from: start, to: run.to };
  if (words[start]?.kind === 'lower')
    return before === null && hasOrganisationHead(words, run, vocabulary) ? null : { before, person: null };
  if (hasOrganisationHead(words, rest, vocabulary) || rest.to - rest.from > 5) return null;
  if (before === null && run.to === run.from + 1 && isCommonWord(words[rest.from]?.lower ?? '', vocabulary))
    return null;
  return { before, person: rest };
}

function hasOrganisationHead(words: readonly Word[], run: Run, vocabulary: Vocabulary): boolean {
  for (let at = run.from; at <= run.to; at++) {
    const word = words[at];
    if (!word) continue;
    const head = vocabulary.heads.get(word.lower);
    if (head && head.weight > 0.5 && head.type !== 'WeaponSystem' && head.type !== 'Vessel') return true;
    if (word.kind === 'name' && vocabulary.legalForms.has(bareForm(word.text)) && at > run.from) return true;
  }
  return false;
}

/** Index of the first word after adjectives of nations that do not belong to the name. */
function afterDemonym(words: readonly Word[], run: Run, vocabulary: Vocabulary): number {
  let at = run.from;
  while (at <= run.to && isNational(words[at], vocabulary, at < run.to)) at++;
  if (at === run.from || at > run.to) return at;
  const rest = { from: at, to: run.to };
  const headType = headOf(words, rest, vocabulary)?.type;
  if (headType === 'PublicBody') return run.from;
  const plain = isPlain(words, rest, vocabulary);
  if (plain && (headType !== undefined || rest.to > rest.from)) return run.from;
  return at;
}

/** An adjective of a nation, or the abbreviation of a country used like one ("US", "U.S.", "EU"). */
function isNational(word: Word | undefined, vocabulary: Vocabulary, before: boolean): boolean {
  if (!word || word.possessive) return false;
  if (before && /^(?:U\.?S\.?A?\.?|U\.?K\.?|EU|E\.U\.|UAE|PRC|DPRK|РФ|США)$/.test(word.text)) return true;
  return vocabulary.isDemonym(word.lower) && word.text !== word.text.toUpperCase();
}

/** The abbreviation of a country is itself a name when cut off from what follows it. */
function placeBefore(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at <= to; at++) {
    const word = words[at];
    if (word && !vocabulary.isDemonym(word.lower) && isKnown(word.text, vocabulary))
      pieces.push({ from: at, to: at, title: false, sure: true });
    else if (word && /^(?:U\.?S|U\.?K|EU)/.test(word.text)) pieces.push({ from: at, to: at, title: false, sure: true });
  }
  return pieces;
}

/** Only common words: "Academy of Sciences", "Democratic Forces". */
function isPlain(words: readonly Word[], run: Run, vocabulary: Vocabulary): boolean {
  for (let at = run.from; at <= run.to; at++) {
    const word = words[at];
    if (
      word?.kind === 'name' &&
      (isMarked(word) || !(isCommonWord(word.lower, vocabulary) || vocabulary.heads.has(word.lower)))
    )
      return false;
  }
  return true;
}

/** Heads of places that stand before the name: "Fort X", "Lake X". */
const PLACE_FIRST = new Set([
  'fort',
  'lake',
  'mount',
  'mt',
  'camp',
  'cape',
  'port',
  'gulf',
  'strait',
  'isle',
  'river',
  'bay',
  'rue',
  'via',
  'viale',
  'piazza',
  'calle',
  'plaza',
  'ulitsa',
  'улица',
  'проспект',
  'via',
  'porto',
  'puerto',
  'порт',
  'озеро',
  'isla',
  'île',
  'rio',
  'wadi',
  'tel',
  'tell',
  'mount',
  'republic',
  'kingdom',
  'state',
  'province',
  'city',
  'town',
  'region',
]);

const JOINS_HEAD = new Set([
  'of',
  'for',
  'on',
  'de',
  'del',
  'della',
  'di',
  'du',
  'des',
  'für',
  'der',
  'по',
  'pour',
  'and',
  'in',
]);

/** The word that says what the whole is: the one before "of …", else the last that is known as a head. */
export function headOf(
  words: readonly Word[],
  run: Run,
  vocabulary: Vocabulary,
): { readonly type: NonNullable<ReturnType<Vocabulary['heads']['get']>>['type']; readonly weight: number } | undefined {
  let end = run.to;
  for (let at = run.from + 1; at <= run.to; at++) {
    const word = words[at];
    if (word?.kind === 'lower' && JOINS_HEAD.has(word.lower)) {
      end = at - 1;
      break;
    }
  }
  for (let at = end; at >= run.from; at--) {
    const word = words[at];
    if (!word || word.kind !== 'name') continue;
    const head =
      vocabulary.heads.get(word.lower) ??
      (word.lower.endsWith('s') ? undefined : vocabulary.heads.get(`${word.lower}s`));
    if (head && (at === end || at > run.from))
      return at === end ? head : { type: head.type, weight: head.weight * 0.5 };
    if (
      /^\p{Lu}?[\p{Ll}-]+(?:ministerium|ministeriums|minister[iu]um|ministeeriumi?|gericht|gerichts|staatsanwaltschaft|amt|behörde|polizei|regierung)$/iu.test(
        word.text,
      )
    )
      return { type: 'PublicBody', weight: 1 };
    if (at < end - 1) break;
  }
  const first = vocabulary.heads.get(words[run.from]?.lower ?? '');
  return first &&
    (first.type !== 'Place' || PLACE_FIRST.has(words[run.from]?.lower ?? '')) &&
    !['Vessel', 'WeaponSystem'].includes(first.type)
    ? first
    : undefined;
}

function isSure(words: readonly Word[], run: Run, around: Surroundings): boolean {
  const { vocabulary, evidence } = around;
  const first = words[run.from];
  if (!first) return false;
  const surface = surfaceOf(words, run);
  if (isKnown(surface, vocabulary)) return true;
  for (let at = run.from; at <= run.to; at++) if (isLegalForm(words, at, vocabulary) && run.to > run.from) return true;
  const names = words.slice(run.from, run.to + 1).filter((word) => word.kind === 'name');
  if (run.to > run.from) {
    if (first.forced && !mayBeName(first, evidence, vocabulary) && names.length < 3 && !headOf(words, run, vocabulary))
      return false;
    return names.length > 1 || isMarked(first);
  }
  if (vocabulary.titles.has(first.lower) || vocabulary.calendar.has(first.lower)) return false;
  if (isMarked(first)) return first.text.length > 1;
  const small = evidence.small.get(first.lower) ?? 0;
  const capital = evidence.capital.get(first.lower) ?? 0;
  if (isCommonWord(first.lower, vocabulary) || vocabulary.heads.has(first.lower)) return false;
  if (first.forced && capital === 0) return followsLikeName(words, run.to, vocabulary) && small === 0;
  return capital > small;
}

/** What comes next could follow a name: a verb, a comma, a possessive ending, the end. */
function followsLikeName(words: readonly Word[], to: number, vocabulary: Vocabulary): boolean {
  const last = words[to];
  const next = words[to + 1];
  if (!last || !next || last.possessive || last.hyphened) return true;
  return next.kind === 'punctuation' || vocabulary.afterNames.has(next.lower) || /(?:ed|s)$/.test(next.lower);
}
