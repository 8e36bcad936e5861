import type { Document, Lexicons, Literal, Mention, MentionType, Passage } from '../model/index.ts';
import { contentId } from '../text/index.ts';
import { findSites, findUsers } from './addresses.ts';
import { findBodies } from './bodies.ts';
import { type Candidate, withoutOverlaps } from './candidate.ts';
import { clusterNames, type Names, type Ties } from './clusters.ts';
import { type Definite, findDefinites } from './definites.ts';
import { findDescriptions } from './descriptions.ts';
import { findEvents } from './events.ts';
import { evidenceOf } from './evidence.ts';
import { findKnown } from './gazetteer.ts';
import { findHan } from './han.ts';
import { withIdentifiers } from './identifiers.ts';
import { isLabel, isOfBoilerplate } from './labels.ts';
import { findLearned, learn } from './learned.ts';
import { findLinks, findLists, type NameList } from './links.ts';
import { findListedPersons } from './listed-persons.ts';
import { findListedTitles } from './listed-titles.ts';
import { findNames } from './names.ts';
import { findQuotedNames } from './quoted.ts';
import { vocabularyOf } from './vocabulary.ts';
import { type Sentence, sentencesOf } from './words.ts';

export interface MentionSources {
  readonly lexicons: Lexicons;
  readonly literals: readonly Literal[];
}

/** Named and described mentions of a document in text order. */
export function nameMentions(
  document: Document,
  passages: readonly Passage[],
  { lexicons, literals }: MentionSources,
): Mention[] {
  const { text, language } = document;
  const vocabulary = vocabularyOf(lexicons, language);
  const money = literals.filter(({ kind }) => kind === 'money' || kind === 'currency');
  const sentences = sentencesOf(text, passages, { vocabulary, money });
  const evidence = evidenceOf(sentences, language, vocabulary);
  const proposed: Candidate[] = [];
  for (const [index, sentence] of sentences.entries()) {
    for (const candidate of findNames(sentence, index, { vocabulary, evidence })) proposed.push(candidate);
    for (const candidate of findKnown(sentence, index, { vocabulary, language })) proposed.push(candidate);
    for (const candidate of findBodies(sentence, index, { lexicons, vocabulary, language })) proposed.push(candidate);
    for (const candidate of findListedPersons(sentence, index, vocabulary)) proposed.push(candidate);
    for (const candidate of findQuotedNames(sentence, index, vocabulary)) proposed.push(candidate);
    for (const candidate of findHan(sentence, index, { lexicons, vocabulary })) proposed.push(candidate);
    for (const candidate of findSites(text, sentence, index)) proposed.push(candidate);
  }
  for (const candidate of findListedTitles(text, passages, sentences, lexicons)) proposed.push(candidate);
  for (const candidate of findUsers(text, passages, sentences)) proposed.push(candidate);
  const free = withoutOverlaps(
    proposed.filter((candidate) => {
      const sentence = sentences[candidate.sentence];
      if (!sentence || isLiteral(candidate, literals) || isLabel(sentence, candidate, vocabulary)) return false;
      return !isOfBoilerplate(sentence, candidate, { vocabulary, evidence });
    }),
  );
  const first = clusterNames(free, tiesOf(text, sentences, free), vocabulary);
  const names = free.filter((candidate) => first.isName(candidate));
  const learned = learn(names, sentences, { clusters: first, vocabulary });
  const more = sentences.flatMap((sentence, index) => findLearned(sentence, index, learned));
  const all = withoutOverlaps(names.concat(more));
  const clusters = clusterNames(all, tiesOf(text, sentences, all), vocabulary);
  const named = toMentions(document, all, clusters);
  const definites = definiteMentions(document, findDefinites(sentences, named));
  const described = withoutOverlaps(
    sentences.flatMap((sentence, index) => [
      ...findEvents(sentence, index, { lexicons, vocabulary }),
      ...findDescriptions(sentence, index, { lexicons, vocabulary }),
    ]),
  );
  const standing = named.concat(definites);
  const mentions = standing
    .concat(describedMentions(document, described, standing))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return withIdentifiers(text, mentions, literals);
}

/** Candidates that are (part of) a date, a sum or a number: "May 2024", "USD 5". */
function isLiteral(candidate: Candidate, literals: readonly Literal[]): boolean {
  let low = 0;
  let high = literals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((literals[middle]?.end ?? 0) <= candidate.start) low = middle + 1;
    else high = middle;
  }
  const literal = literals[low];
  return (
    literal !== undefined &&
    literal.start <= candidate.start &&
    candidate.end <= literal.end &&
    literal.kind !== 'count'
  );
}

function tiesOf(text: string, sentences: readonly Sentence[], candidates: readonly Candidate[]): Ties {
  const links: (readonly [string, string])[] = [];
  const lists: NameList[] = [];
  let group: Candidate[] = [];
  const flush = (): void => {
    const sentence = sentences[group[0]?.sentence ?? -1];
    if (sentence && group.length > 1) {
      links.push(...findLinks(text, sentence, group));
      lists.push(...findLists(text, group));
    }
    group = [];
  };
  for (const candidate of candidates) {
    if (group[0] && group[0].sentence !== candidate.sentence) flush();
    group.push(candidate);
  }
  flush();
  return { links, lists };
}

function toMentions(document: Document, candidates: readonly Candidate[], names: Names): Mention[] {
  const firstOf = new Map<string, string>();
  return candidates.map((candidate): Mention => {
    const cluster = names.clusterOf.get(candidate.key);
    const type: MentionType = cluster?.type ?? 'Organization';
    const id = contentId('m', document.id, candidate.start, candidate.end, type);
    const root = `${type} ${names.rootOf(candidate.key)}`;
    const sameAs = firstOf.get(root) ?? null;
    if (sameAs === null) firstOf.set(root, id);
    return {
      id,
      start: candidate.start,
      end: candidate.end,
      text: document.text.slice(candidate.start, candidate.end),
      type,
      named: candidate.named,
      typeScore: cluster?.score ?? 0,
      sameAs,
      identifiers: candidate.identifiers ?? {},
      by: { rule: candidate.rule },
    };
  });
}

function definiteMentions(document: Document, definites: readonly Definite[]): Mention[] {
  return definites.map(({ start, end, antecedent }) => ({
    id: contentId('m', document.id, start, end, antecedent.type),
    start,
    end,
    text: document.text.slice(start, end),
    type: antecedent.type,
    named: true,
    typeScore: antecedent.typeScore,
    sameAs: antecedent.sameAs ?? antecedent.id,
    identifiers: {},
    by: { rule: 'mentions/definite' },
  }));
}

/** Descriptions that do not cut through a name nor repeat one. */
function describedMentions(document: Document, described: readonly Candidate[], named: readonly Mention[]): Mention[] {
  const sorted = [...named].sort((a, b) => a.start - b.start);
  let from = 0;
  return described.flatMap((candidate): Mention[] => {
    while (from < sorted.length && (sorted[from]?.end ?? 0) <= candidate.start) from++;
    for (let at = from; at < sorted.length; at++) {
      const name = sorted[at];
      if (!name || name.start >= candidate.end) break;
      const inside = candidate.start <= name.start && name.end <= candidate.end;
      if (!inside || (name.start === candidate.start && name.end === candidate.end)) return [];
    }
    const type = (Object.keys(candidate.votes)[0] ?? 'Organization') as MentionType;
    const { start, end } = candidate;
    return [
      {
        id: contentId('m', document.id, start, end, type),
        start,
        end,
        text: document.text.slice(start, end),
        type,
        named: false,
        typeScore: 0.7,
        sameAs: null,
        identifiers: {},
        by: { rule: candidate.rule },
      },
    ];
  });
}
