import type { Candidate } from './candidate.ts';
import type { Names } from './clusters.ts';
import { stemOf } from './stem.ts';
import { bareForm, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

/** Names that the document has used for certain, by the stem of their first word. */
export type Learned = ReadonlyMap<string, readonly Lesson[]>;

interface Lesson {
  readonly words: readonly string[];
  readonly key: string;
}

/** Takes names over from where capitals tell to where they do not (headlines, German nouns, all capitals); of persons the family name too. */
export function learn(
  names: readonly Candidate[],
  sentences: readonly Sentence[],
  { clusters, vocabulary }: { readonly clusters: Names; readonly vocabulary: Vocabulary },
): Learned {
  const learned = new Map<string, Lesson[]>();
  const seen = new Set<string>();
  for (const candidate of names) {
    if (seen.has(candidate.key) || candidate.rule === 'mentions/body') continue;
    seen.add(candidate.key);
    const words = (sentences[candidate.sentence]?.words ?? [])
      .slice(candidate.from, candidate.to + 1)
      .filter((word) => word.kind !== 'punctuation');
    teach(learned, words);
    const last = words.at(-1);
    const bare = words.filter((word) => !vocabulary.legalForms.has(bareForm(word.text)));
    if (bare.length > 0 && bare.length < words.length && (bare.length > 1 || (bare[0]?.text.length ?? 0) > 4))
      teach(learned, bare);
    // Slavic style puts the initials last.
    const initials = words.findIndex((word) => word.text.length === 1);
    if (initials > 0 && clusters.clusterOf.get(candidate.key)?.type === 'Person') teach(learned, words.slice(0, 1));
    if (clusters.clusterOf.get(candidate.key)?.type === 'Person' && words.length > 1 && last && last.text.length > 3)
      teach(learned, [last]);
  }
  return learned;
}

function teach(learned: Map<string, Lesson[]>, words: readonly Word[]): void {
  const first = words[0];
  if (!first || (words.length === 1 && first.text.length < 3)) return;
  const stem = stemOf(first.lower);
  const lessons = learned.get(stem) ?? [];
  const lesson = {
    words: words.map((word) => word.text),
    key: words.map((word) => word.lower.replace(/\.$/, '')).join(' '),
  };
  if (lessons.length < 40 && !lessons.some((known) => known.key === lesson.key)) {
    lessons.push(lesson);
    lessons.sort((a, b) => b.words.length - a.words.length || (a.key < b.key ? -1 : 1));
  }
  learned.set(stem, lessons);
}

/** Learned names in a sentence, longest first; other candidates may overlap them. */
export function findLearned(sentence: Sentence, index: number, learned: Learned): Candidate[] {
  const found: Candidate[] = [];
  const { words } = sentence;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word?.kind !== 'name') continue;
    const lesson = learned.get(stemOf(word.lower))?.find((each) => matches(words, at, each.words));
    const last = lesson && words[at + lesson.words.length - 1];
    if (!lesson || !last) continue;
    found.push({
      start: word.start,
      end: last.end,
      sentence: index,
      from: at,
      to: at + lesson.words.length - 1,
      named: true,
      votes: {},
      strength: 1,
      rule: 'mentions/learned',
      key: lesson.key,
    });
    at += lesson.words.length - 1;
  }
  return found;
}

/** The same words up to case endings; in capitals throughout they match too. */
function matches(words: readonly Word[], at: number, lesson: readonly string[]): boolean {
  return lesson.every((text, n) => {
    const word = words[at + n];
    if (!word || (n > 0 && (!word.spaced || word.breaks))) return false;
    if (word.text === text || (word.text.length > 3 && word.text === text.toUpperCase())) return true;
    return /^\p{Script=Cyrillic}/u.test(text) && stemOf(word.lower) === stemOf(text.toLowerCase());
  });
}
