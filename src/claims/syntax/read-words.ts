import type { Literal, Mention, Span } from '../../model/index.ts';
import { tokenize } from '../../text/index.ts';
import type { SyntaxLexicon } from './lexicon.ts';
import { classOfMark, type Word, type WordClass } from './word.ts';

interface Unit extends Span {
  readonly mention: Mention | null;
  readonly inner: readonly Mention[];
  readonly literal: Literal | null;
}

/** Outermost mentions, and dates outside them, as units that do not overlap, in text order. */
function unitsOf(mentions: readonly Mention[], literals: readonly Literal[]): Unit[] {
  const units: { start: number; end: number; mention: Mention | null; inner: Mention[]; literal: Literal | null }[] =
    [];
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const mention of sorted) {
    const last = units.at(-1);
    if (last && mention.start < last.end) last.inner.push(mention);
    else units.push({ start: mention.start, end: mention.end, mention, inner: [], literal: null });
  }
  const dates = literals.filter(
    ({ kind, start, end }) => kind === 'date' && !units.some((unit) => unit.start < end && start < unit.end),
  );
  for (const literal of dates)
    units.push({ start: literal.start, end: literal.end, mention: null, inner: [], literal });
  return units.sort((a, b) => a.start - b.start);
}

/** Words of a sentence before their context is looked at: each has the class its form alone suggests. */
function rawWords(text: string, span: Span, units: readonly Unit[], lexicon: SyntaxLexicon): Word[] {
  const words: Word[] = [];
  const plain = (part: Span): void => {
    for (const token of tokenize(text, part)) {
      const lower = token.text.toLowerCase();
      const possessive = /[’']s?$/u.exec(lower)?.[0] ?? '';
      // "Acme's" is one token; when no mention took the name, the 's still has to come off.
      if (token.kind === 'word' && possessive !== '' && lower !== possessive && !lexicon.functionWords.has(lower)) {
        const cut = token.end - possessive.length;
        words.push(wordOf(token.text.slice(0, -possessive.length), { start: token.start, end: cut }, lexicon));
        words.push(plainWord(possessive, { start: cut, end: token.end }, possessive, 'possessive'));
      } else words.push(wordOf(token.text, token, lexicon, token.kind));
    }
  };
  let at = span.start;
  for (const unit of units) {
    if (unit.start < at) continue;
    plain({ start: at, end: unit.start });
    const surface = text.slice(unit.start, unit.end);
    const name: WordClass = unit.mention ? 'mention' : 'time';
    words.push({ ...unit, text: surface, lower: surface.toLowerCase(), class: name, verb: null });
    at = unit.end;
    const possessive = /^[’']s?(?![\p{L}\p{N}])/u.exec(text.slice(at, at + 3))?.[0];
    if (possessive !== undefined && unit.mention) {
      words.push(plainWord(possessive, { start: at, end: at + possessive.length }, possessive, 'possessive'));
      at += possessive.length;
    }
    // "Oslo-based", "Swiss-made": the hyphened rest is an adjective, not a clause of its own.
    const rest = /^[-\u2010\u2011]\p{L}[\p{L}-]*/u.exec(text.slice(at, Math.min(span.end, at + 30)))?.[0];
    if (rest !== undefined) {
      words.push(plainWord(rest, { start: at, end: at + rest.length }, rest.toLowerCase(), 'noun'));
      at += rest.length;
    }
  }
  plain({ start: at, end: span.end });
  return words;
}

/** A word without mention or date. Written out field by field: this runs for every token of a document. */
function plainWord(text: string, span: Span, lower: string, name: WordClass, verb: Word['verb'] = null): Word {
  return {
    start: span.start,
    end: span.end,
    text,
    lower,
    class: name,
    verb,
    mention: null,
    inner: NONE,
    literal: null,
  };
}

const NONE: readonly Mention[] = [];

function wordOf(text: string, span: Span, lexicon: SyntaxLexicon, kind: string = 'word'): Word {
  const lower = text.toLowerCase();
  if (kind === 'punctuation' || kind === 'symbol') {
    return plainWord(text, span, lower, text === '&' ? 'conjunction' : classOfMark(text));
  }
  if (kind === 'number') return plainWord(text, span, lower, 'number');
  const functionClass = lexicon.functionWords.get(lower);
  if (functionClass !== undefined) return plainWord(text, span, lower, functionClass);
  const verb = lexicon.verbs.get(lower);
  if (verb) return plainWord(text, span, lower, 'verb', verb);
  const adverb = lower === text && lower.length > 4 && lower.endsWith('ly');
  return plainWord(text, span, lower, adverb ? 'adverb' : 'noun');
}

const NOMINAL = new Set<WordClass>(['noun', 'mention', 'number', 'time', 'close']);

/** A description of several things, whatever it ends with: "records obtained by the Herald". */
const PLURAL_DESCRIPTION = /\p{L}s (?:\p{L}+(?:ed|en) )?(?:by|from|of|in|at|to|with|for) /u;

/** Whether the verb form at `at` is used as a verb, judged by its neighbours. */
function isVerbHere(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word?.verb) return false;
  const { forms, nounish } = word.verb;
  const before = words[at - 1];
  const after = words[at + 1];
  const beforeClass = before?.class;
  const capitalised = /^\p{Lu}/u.test(word.text) && at > 0 && beforeClass !== 'quote';
  if (capitalised) return false;
  if (beforeClass === 'determiner' || beforeClass === 'possessive') {
    return forms.has('ing') || (before?.lower === 'that' && !nounish) || (before?.lower === 'all' && !nounish);
  }
  const finite = forms.has('base') || forms.has('s');
  if (before?.lower === 'to') return forms.has('base');
  if (beforeClass === 'auxiliary' || beforeClass === 'to') return true;
  if (forms.has('past') || forms.has('participle')) {
    // "documented transfers", "proposed serial production": an adjective between other parts of a noun phrase.
    if (beforeClass === 'preposition' && (after?.class === 'noun' || after?.class === 'mention')) return false;
    return true;
  }
  if (!nounish || !finite) return forms.has('ing') || !finite || beforeClass !== 'preposition';
  if (beforeClass === undefined || beforeClass === 'preposition' || beforeClass === 'verb') return false;
  if (beforeClass === 'relative' || beforeClass === 'pronoun') return true;
  if (beforeClass === 'adverb' || beforeClass === 'conjunction') {
    const number = after?.class === 'number' && forms.has('s');
    return after?.class === 'determiner' || after?.class === 'mention' || after?.lower === 'that' || number;
  }
  if (beforeClass === 'subordinator') return before?.lower === 'that';
  // "U.S. ships", "EU exports": an abbreviated country before a plural is an adjective.
  if (before?.class === 'mention' && /^(?:\p{Lu}\.?){2,4}$/u.test(before.text)) return false;
  if (!NOMINAL.has(beforeClass) && beforeClass !== 'comma') return false;
  if (beforeClass === 'number') return false;
  // "documents reviewed by X show that": the name is the agent of a participle, the plural stands before it.
  const agent = words[at - 2]?.class === 'determiner' ? words[at - 3] : words[at - 2];
  if (before?.class === 'mention' && agent?.lower === 'by' && forms.has('base')) return true;
  if (before?.mention?.named === false && forms.has('base') && PLURAL_DESCRIPTION.test(before.text)) return true;
  const plural = /s$/u.test(before?.lower ?? '') && !/ss$/u.test(before?.lower ?? '');
  const taking =
    after !== undefined &&
    (after.class === 'determiner' ||
      after.class === 'mention' ||
      after.class === 'pronoun' ||
      after.class === 'adverb' ||
      after.class === 'number' ||
      after.lower === 'that' ||
      after.lower === 'to' ||
      after.lower === 'as');
  // "…, the documents show."
  const last = after === undefined || after.class === 'stop' || after.class === 'quote';
  if (last && plural && forms.has('base')) return true;
  if (forms.has('s') && beforeClass !== 'comma') return taking && (!plural || before?.class === 'mention');
  if (beforeClass === 'comma') return taking && after?.class !== 'number';
  return plural && (taking || after?.class === 'noun' || after?.class === 'verb' || after?.class === 'time');
}

/** Classes that the neighbours may change. */
const AMBIGUOUS = new Set<WordClass>(['verb', 'subordinator', 'auxiliary']);

function classInContext(words: readonly Word[], at: number): WordClass {
  const word = words[at];
  if (!word) return 'stop';
  const before = words[at - 1];
  const after = words[at + 1];
  if (word.class === 'verb') return isVerbHere(words, at) ? 'verb' : 'noun';
  if (word.lower === 'to' && word.class === 'preposition') {
    const next = after?.class === 'adverb' ? words[at + 2] : after;
    if (next?.lower === 'be' || next?.lower === 'have' || next?.lower === 'do') return 'to';
    if (!next?.verb?.forms.has('base') || /^\p{Lu}/u.test(next.text)) return 'preposition';
    return next.verb.nounish && /^(?:staff|stock)$/u.test(next.lower) ? 'preposition' : 'to';
  }
  if (word.lower === 'that' && word.class !== 'mention') {
    const nominal = before?.class === 'noun' || before?.class === 'mention' || before?.class === 'close';
    if (nominal && (after?.class === 'verb' || after?.class === 'auxiliary' || after?.class === 'adverb'))
      return 'relative';
    const subject = before === undefined || before.class === 'comma' || before.class === 'preposition';
    if (subject && after?.class === 'noun') return 'determiner';
    return 'subordinator';
  }
  if ((word.lower === '’s' || word.lower === "'s") && word.class === 'auxiliary') {
    return before?.class === 'pronoun' || before?.lower === 'that' || before?.lower === 'there'
      ? 'auxiliary'
      : 'possessive';
  }
  return word.class;
}

/** Adverbs of two words, second words by first. */
const PAIRS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['in', new Set(['fact', 'turn', 'part', 'response', 'addition'])],
  ['so', new Set(['far'])],
  ['at', new Set(['least', 'all'])],
  ['of', new Set(['course'])],
]);
const isPair = (first: Word | undefined, second: Word | undefined): boolean =>
  first !== undefined && second !== undefined && PAIRS.get(first.lower)?.has(second.lower) === true;

const COUNTED = new Set<WordClass>(['preposition', 'adverb', 'determiner', 'auxiliary', 'subordinator']);
const MAGNITUDES = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion', 'dozen']);
const DEGREE = new Set(['more', 'most', 'less', 'even']);

/** Classes that only several words together decide: "in fact", "over half a dozen". */
function joinWords(words: readonly Word[], literals: readonly Literal[]): Word[] {
  const measures = literals.filter(({ kind }) => kind !== 'date' && kind !== 'identifier');
  let next = 0;
  return words.map((word, at): Word => {
    if (word.class === 'mention') return word;
    const after = words[at + 1];
    if (isPair(word, after) || isPair(words[at - 1], word)) return { ...word, class: 'adverb' };
    while ((measures[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++;
    const measure = measures[next];
    const counted = measure !== undefined && measure.start <= word.start && word.end <= measure.end;
    if (counted && (COUNTED.has(word.class) || measure.kind === 'money' || MAGNITUDES.has(word.lower))) {
      return { ...word, class: 'number' };
    }
    if (DEGREE.has(word.lower) && (after?.class === 'adverb' || after?.class === 'verb'))
      return { ...word, class: 'adverb' };
    return word;
  });
}

/** The words of one sentence, mentions and dates whole, each with its class in this context. */
export function readWords(
  text: string,
  span: Span,
  found: { readonly mentions: readonly Mention[]; readonly literals: readonly Literal[] },
  lexicon: SyntaxLexicon,
): Word[] {
  const sorted = [...found.literals].sort((a, b) => a.start - b.start);
  const raw = joinWords(rawWords(text, span, unitsOf(found.mentions, sorted), lexicon), sorted);
  const words: Word[] = [];
  // Left contexts are read already classified, right contexts raw: one pass, no guessing twice.
  for (const [at, word] of raw.entries()) {
    if (!AMBIGUOUS.has(word.class) && word.lower !== 'to') {
      words.push(word);
      continue;
    }
    const left = words.slice(-4);
    const name = classInContext([...left, word, ...raw.slice(at + 1, at + 3)], left.length);
    words.push(name === word.class ? word : { ...word, class: name });
  }
  return words;
}
