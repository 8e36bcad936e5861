import type { Claim, Document, Passage } from '../model/index.ts';
import { type CaseIndex, type ClaimPlace, nameAsWritten, nameMention } from './case-index.ts';
import { type Arguments, fillTemplate, NO_ARGUMENTS } from './clause.ts';
import type { Block, Line, Run } from './dossier.ts';
import { evidenceOf, requireClaim } from './evidence.ts';
import { sayTime, wordValue } from './quantity.ts';
import { datum, enumerate, founded, quote, sentence, text, wordsOf } from './runs.ts';
import { sayWho } from './speaker.ts';
import { frameOf, isNegated } from './wording.ts';

/** How many wordings of a quotation are spelled out. */
const WORDINGS = 3;

/** Names without repetition: two mentions of one entity are one name. */
function uniqueNames(mentions: readonly string[], index: CaseIndex, name = nameMention): Run[][] {
  const named = mentions.map((id) => name(id, index));
  return [...new Map(named.map((runs) => [wordsOf(runs), runs])).values()];
}

/** Claims about names speak of the words themselves; with canonical names they would say that X is also known as X. */
const NAMING: ReadonlySet<Claim['predicate']> = new Set(['also_known_as', 'renamed_as']);

/** One argument of claims that say the same: as the first of them has it, for a fact is told in one wording. */
function argumentOf(role: 'subject' | 'object' | 'theme', claims: readonly Claim[], index: CaseIndex): Run[][] {
  const told = claims.find((claim) => claim[role].length > 0);
  return told ? uniqueNames(told[role], index, NAMING.has(told.predicate) ? nameAsWritten : nameMention) : [];
}

/** Whether a description stands in the plural: "two port officials", "Norwegian experts". Names are taken as singular. */
function isPlural(mention: string, index: CaseIndex): boolean {
  const found = index.mentions.get(mention)?.mention;
  if (!found || index.entityOf.get(mention)?.named !== false) return false;
  const words = found.text.toLowerCase().split(/\s+/, 12);
  const listed = (key: string): string[] => index.wording.label('plural', key).split(' ');
  if (listed('first').includes(words[0] ?? '') || /^\d/.test(words[0] ?? '')) return true;
  const end = words.findIndex((word, n) => n > 0 && listed('after').includes(word));
  return /[^sui]s$/.test(words.at(end - 1 < 0 ? -1 : end - 1) ?? '');
}

/** A quotation shorter than this says little by itself: "the firm denied". */
const SHORT = 40;
const saysLittle = ({ quotation }: Claim): boolean => quotation.length < SHORT;
const SENTENCE_END = /[.!?。！？](?=\s|$)|\n/u;
const LONGEST_REST = 160;

/** What stands before the words of an open question in its sentence: without "Whether" they would read as told. */
function openingOf(claim: Claim, passage: Passage | null | undefined, { text: all }: Document): string {
  if (claim.modality !== 'undetermined') return '';
  const sentence = passage?.sentences.find(({ start, end }) => start <= claim.start && claim.start < end);
  return sentence && claim.start - sentence.start <= LONGEST_REST ? all.slice(sentence.start, claim.start) : '';
}

/** A quotation, a short one with the rest of its sentence: `Zhar-Ptitsa denied that it had received any engines`. */
export function wholeWords({ claim, document }: ClaimPlace, index: CaseIndex): string {
  if (!saysLittle(claim)) return claim.quotation;
  const passage = index.passageAt(document.id, claim);
  const rest = document.text.slice(claim.end, Math.min(passage?.end ?? claim.end, claim.end + LONGEST_REST));
  const end = SENTENCE_END.exec(rest)?.index ?? (rest.length < LONGEST_REST ? rest.length : 0);
  return `${openingOf(claim, passage, document)}${claim.quotation}${rest.slice(0, end).trimEnd()}`;
}

/** Characters of a quotation within a sentence; the footnote has it whole. */
const QUOTED = 200;

/** The exact words of claims that name no object, so that the sentence says what it is about: `“knew of the purchase”`. */
function wordsOfClaims(claims: readonly Claim[], index: CaseIndex): Run[][] {
  const told = new Map(
    claims.map((claim) => [claim.quotation, { claim, document: index.claims.get(claim.id)?.document }]),
  );
  return [...told.values()].slice(0, WORDINGS).map(({ claim, document }) => {
    const quotation = document ? wholeWords({ claim, document }, index) : claim.quotation;
    const language = document?.language ?? 'und';
    const cut = quotation.slice(0, QUOTED).replace(/\s\S{0,30}$/u, '');
    const isCut = quotation.length > QUOTED;
    return [text('“'), quote(isCut ? cut : quotation, language), text(isCut ? '…”' : '”')];
  });
}

/** The arguments of claims that say the same thing. */
function argumentsOf(claims: readonly Claim[], index: CaseIndex): Arguments {
  const values = claims.flatMap(({ value }) => (value ? [value] : []));
  // One that comes with its conversion says the bare one too.
  const [value] = [...values].sort((a, b) => Number(b.converted !== undefined) - Number(a.converted !== undefined));
  const worded = value === undefined ? [] : [[datum(wordValue(value, index.wording))]];
  const theme = argumentOf('theme', claims, index);
  const isSum = value?.currency !== undefined;
  return {
    ...NO_ARGUMENTS,
    subject: argumentOf('subject', claims, index),
    plural: claims.some(({ subject: [only] }) => only !== undefined && isPlural(only, index)),
    object: ownerOf(claims, index) ?? argumentOf('object', claims, index),
    theme,
    goods: isSum || worded.length === 0 ? theme : countGoods(theme, worded),
    price: isSum ? worded : [],
    office: officeOf(claims, index),
    value: worded,
  };
}

/** "The state-owned works": the state, where the claim's own words say so and name no owner. */
function ownerOf([claim]: readonly Claim[], { wording }: CaseIndex): Run[][] | null {
  if (claim?.predicate !== 'owned_by' || claim.object.length > 0) return null;
  const words = claim.quotation.toLowerCase();
  return wording
    .label('owner', 'state')
    .split(' ')
    .some((stem) => words.includes(stem))
    ? [[text('the state')]]
    : null;
}

/** `KT-9 (36 engines)`, `36 engines`; goods whose own words begin with their count are told by it, with its bound. */
function countGoods(theme: readonly (readonly Run[])[], value: readonly (readonly Run[])[]): (readonly Run[])[] {
  if (theme.length === 0) return [...value];
  if (/^\p{N}/u.test(theme.map(wordsOf).join(' '))) return [...value];
  return [[...enumerate(theme), text(' ('), ...value.flat(), text(')')]];
}

/** Words between two names that only lead from one to the other. */
const LEAD = /^[\s,;:()–—-]*(?:(?:who )?(?:is|was|are|were|as)\s+)?/iu;
const TRAIL = /[\s,;:()–—-]*(?:\s(?:of|at|for|in|with|from|on|to|by|the))*[\s,;:()–—-]*$/iu;
const LONGEST_OFFICE = 120;
/** Words that name no office by themselves. */
const QUALIFIERS = /^(?:(?:an?|the|former|then|late|current|acting|senior|ex)(?:\s+|$))+$/iu;

/** What the words between somebody and the body call him: `“a former deputy director”`; where they call him nothing, the whole words. */
function officeOf([claim]: readonly Claim[], index: CaseIndex): Run[][] {
  if (claim?.predicate !== 'role_of') return [];
  const place = index.claims.get(claim.id);
  const [subject, object] = [claim.subject[0], claim.object[0]].map((id) => index.mentions.get(id ?? '')?.mention);
  if (!place || !subject) return [];
  const { document } = place;
  const quoted = (words: string): Run[][] => [[text('“'), quote(words, document.language), text('”')]];
  const between = object
    ? document.text.slice(Math.min(subject.end, object.end), Math.max(subject.start, object.start))
    : document.text.slice(subject.end, claim.end);
  const words = between
    .replace(/\s+/gu, ' ')
    .replace(/^['’]s /u, '')
    .replace(LEAD, '')
    .replace(TRAIL, '')
    .trim();
  // "X, a former Acme inspector": the body stands within the office.
  if (object && subject.end <= object.start && QUALIFIERS.test(words)) {
    const whole = document.text.slice(subject.end, claim.end).replace(/\s+/gu, ' ').replace(LEAD, '').trim();
    if (/\p{L}{3}/u.test(whole) && whole.length <= LONGEST_OFFICE) return quoted(whole);
  }
  const isOffice = /\p{L}{3}/u.test(words) && words.length <= LONGEST_OFFICE && subject.start <= claim.end;
  return quoted(isOffice ? words : claim.quotation.replace(/\s+/gu, ' '));
}

/** What the template has no place for: count, place and time, as a reader says it: ` (at least 4 times) in Velm since mid-2031`. */
function circumstances(claims: readonly Claim[], template: string, given: Arguments, index: CaseIndex): Run[] {
  const [claim] = claims;
  if (claim === undefined || (given.words.length > 0 && template.includes('{words'))) return [];
  const places = uniqueNames(claim.place, index);
  const isUsed = /\{(?:value|goods)/u.test(template) || (given.price.length > 0 && template.includes('{price'));
  const language = index.claims.get(claim.id)?.document.language ?? 'und';
  return [
    ...(isUsed ? [] : given.value.flatMap((value) => [text(' ('), ...value, text(')')])),
    ...(places.length > 0 ? [text(' in '), ...enumerate(places)] : []),
    ...(claim.time === null ? [] : [text(' '), datum(sayTime(claim.time, language))]),
  ];
}

/**
 * The careful sentence for claims that say one thing in one way: who says it, how sure, what.
 * `According to Harbour Gazette, citing two officials, it is alleged that Nordwerk has supplied pumps to Karst.`
 */
export function readStance(claims: readonly Claim[], who: readonly Run[], index: CaseIndex): Run[] {
  return sentence(readPlainly(claims, { who, isQuoted: true }, index));
}

interface PlainOptions {
  /** Who says it; none: the sentence names no speaker. */
  readonly who: readonly Run[];
  /** Whether a sentence without an object holds the exact words. */
  readonly isQuoted: boolean;
}

function readPlainly(claims: readonly Claim[], { who, isQuoted }: PlainOptions, index: CaseIndex): Run[] {
  const [first] = claims;
  if (!first) return [];
  const document = index.claims.get(first.id)?.document;
  const kind = document ? index.passageAt(document.id, first)?.kind : undefined;
  const wording = index.wording.predicate(first.predicate, first.modality, ...(kind ? [kind] : []));
  const plain = argumentsOf(claims, index);
  const given = isQuoted && plain.object.length === 0 ? { ...plain, words: wordsOfClaims(claims, index) } : plain;
  const clause = fillTemplate(wording.clause, given, index.wording);
  const base = fillTemplate(wording.base, given, index.wording);
  const framed = { ...given, who: who.length > 0 ? [who] : [], clause: [clause], base: [base] };
  const runs = fillTemplate(frameOf(first, index.wording), framed, index.wording);
  return [...runs, ...circumstances(claims, wording.clause, given, index)];
}

/**
 * What a claim says and how surely, in plain words without its speaker: `it is denied that Nordwerk has supplied pumps to Karst`.
 */
export const wordClaim = (claim: Claim, index: CaseIndex): string =>
  wordsOf(readPlainly([claim], { who: [], isQuoted: true }, index));

/** One claim as a founded sentence. */
export function readClaim(id: string, index: CaseIndex): Line {
  const place = requireClaim(id, index);
  return founded([evidenceOf(id)], readStance([place.claim], sayWho(place, index), index));
}

export function tagsOf({ claim }: ClaimPlace, index: CaseIndex): Run[] {
  const modality = index.wording.modality(claim.modality).tag;
  const cautious = claim.modality !== 'reported' && claim.modality !== 'documented';
  const review = index.wording.label('review', claim.review);
  return [
    { kind: 'tag', text: modality, tone: cautious ? 'caution' : 'plain' },
    ...(isNegated(claim, index.wording) ? [{ kind: 'tag', text: 'negative', tone: 'caution' } as const] : []),
    { kind: 'tag', text: review, tone: claim.review === 'proposed' ? 'machine' : 'person' },
  ];
}

/** One claim in full: reading, exact words, tags. */
export function showClaim(id: string, index: CaseIndex): Block {
  const place = requireClaim(id, index);
  const { text: quotation, language } = { text: place.claim.quotation, language: place.document.language };
  // The exact words stand under the sentence, so that it need not hold them but where they say little.
  const runs = sentence(
    readPlainly([place.claim], { who: sayWho(place, index), isQuoted: saysLittle(place.claim) }, index),
  );
  return {
    kind: 'claim',
    line: founded([evidenceOf(id)], runs),
    quotation: { text: quotation, language },
    tags: tagsOf(place, index),
  };
}

/** The words alone, in quotation marks; where the quotation says little by itself, its sentence to the end. */
export function quoteClaim(id: string, index: CaseIndex): Line {
  const place = requireClaim(id, index);
  const words = quote(wholeWords(place, index), place.document.language);
  return founded([evidenceOf(id)], [text('“'), words, text('”')]);
}
