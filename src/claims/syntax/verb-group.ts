import type { SyntaxLexicon } from './lexicon.ts';
import type { Word } from './word.ts';

export type GroupForm = 'finite' | 'infinitive' | 'gerund' | 'participle';

/**
 * A verb with its auxiliaries, adverbs and negation: "has not been delivered". `start`, `end`, `head` index words, `end` exclusive.
 * A group without a full verb has the auxiliary's own lemma: "is", "has". `participle` stands without an auxiliary ("drones made by").
 */
export interface VerbGroup {
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly lemma: string;
  readonly form: GroupForm;
  readonly passive: boolean;
  readonly negative: boolean;
  readonly modal: string;
}

const BE = new Set([
  'be',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  'am',
  "isn't",
  "aren't",
  "wasn't",
  "weren't",
  'isn’t',
  'aren’t',
  'wasn’t',
  'weren’t',
  '’s',
  "'s",
  '’re',
  "'re",
]);
const HAVE = new Set(['have', 'has', 'had', 'having', '’ve', "'ve"]);
const MODAL = /^(?:can|could|may|might|must|shall|should|will|would)/u;
const NEGATION = /^(?:not|never|cannot|neither|nor)$|n[’']t$/u;

function auxiliaryLemma(lower: string): string {
  if (BE.has(lower)) return 'be';
  if (HAVE.has(lower)) return 'have';
  if (MODAL.test(lower)) return 'modal';
  return 'do';
}

interface Draft {
  readonly group: VerbGroup;
  /** "sold" alone may be a finite past or a participle; the sentence decides. */
  readonly undecided: boolean;
}

function readGroup(words: readonly Word[], start: number): Draft | null {
  let at = start;
  let passive = false;
  let negative = false;
  let modal = '';
  let infinitive = false;
  let auxiliary = -1;
  for (; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    if (word.class === 'auxiliary') {
      auxiliary = at;
      passive = BE.has(word.lower);
      negative ||= NEGATION.test(word.lower);
      if (MODAL.test(word.lower)) modal = word.lower.replace(/n[’']t$|not$/u, '');
    } else if (word.class === 'adverb') negative ||= NEGATION.test(word.lower);
    else if (word.class === 'to' && at === start) infinitive = true;
    else break;
  }
  const head = words[at];
  if (head?.class === 'verb' && head.verb) {
    const { forms, lemma } = head.verb;
    const participle = forms.has('participle');
    const alone = auxiliary < 0 && !infinitive;
    const certain = forms.has('base') || forms.has('s');
    const form: GroupForm = infinitive
      ? 'infinitive'
      : forms.has('ing') && (alone || words[auxiliary]?.lower === 'having')
        ? 'gerund'
        : alone && participle && !forms.has('past')
          ? 'participle'
          : words[auxiliary]?.lower === 'being' && auxiliary === start
            ? 'participle'
            : 'finite';
    const group = { start, end: at + 1, head: at, lemma, form, passive: passive && participle, negative, modal };
    return {
      group: form === 'participle' ? { ...group, passive: true } : group,
      undecided: alone && participle && forms.has('past') && !certain,
    };
  }
  if (auxiliary < 0) return null;
  const lower = words[auxiliary]?.lower ?? '';
  const form = infinitive ? 'infinitive' : /ing$/u.test(lower) ? 'gerund' : 'finite';
  return {
    group: {
      start,
      end: auxiliary + 1,
      head: auxiliary,
      lemma: auxiliaryLemma(lower),
      form,
      passive: false,
      negative,
      modal,
    },
    undecided: false,
  };
}

/** Marks between which a finite verb and a participle compete for the same subject. */
const isBarrier = (word: Word | undefined): boolean =>
  word === undefined ||
  word.class === 'stop' ||
  word.class === 'quote' ||
  word.class === 'relative' ||
  word.class === 'subordinator';

/**
 * Whether an -ed form without an auxiliary is a participle ("documents reviewed by the Herald show"): it follows a noun phrase, and
 * its clause has its finite verb elsewhere, or the agent follows.
 */
function isParticiple(
  words: readonly Word[],
  drafts: readonly Draft[],
  index: number,
  lexicon: SyntaxLexicon,
): boolean {
  const draft = drafts[index];
  if (!draft) return false;
  const { start, end } = draft.group;
  const before = words[start - 1];
  const after = words[end];
  if (after?.lower === 'by' && before?.class !== 'pronoun') return true;
  if (before === undefined) return after?.class === 'preposition';
  if (before.class === 'pronoun' || before.class === 'relative' || before.class === 'subordinator') return false;
  const object =
    after?.class === 'mention' ||
    after?.class === 'determiner' ||
    after?.class === 'pronoun' ||
    after?.class === 'number';
  // "…, two officials said.": a reporting verb with nothing, a clause or an object after it is finite.
  const ends = after === undefined || /^(?:stop|comma|quote|time|subordinator)$/u.test(after.class);
  if (lexicon.clauseVerbs.has(draft.group.lemma) && (ends || draft.group.lemma === 'tell')) return false;
  // "an earlier version said police arrested X": what is said follows with a verb of its own.
  if (draft.group.lemma === 'say' && after?.class === 'noun') return false;
  for (let other = index - 1; other >= 0; other--) {
    const earlier = drafts[other]?.group;
    if (earlier?.form !== 'finite') continue;
    // "records show X travelled": the clause after the verb has its own finite verb.
    if (lexicon.clauseVerbs.has(earlier.lemma) && !earlier.passive && (object || before.class === 'comma')) break;
    let blocked = false;
    let comma = false;
    for (let at = earlier.end; at < start; at++) {
      blocked ||= isBarrier(words[at]);
      comma ||= words[at]?.class === 'comma';
    }
    if (blocked) break;
    const coordinated =
      before.class === 'conjunction' || (before.class === 'adverb' && words[start - 2]?.class === 'conjunction');
    return !coordinated && !(object && comma);
  }
  if (object) return false;
  for (const later of drafts.slice(index + 1)) {
    if (later.group.form !== 'finite') continue;
    if (later.undecided && words[later.group.start - 1]?.class === 'conjunction') {
      if (before.class === 'comma') continue;
      return false;
    }
    let commas = 0;
    for (let at = end; at < later.group.start; at++) {
      if (isBarrier(words[at]) || (words[at]?.class === 'conjunction' && before.class !== 'comma')) return false;
      if (words[at]?.class === 'comma') commas++;
    }
    // "X, based in Y, said": the pair of commas closes before the finite verb; "In 2020 X moved to Y, said Z" has no comma before.
    return before.class === 'comma' ? commas >= 1 : commas === 0;
  }
  return false;
}

/** The verb groups of a sentence in order. */
export function findVerbGroups(words: readonly Word[], lexicon: SyntaxLexicon): VerbGroup[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < words.length; at++) {
    const name = words[at]?.class;
    if (name !== 'auxiliary' && name !== 'verb' && name !== 'to') continue;
    // Adverbs before the verb belong to the group ("never supplied").
    let start = at;
    while (start > (drafts.at(-1)?.group.end ?? 0) && words[start - 1]?.class === 'adverb') start--;
    const draft = readGroup(words, name === 'to' ? at : start);
    if (!draft) continue;
    drafts.push(draft);
    at = draft.group.end - 1;
  }
  const groups: VerbGroup[] = [];
  for (const [index, draft] of drafts.entries()) {
    const participle = draft.undecided && isParticiple(words, drafts, index, lexicon);
    const group: VerbGroup = participle ? { ...draft.group, form: 'participle', passive: true } : draft.group;
    drafts[index] = { group, undecided: false };
    groups.push(group);
  }
  return groups;
}
