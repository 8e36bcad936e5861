import type { Lexicons, Literal, Mention, Passage, Span } from '../model/index.ts';
import { withoutAccusers } from './accuser.ts';
import { findPhraseCues } from './attribution/phrase-cues.ts';
import { findQuotes, isSpeech } from './attribution/quotes.ts';
import type { SourceCue } from './attribution/source-cue.ts';
import { findVerbCues } from './attribution/verb-cues.ts';
import type { ClaimInput } from './contract.ts';
import { type Discourse, startDiscourse } from './discourse.ts';
import type { Draft, SentenceContext } from './draft.ts';
import { englishGovernors, type Judged, judge } from './governors/judge.ts';
import { withRetractions } from './governors/retraction.ts';
import { readScopes } from './governors/scopes.ts';
import { type GovernorTable, readGovernors } from './governors/table.ts';
import { type Grammar, readGrammar } from './grammar.ts';
import { findModalityCues } from './modality.ts';
import { findOpenQuestions } from './open-questions.ts';
import { withOpinions } from './opinions.ts';
import { findOtherCues } from './other/cues.ts';
import { governorsIn } from './other/governors.ts';
import { findLinear } from './other/linear.ts';
import { readWordings, type Wording } from './other/wordings.ts';
import type { Reading } from './reading.ts';
import { RECOGNISERS } from './recognisers/index.ts';
import { readRecords } from './records/index.ts';
import { nounClasses } from './syntax/lexicon.ts';
import { readSentence } from './syntax/sentence.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** A sentence longer than this (code units) is no prose; it is read piece by piece, so that time stays linear. */
const LONGEST = 4000;

/** The sentence itself, or pieces of a very long one, cut at spaces. */
function pieces(text: string, span: Span): Span[] {
  const found: Span[] = [];
  let { start } = span;
  while (span.end - start > LONGEST) {
    const space = text.lastIndexOf(' ', start + LONGEST);
    const end = space > start + LONGEST / 2 ? space : start + LONGEST;
    found.push({ start, end });
    start = end;
  }
  return [...found, { start, end: span.end }];
}

/** A cursor over records sorted by start: hands out those inside ever later spans, so that a document is read once. */
function cursor<T extends Span>(records: readonly T[]): (span: Span) => T[] {
  const sorted = [...records].sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0;
  return ({ start, end }) => {
    while (at < sorted.length && (sorted[at]?.start ?? 0) < start) at++;
    const inside: T[] = [];
    for (let probe = at; probe < sorted.length; probe++) {
      const record = sorted[probe];
      if (!record || record.start >= end) break;
      if (record.end <= end) inside.push(record);
    }
    return inside;
  };
}

/** Countries named in the document, by English name, first mention each. */
function countriesOf(mentions: readonly Mention[], vocabulary: Vocabulary): Map<string, Mention> {
  const places = new Map<string, Mention>();
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    if (mention.type !== 'Place') continue;
    const name = vocabulary.countryAliases.get(mention.text) ?? mention.text;
    if (!places.has(name)) places.set(name, mention);
  }
  return places;
}

interface Tools {
  readonly grammar: Grammar;
  readonly governors: GovernorTable;
  readonly vocabulary: Vocabulary;
  readonly discourse: Discourse;
  readonly mentionsIn: (span: Span) => Mention[];
  readonly literalsIn: (span: Span) => Literal[];
  readonly memory: { people: readonly Mention[] };
}

/** Most sentences make no claim: their governors are not looked for. */
const NOTHING: Judged = { drafts: [], unread: [] };

/** Languages with word lists of their own but no syntax; everything else is read as English. */
function readOther(text: string, span: Span, tools: Tools, { language, lexicons, wordings, earlier }: Other): Reading {
  const found = { mentions: tools.mentionsIn(span), literals: tools.literalsIn(span) };
  const sentence = readSentence(text, span, found, tools.vocabulary.syntax);
  const sources = findOtherCues(sentence, language, lexicons);
  const speakers = sources.flatMap((cue) => cue.sources);
  const scopes = readScopes(lexicons, language);
  const drafts = findLinear(wordings, { sentence, earlier, speakers, scopes });
  const judged = drafts.length > 0 ? judge(drafts, governorsIn(sentence, scopes)) : NOTHING;
  return {
    sentence,
    drafts: judged.drafts,
    sources,
    modality: findModalityCues(sentence, tools.vocabulary.modalityIn(language)),
    unread: judged.unread,
  };
}

interface Other {
  readonly language: string;
  readonly lexicons: Lexicons;
  readonly wordings: readonly Wording[];
  readonly earlier: readonly Mention[];
}

/** Sentences of a passage in order; people named in one may be meant by "they" in the next. */
function readAll(text: string, spans: readonly Span[], tools: Tools, other: Omit<Other, 'earlier'> | null): Reading[] {
  if (!other) return spans.map((span) => readOne(text, span, tools));
  return spans.map((span) => {
    const reading = readOther(text, span, tools, { ...other, earlier: tools.memory.people });
    const people = reading.sentence.mentions.filter(({ type, named }) => type === 'Person' && named);
    if (people.length > 0) tools.memory.people = people;
    return reading;
  });
}

function readOne(text: string, span: Span, tools: Tools): Reading {
  const found = { mentions: tools.mentionsIn(span), literals: tools.literalsIn(span) };
  const sentence = readSentence(text, span, found, tools.vocabulary.syntax);
  const context: SentenceContext = { sentence, ...tools };
  const drafts = withoutAccusers(
    RECOGNISERS.flatMap((recogniser) => [...recogniser.find(context)]),
    context,
  );
  noteOffices(drafts, context);
  const sources = [...findPhraseCues(context), ...findVerbCues(context)];
  for (const { act, via } of sources) if (act === 'show' && via[0]) tools.discourse.noteReviewer(via[0]);
  const modality = findModalityCues(sentence, tools.vocabulary.modalityIn('en'));
  const judged = drafts.length > 0 ? judge(drafts, englishGovernors(sentence, sources, tools.governors)) : NOTHING;
  const questions = findOpenQuestions(modality, judged.drafts, context);
  tools.discourse.remember(sentence);
  return { sentence, drafts: [...judged.drafts, ...questions], sources, modality, unread: judged.unread };
}

/** "a fellow at Acme" makes its holder an expert, "a spokesman for Acme" an official, for the rest of the document. */
function noteOffices(drafts: readonly Draft[], { sentence, discourse }: SentenceContext): void {
  for (const { predicate, subject, start, end } of drafts) {
    const person = subject[0];
    if (predicate !== 'role_of' || !person) continue;
    const words =
      sentence.text
        .slice(start, end)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    const has = (kind: string): boolean => words.some((word) => nounClasses(sentence.lexicon, word)?.has(kind));
    discourse.noteStanding(person.text, has('expert') ? 'expert' : has('official') ? 'official' : 'unspecified');
  }
}

/**
 * Carries the speaker of a quotation over all its sentences: those inside one pair of marks, and a quotation that follows a
 * tagged one in the same passage without a tag of its own.
 */
function carrySpeakers(readings: readonly Reading[], quotes: readonly Span[]): Reading[] {
  const extra = new Map<Reading, SourceCue[]>();
  let lastCue: SourceCue | null = null;
  let lastEnd = 0;
  for (const quote of quotes.filter(isSpeech)) {
    const inside = readings.filter(({ sentence }) => sentence.start < quote.end && quote.start < sentence.end);
    const overlaps = ({ scope }: SourceCue): boolean => scope.start < quote.end && quote.start + 1 < scope.end;
    const tag: SourceCue | undefined = inside
      .flatMap(({ sources }) => sources)
      .filter((cue) => cue.act === 'say' && overlaps(cue) && (cue.end <= quote.start + 1 || cue.start >= quote.end - 1))
      .at(-1);
    const speaker: SourceCue | null = tag ?? (quote.start - lastEnd <= 6 ? lastCue : null);
    if (!speaker) continue;
    for (const reading of inside) {
      const { sentence } = reading;
      if (reading.sources.includes(speaker)) continue;
      const scope = { start: Math.max(sentence.start, quote.start), end: Math.min(sentence.end, quote.end) };
      extra.set(reading, [...(extra.get(reading) ?? []), { ...speaker, scope, depth: 0, basis: 'context', verb: -1 }]);
    }
    lastCue = speaker;
    lastEnd = Math.max(quote.end, speaker.end);
  }
  return readings.map((reading) => ({ ...reading, sources: [...(extra.get(reading) ?? []), ...reading.sources] }));
}

/** Reads every passage but boilerplate, sentence by sentence, in text order. */
export function readPassages(input: ClaimInput, lexicons: Lexicons): Reading[] {
  const { text } = input.document;
  const vocabulary = readVocabulary(lexicons);
  const tools: Tools = {
    grammar: readGrammar(lexicons),
    governors: readGovernors(lexicons, vocabulary.syntax),
    vocabulary,
    discourse: startDiscourse(countriesOf(input.mentions, vocabulary)),
    mentionsIn: cursor(input.mentions),
    literalsIn: cursor(input.literals),
    memory: { people: [] },
  };
  const { language } = input.document;
  const wordings = readWordings(lexicons).get(language);
  const other = wordings ? { language, lexicons, wordings } : null;
  const passages = [...input.passages].sort((a, b) => a.start - b.start);
  const prose = passages.flatMap((passage: Passage): Reading[] => {
    if (passage.kind === 'boilerplate' || passage.kind === 'deletion') return [];
    const readings = readAll(
      text,
      passage.sentences.flatMap((sentence) => pieces(text, sentence)),
      tools,
      other,
    );
    const quotes = findQuotes(text, passage);
    const scopes = readScopes(lexicons, other ? language : 'en');
    return withOpinions(withRetractions(carrySpeakers(readings, quotes), scopes), quotes);
  });
  return [...prose, ...readRecords(input, vocabulary, lexicons)];
}
