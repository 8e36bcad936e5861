import type { Lexicons, Span } from '../../model/index.ts';
import { tokenize } from '../../text/index.ts';
import type { Reading } from '../reading.ts';
import type { Sentence } from '../syntax/sentence.ts';
import { type Governor, judge } from './judge.ts';

/** Wording that takes back what was said before it, in one language. Phrases are lower-cased words. */
export interface Retractions {
  /** Enough by themselves: "is untrue", "fell through". */
  readonly phrases: readonly (readonly string[])[];
  /** Only of a deed named before them: "the sale was cancelled". */
  readonly undone: readonly (readonly string[])[];
  readonly deeds: ReadonlySet<string>;
  /** "in fact": with a negation after it, it takes back. */
  readonly reversals: readonly (readonly string[])[];
  /** "Correction:" before what it corrects. */
  readonly corrections: readonly (readonly string[])[];
  /** Words after which a phrase speaks of a clause that follows, not of what stood before: "untrue that". */
  readonly openers: ReadonlySet<string>;
}

const NEGATIONS =
  /^(?:not|never|no|none|nothing|nobody|nicht|nie|kein\p{L}*|не|ні|ни|ніколи|никогда|pas|jamais|aucun\p{L}*|nunca|non|mai|nessun\p{L}*|nigdy)$|n't$/u;

const OPENERS: ReadonlySet<string> = new Set(['that', 'dass', 'daß', 'что', 'що', 'que', "qu'", 'che', 'że', 'et']);

/** A sentence takes back the one before it in its first words. */
const EARLY = 14;

const compiled = new WeakMap<Lexicons, Map<string, Retractions>>();

/** The wordings of a language, compiled once per lexicons; empty where no table knows any. */
export function readRetractions(lexicons: Lexicons, language: string): Retractions {
  const known = compiled.get(lexicons) ?? new Map<string, Retractions>();
  compiled.set(lexicons, known);
  const ready = known.get(language);
  if (ready) return ready;
  const rows = lexicons.lists[`claims/governors/${language}`] ?? [];
  const words = (wanted: string): string[] =>
    rows.flatMap(([, governs, list = '']) => (governs === wanted ? list.split(' ') : []));
  const phrases = (wanted: string): string[][] => words(wanted).map((wording) => wording.split('_'));
  const table = {
    phrases: phrases('retraction'),
    undone: phrases('undone'),
    deeds: new Set(words('deed')),
    reversals: phrases('reversal'),
    corrections: phrases('correction'),
    openers: OPENERS,
  };
  known.set(language, table);
  return table;
}

const isWord = (word: string, wanted: string): boolean =>
  wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;

/** Where one of `phrases` ends among `words`, before word `limit`; -1 when none stands there. */
function endOf(words: readonly string[], phrases: readonly (readonly string[])[], limit: number): number {
  for (let at = 0; at < Math.min(words.length, limit); at++) {
    for (const phrase of phrases)
      if (phrase.every((word, offset) => isWord(words[at + offset] ?? '', word))) return at + phrase.length;
  }
  return -1;
}

/** Whether a stretch of text takes back what stands before it. */
export function takesBack(text: string, span: Span, table: Retractions): boolean {
  const words = tokenize(text, span)
    .filter(({ kind }) => kind === 'word')
    .map((token) => token.text.toLowerCase().replace(/’/gu, "'"));
  const end = endOf(words, table.phrases, EARLY);
  if (end >= 0 && !table.openers.has(words[end] ?? '')) return true;
  const reversed = endOf(words, table.reversals, 3);
  if (reversed >= 0 && words.slice(reversed).some((word) => NEGATIONS.test(word))) return true;
  const undone = endOf(words, table.undone, EARLY);
  return undone >= 0 && words.slice(0, undone).some((word) => table.deeds.has(word));
}

/** "He was not.", "They never did.": nothing but a pronoun, an auxiliary and a negation. */
function isBareDenial({ words }: Sentence): boolean {
  const said = words.filter((word) => word.class !== 'stop' && word.class !== 'comma');
  // "He paid nothing."
  const none = said.some(({ lower }) => /^(?:nothing|none|nobody)$/u.test(lower));
  if (none && said.length <= 5 && said[0]?.class === 'pronoun') return true;
  const closed = said.every(
    (word) => /^(?:pronoun|auxiliary|adverb|determiner|conjunction)$/u.test(word.class) && !word.mention,
  );
  return (
    said.length > 1 && said.length <= 6 && closed && said.some(({ lower }) => /^(?:not|never)$|n[’']t$/u.test(lower))
  );
}

const CONTRAST =
  /[,;—–]\s+(?:but|yet|however|although|though|aber|doch|но|однако|але|проте|mais|pero|ma|ale|lecz|jednak)\s/giu;

/** The stretches of a sentence that begin with "but": what stands before each may be taken back by it. */
function contrasts({ text, start, end }: Sentence): Span[] {
  return [...text.slice(start, end).matchAll(CONTRAST)].map(({ index }) => ({ start: start + index, end }));
}

/** "Correction: an earlier article …": which part of it is right, its words do not say. */
function isCorrection({ text, start, end }: Sentence, table: Retractions): boolean {
  const head = /^\P{L}*([\p{L}\s]{4,40}):/u.exec(text.slice(start, end))?.[1];
  return head !== undefined && endOf(head.toLowerCase().split(/\s+/u), table.corrections, 3) >= 0;
}

/**
 * Readings without what the text itself takes back: in the same sentence after a "but", or in the next sentence of the passage.
 * When somebody else says that it is not so, it stays as what is alleged.
 */
export function withRetractions(readings: readonly Reading[], table: Retractions): Reading[] {
  return readings.map((reading, index) => {
    if (reading.drafts.length === 0) return reading;
    const { sentence } = reading;
    const next = readings[index + 1];
    const found: { by: Governor; before: number }[] = [];
    if (isCorrection(sentence, table))
      found.push({ by: { kind: 'forged', start: sentence.start, end: sentence.end }, before: sentence.end });
    for (const span of contrasts(sentence))
      if (takesBack(sentence.text, span, table)) found.push({ by: { kind: 'forged', ...span }, before: span.start });
    if (next && (isBareDenial(next.sentence) || takesBack(next.sentence.text, next.sentence, table))) {
      const kind = next.sources.length > 0 ? 'alleged' : 'forged';
      found.push({ by: { kind, start: next.sentence.start, end: next.sentence.end }, before: sentence.end });
    }
    if (found.length === 0) return reading;
    const judged = judge(reading.drafts, ({ ownVoice, trigger }) =>
      ownVoice ? [] : found.filter(({ before }) => trigger.end <= before).map(({ by }) => by),
    );
    return { ...reading, drafts: judged.drafts, unread: [...reading.unread, ...judged.unread] };
  });
}
