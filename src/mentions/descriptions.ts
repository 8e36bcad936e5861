import type { Lexicons, MentionType } from '../model/index.ts';
import type { Candidate } from './candidate.ts';
import { type Phrases, phraseAt, phrasesOf } from './phrases.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

interface Wording {
  readonly nouns: Phrases<string>;
  readonly modifiers: ReadonlySet<string>;
}

const TYPE: Readonly<Record<string, MentionType>> = {
  source: 'Organization',
  people: 'Person',
  company: 'Company',
  document: 'Document',
};

const compiled = new WeakMap<Lexicons, Wording>();

function wordingOf(lexicons: Lexicons): Wording {
  const known = compiled.get(lexicons);
  if (known) return known;
  const wording: Wording = {
    nouns: phrasesOf((lexicons.lists['mentions/described'] ?? []).map(([noun = '', kind = '']) => [noun, kind])),
    modifiers: new Set((lexicons.lists['mentions/describing'] ?? []).map((row) => row[0] ?? '')),
  };
  compiled.set(lexicons, wording);
  return wording;
}

const DETERMINER =
  /^(?:the|these|those|this|that|a|an|another|one|its|their|his|her|our|some|several|many|both|all|more)$/;
const SEEN =
  /^(?:reviewed|seen|obtained|examined|viewed|analysed|analyzed|leaked|released|published|provided|filed|shared|verified)$/;

/**
 * Sources, documents, groups of people and companies that are described but not named ("two European intelligence officials",
 * "invoices and bank statements", "Chinese experts", "a Russian intermediary"). People and companies need a nation to count; English only.
 */
export function findDescriptions(
  sentence: Sentence,
  index: number,
  { lexicons, vocabulary }: { readonly lexicons: Lexicons; readonly vocabulary: Vocabulary },
): Candidate[] {
  const wording = wordingOf(lexicons);
  const { words } = sentence;
  const found: Candidate[] = [];
  if (sentence.titleCase || sentence.passage === 'boilerplate' || sentence.passage === 'heading') return found;
  for (let at = 0; at < words.length; at++) {
    const noun = nounAt(words, at, wording);
    if (!noun) continue;
    const phrase = phraseAround(words, at, noun, { wording, vocabulary });
    at = noun.to;
    if (!phrase) continue;
    const first = words[phrase.from];
    const last = words[phrase.to];
    const type = TYPE[phrase.kind];
    if (!first || !last || !type) continue;
    const key = words
      .slice(phrase.from, phrase.to + 1)
      .map((word) => word.lower)
      .join(' ');
    found.push({
      start: first.start,
      end: last.end,
      sentence: index,
      from: phrase.from,
      to: phrase.to,
      named: false,
      votes: { [type]: 3 },
      strength: 1,
      rule: `mentions/described-${phrase.kind}`,
      key,
    });
    at = Math.max(at, phrase.to);
  }
  return found;
}

interface Noun {
  readonly kind: string;
  readonly to: number;
}

function nounAt(words: readonly Word[], at: number, wording: Wording): Noun | null {
  const word = words[at];
  if (!word || (word.kind !== 'lower' && !(word.kind === 'name' && word.forced))) return null;
  const found = phraseAt(words, at, wording.nouns);
  if (!found) return null;
  const best: Noun = { kind: found.value, to: found.to };
  // "official statement", "company sources": a noun before another noun only describes it.
  const next = words[best.to + 1];
  if (next?.kind === 'lower' && wording.nouns.values.has(next.lower) && !words[best.to]?.possessive) return null;
  return best;
}

interface Looks {
  readonly wording: Wording;
  readonly vocabulary: Vocabulary;
}

interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}

function phraseAround(words: readonly Word[], at: number, noun: Noun, { wording, vocabulary }: Looks): Phrase | null {
  let from = at;
  let nation = false;
  let owner = false;
  while (from > 0 && at - from < 6) {
    const word = words[from - 1];
    if (!word || word.kind === 'punctuation' || word.kind === 'number') break;
    const national = isNation(word, vocabulary);
    const joined = /^(?:and|or)$/.test(word.lower) && isNation(words[from - 2], vocabulary) && nation;
    if (!national && !joined && !wording.modifiers.has(word.lower)) break;
    nation ||= national;
    from--;
  }
  const described = from < at;
  const before = words[from - 1];
  const determiner = before && DETERMINER.test(before.lower) ? from - 1 : from;
  if (
    before?.kind === 'name' &&
    !before.possessive &&
    from === at &&
    noun.kind === 'document' &&
    !vocabulary.isDemonym(before.lower)
  ) {
    from--;
    owner = true;
  } else if (before?.possessive && noun.kind === 'document' && before.kind === 'name') {
    from--;
    owner = true;
  }
  const count = words[from - 1]?.kind === 'number' && /^\d{1,3}$/.test(words[from - 1]?.text ?? '') ? 1 : 0;
  const after = words[noun.to + 1];
  switch (noun.kind) {
    case 'document': {
      if (
        owner &&
        !words[from]?.possessive &&
        /^reports$/.test(words[noun.to]?.lower ?? '') &&
        determinerBefore(words, from) === from
      )
        return null;
      const seen =
        SEEN.test(after?.lower ?? '') && words[noun.to + 2]?.lower === 'by' ? sourceEnd(words, noun.to + 3) : -1;
      const pair = pairEnd(words, noun.to, wording);
      const to = seen > 0 ? seen : pair;
      const plain =
        /^(?:indictment|complaint|affidavit|court papers|court documents|court filings?|court records|bills? of lading|customs (?:data|records)|trade data|shipping records|travel records|flight records|invoices?|bank statements)$/.test(
          words
            .slice(at, noun.to + 1)
            .map((word) => word.lower)
            .join(' '),
        );
      if (
        to <= noun.to &&
        !described &&
        !owner &&
        !plain &&
        !/^(?:show|showed|shows|say|said|describe|described|indicate|indicated|reveal|revealed|suggest|suggested|confirm|confirmed|record|detail)$/.test(
          after?.lower ?? '',
        )
      )
        return null;
      return {
        from: owner && !words[from]?.possessive ? determinerBefore(words, from) : owner ? from : determiner,
        to,
        kind: 'document',
      };
    }
    case 'source': {
      if (after?.kind === 'name' && after.spaced && !words[noun.to]?.possessive) return null;
      const familiar =
        after?.lower === 'familiar' && words[noun.to + 2]?.lower === 'with' ? clauseEnd(words, noun.to + 3) : noun.to;
      const word = words[noun.to]?.lower ?? '';
      const alone = /^(?:prosecutors|officials|sources|investigators|diplomats)$/.test(word);
      if (/^(?:person|people)$/.test(word) && familiar === noun.to) return null;
      if (!described && !alone && familiar === noun.to) return null;
      if (
        described &&
        !nation &&
        !/^(?:officials?|sources?|diplomats?|prosecutors?|investigators?|executives?|officers?|people|person)$/.test(
          word,
        )
      )
        return null;
      const to = familiar > noun.to ? familiar : fromBody(words, noun.to);
      return { from: definite(words, from) - count, to, kind: 'source' };
    }
    default: {
      if (!nation || (after?.kind === 'name' && after.spaced && !words[noun.to]?.possessive)) return null;
      if (
        INTRODUCES.test(after?.lower ?? '') ||
        (after?.lower === ',' && words[noun.to + 2]?.kind === 'name' && noun.kind === 'company')
      )
        return null;
      return { from: definite(words, from) - count, to: noun.to, kind: noun.kind };
    }
  }
}

const INTRODUCES = /^(?:called|named|dubbed|known)$/;

function isNation(word: Word | undefined, vocabulary: Vocabulary): boolean {
  if (word?.kind !== 'name' || word.possessive) return false;
  return vocabulary.isDemonym(word.lower) || /^(?:U\.?S\.?|U\.?K\.?|EU|UN|U\.N\.|NATO|UAE)$/.test(word.text);
}

/** "reviewed by Acme News": the end of the name after "by". */
function sourceEnd(words: readonly Word[], at: number): number {
  let to = at;
  if (words[to]?.lower === 'the') to++;
  if (words[to]?.kind !== 'name') return -1;
  while (words[to + 1]?.kind === 'name' && !words[to]?.possessive) to++;
  return to;
}

/** "invoices and bank statements". */
function pairEnd(words: readonly Word[], to: number, wording: Wording): number {
  if (words[to + 1]?.lower !== 'and') return to;
  const second = nounAt(words, to + 2, wording);
  return second?.kind === 'document' ? second.to : to;
}

/** "familiar with the matter": an article and a word, or two words. */
function clauseEnd(words: readonly Word[], at: number): number {
  const to = DETERMINER.test(words[at]?.lower ?? '') ? at + 1 : at;
  return words[to]?.kind === 'lower' ? to : at - 1;
}

/** With "the" or "these" before it; "a" is left off. */
const definite = (words: readonly Word[], from: number): number =>
  /^(?:the|these|those)$/.test(words[from - 1]?.lower ?? '') ? from - 1 : from;

function determinerBefore(words: readonly Word[], from: number): number {
  const lower = words[from - 1]?.lower ?? '';
  return DETERMINER.test(lower) || /^(?:two|three|four|five|six|seven|eight|nine|ten|dozens)$/.test(lower)
    ? from - 1
    : from;
}

/** "sources from a European intelligence agency". */
function fromBody(words: readonly Word[], to: number): number {
  if (words[to + 1]?.lower !== 'from' || !/^(?:a|an|the|two|three)$/.test(words[to + 2]?.lower ?? '')) return to;
  for (let at = to + 3; at < Math.min(words.length, to + 8); at++) {
    const word = words[at];
    if (!word || word.kind === 'punctuation') return to;
    if (
      /^(?:agency|agencies|service|services|company|firm|ministry|organisation|organization|government|governments|police)$/.test(
        word.lower,
      )
    )
      return at;
  }
  return to;
}
