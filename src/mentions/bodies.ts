import type { Lexicons } from '../model/index.ts';
import type { Candidate } from './candidate.ts';
import { type Phrases, phraseAt, phrasesOf } from './phrases.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

type HeadKind = 'ministry' | 'government' | 'force' | 'authorities';

interface Bodies {
  readonly heads: Phrases<HeadKind>;
  /** Endings of compounds (`ministerium`). */
  readonly endings: readonly (readonly [string, HeadKind])[];
  readonly fields: ReadonlySet<string>;
  /** The nation's adjective follows the head (`governo cinese`), or its name does (`правительство Китая`). */
  readonly nationAfter: boolean;
}

const KINDS: ReadonlySet<string> = new Set<HeadKind>(['ministry', 'government', 'force', 'authorities']);
const isKind = (kind: string | undefined): kind is HeadKind => kind !== undefined && KINDS.has(kind);
const AFTER = new Set(['it', 'fr', 'es', 'pt', 'ru', 'uk']);

const compiled = new WeakMap<Lexicons, Map<string, Bodies>>();

function bodiesOf(lexicons: Lexicons, language: string): Bodies {
  const byLanguage = compiled.get(lexicons) ?? new Map<string, Bodies>();
  compiled.set(lexicons, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const heads = new Map<string, HeadKind>();
  const endings: (readonly [string, HeadKind])[] = [];
  const all = lexicons.lists['mentions/body-heads'] ?? [];
  const used = all.some((row) => row[1] === language) ? language : 'en';
  for (const [head = '', of, kind] of all) {
    if (of !== used || !isKind(kind)) continue;
    if (head.startsWith('*')) endings.push([head.slice(1), kind]);
    else heads.set(head, kind);
  }
  const fields = new Set(
    (lexicons.lists['mentions/body-fields'] ?? []).filter((row) => row[1] === used).map((row) => row[0] ?? ''),
  );
  const bodies = { heads: phrasesOf(heads), endings, fields, nationAfter: AFTER.has(used) };
  byLanguage.set(language, bodies);
  return bodies;
}

export interface BodyContext {
  readonly lexicons: Lexicons;
  readonly vocabulary: Vocabulary;
  readonly language: string;
}

/**
 * Public bodies written with small letters or with their nation: "China’s foreign ministry", "Russian government",
 * "министерство обороны России", "governo cinese", "USA justiitsministeerium". Authorities in general are described, not named.
 */
export function findBodies(sentence: Sentence, index: number, context: BodyContext): Candidate[] {
  const bodies = bodiesOf(context.lexicons, context.language);
  const found: Candidate[] = [];
  const { words } = sentence;
  for (let at = 0; at < words.length; at++) {
    const head = headAt(words, at, bodies);
    if (!head) continue;
    const body = bodies.nationAfter
      ? withNationAfter(words, at, head, { bodies, context })
      : withNationBefore(words, at, head, { bodies, context });
    if (!body) continue;
    const [from, to] = body;
    const first = words[from];
    const last = words[to];
    const ahead = words[from - 1];
    // "Royal Canadian Air Force": part of a longer capitalised name.
    if (
      ahead?.kind === 'name' &&
      !ahead.possessive &&
      !ahead.forced &&
      first?.spaced &&
      last?.kind === 'name' &&
      !context.vocabulary.titles.has(ahead.lower)
    )
      continue;
    const after = words[to + 1];
    // "Russian intelligence service XYZ": the name itself follows.
    if (after?.kind === 'name' && /^\p{Lu}{2,}$/u.test(after.text) && !last?.possessive) continue;
    if (!first || !last || INDEFINITE.test(words[from - 1]?.lower ?? '')) continue;
    found.push({
      start: first.start,
      end: last.end,
      sentence: index,
      from,
      to,
      named: head.kind !== 'authorities',
      votes: { PublicBody: 4 },
      strength: 6,
      rule: 'mentions/body',
      key: words
        .slice(from, to + 1)
        .map((word) => word.lower)
        .join(' '),
    });
    at = to;
  }
  return found;
}

/** "a European intelligence agency" names none. */
const INDEFINITE =
  /^(?:a|an|one|another|any|some|two|three|several|every|each|ein|eine|einer|eines|un|una|une|один|одна)$/;

interface Head {
  readonly kind: HeadKind;
  readonly to: number;
}

function headAt(words: readonly Word[], at: number, bodies: Bodies): Head | null {
  const word = words[at];
  if (!word || (word.kind !== 'lower' && word.kind !== 'name')) return null;
  const best = phraseAt(words, at, bodies.heads);
  if (best) return { kind: best.value, to: best.to };
  const ending = bodies.endings.find(([end]) => word.lower.endsWith(end) && word.lower.length > end.length);
  return ending ? { kind: ending[1], to: at } : null;
}

interface Near {
  readonly bodies: Bodies;
  readonly context: BodyContext;
}

function withNationBefore(
  words: readonly Word[],
  at: number,
  head: Head,
  { bodies, context }: Near,
): [number, number] | null {
  let from = at;
  while (from > 0 && at - from < 4) {
    const word = words[from - 1];
    if (!word || word.possessive || word.hyphened || !bodies.fields.has(word.lower)) break;
    from--;
  }
  const nation = words[from - 1];
  const compound = head.to === at && bodies.endings.some(([end]) => words[at]?.lower.endsWith(end));
  const two = `${words[from - 2]?.lower ?? ''} ${nation?.lower ?? ''}`;
  const national = nation !== undefined && isNation(nation, context);
  if (head.kind === 'force' && isAttribute(words, head.to, context.vocabulary)) return null;
  if (national && nation) {
    const wide = context.vocabulary.places.get(two)?.kind === 'country' ? from - 2 : from - 1;
    return [wide, head.to];
  }
  const of = words[head.to + 1];
  const land = words[head.to + 2]?.lower === 'the' ? head.to + 3 : head.to + 2;
  // "government of X"
  if (
    of?.lower === 'of' &&
    head.kind !== 'authorities' &&
    isCountryForm(words[land] ?? of, context.vocabulary) &&
    words[land]?.kind === 'name'
  )
    return [from, land];
  if (compound && context.language === 'de' && words[at]?.kind === 'name') return [at, head.to];
  return null;
}

/** Adjectives that are written like those of nations, but have no government. */
const NO_NATION =
  /^(?:islamic|islamist|muslim|christian|jewish|catholic|orthodox|sunni|shia|shiite|western|eastern|northern|southern|african|asian|latin|communist|socialist|nazi|democratic|republican|liberal|conservative|olympic|roman|byzantine)$/;

/** An adjective of a nation, a country or its government's seat with or without a possessive ending. */
function isNation(word: Word, { vocabulary, language }: BodyContext): boolean {
  if (word.hyphened) return false;
  if (NO_NATION.test(word.lower)) return false;
  if (vocabulary.isDemonym(word.lower) && (word.kind === 'name' || language !== 'en')) return true;
  if (word.kind !== 'name') return false;
  if (/^(?:U\.?S\.?|U\.?K\.?|EU|UAE|PRC|DPRK)$/.test(word.text)) return true;
  const place = vocabulary.places.get(word.lower);
  return (
    place?.kind === 'country' || (word.possessive && (place?.kind === 'region' || vocabulary.capitals.has(word.lower)))
  );
}

/** "Russian military drones": the head only describes the noun that follows. */
function isAttribute(words: readonly Word[], to: number, vocabulary: Vocabulary): boolean {
  const head = words[to];
  const next = words[to + 1];
  if (!head || !next || head.possessive) return false;
  if (head.hyphened) return true;
  if (/\p{Ll}ed$/u.test(next.lower)) return false;
  return (
    (next.kind === 'lower' && !vocabulary.afterNames.has(next.lower) && !vocabulary.starters.has(next.lower)) ||
    next.kind === 'name'
  );
}

function withNationAfter(
  words: readonly Word[],
  at: number,
  head: Head,
  { bodies, context }: Near,
): [number, number] | null {
  const { vocabulary, language } = context;
  let to = head.to;
  while (to + 1 < words.length && to - head.to < 5) {
    const word = words[to + 1];
    if (!word || (word.kind !== 'lower' && word.kind !== 'name') || !bodies.fields.has(word.lower)) break;
    to++;
  }
  while (to > head.to && SMALL.test(words[to]?.lower ?? '')) to--;
  const field = to > head.to;
  const next = words[to + 1];
  const adjective = words[at - 1];
  const before =
    adjective && (language === 'ru' || language === 'uk') && vocabulary.isDemonym(adjective.lower) ? at - 1 : at;
  if (next && (vocabulary.isDemonym(next.lower) || (next.kind === 'name' && isCountryForm(next, vocabulary))))
    return [before, withFields(words, to + 1, bodies)];
  const of = words[to + 2];
  if (
    next &&
    of &&
    /^(?:de|d’|del|della|degli|dell’|dell'|des|du|di)$/.test(next.lower) &&
    of.kind === 'name' &&
    isCountryForm(of, vocabulary)
  )
    return [before, to + 2];
  if (before < at) return [before, to];
  return head.kind === 'ministry' && field ? [at, to] : null;
}

/** "ministère russe de la Défense": the field may follow the nation. */
function withFields(words: readonly Word[], at: number, { fields }: Bodies): number {
  let to = at;
  while (
    to + 1 < words.length &&
    to - at < 4 &&
    words[to + 1]?.kind !== 'punctuation' &&
    fields.has(words[to + 1]?.lower ?? '')
  )
    to++;
  while (to > at && SMALL.test(words[to]?.lower ?? '')) to--;
  return to;
}

const SMALL = /^(?:de|d’|l’|la|di|del|della|dello|degli|dei|delle|des|du|los|и|по|та|з)$/;

/** The name of a country, also in a Slavic case form or as an abbreviation. */
export function isCountryForm(word: Word, vocabulary: Vocabulary): boolean {
  return countryOf(word.lower, vocabulary) !== undefined;
}

/** Country a Cyrillic or Latin word names, with Slavic and Estonian case endings taken off; `undefined` when none. */
export function countryOf(lower: string, vocabulary: Vocabulary): string | undefined {
  const exact = vocabulary.places.get(lower);
  if (exact?.kind === 'country') return exact.country;
  if (/^\p{Script=Cyrillic}+$/u.test(lower) && lower.length > 3) {
    const stem = lower.replace(
      /(?:ией|ией|ією|ями|ами|ою|ом|ем|ой|ей|ам|ах|ям|ях|ию|ии|ия|ие|ії|ію|ія|[аеиоуыюяіїйь])$/u,
      '',
    );
    if (stem.length < 3) return undefined;
    for (const ending of ['', 'ия', 'ія', 'а', 'я', 'ь', 'й', 'о', 'е', 'ы', 'и', 'ея', 'ай', 'ан']) {
      const place = vocabulary.places.get(stem + ending);
      if (place?.kind === 'country') return place.country;
    }
  }
  return undefined;
}
