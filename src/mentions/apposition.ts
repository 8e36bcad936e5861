import type { Votes } from './candidate.ts';
import { classAt, votesOf } from './class-nouns.ts';
import { plays, type Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** "X, a state-owned arms maker", "X, 59,", "X, chief of", "X, Russia". */
export function appositionVotes(words: readonly Word[], start: number, vocabulary: Vocabulary): Votes {
  const first = words[start];
  if (!first) return {};
  if (
    first.kind === 'number' &&
    /^[1-9]\d$/.test(first.text) &&
    /^(?:[,.)]|and|und|e|et)$/.test(words[start + 1]?.lower ?? '')
  )
    return { Person: 2 };
  const land = first.kind === 'name' ? vocabulary.places.get(first.lower)?.kind : undefined;
  if (land === 'country' || land === 'region') return { Place: 0.9 };
  if (first.lower === 'who') return { Person: 0.8 };
  const article = /^(?:a|an|the|another|one|its|his|her|ein|eine|der|die|das|un|una|une|il|la|le)$/.test(first.lower);
  for (let at = start; at < Math.min(words.length, start + 9); at++) {
    const word = words[at];
    if (!word || word.kind === 'punctuation') break;
    if (plays(vocabulary, 'ends-apposition', word.lower)) break;
    const kind = classAt(words, at, vocabulary);
    const more = words[at + 1];
    if (kind && kind !== 'document' && !(more?.kind === 'lower' && vocabulary.classNouns.has(more.lower))) {
      if (!article && kind !== 'person') break;
      return votesOf(kind, kind === 'person' ? 1.8 : 1.6);
    }
    if (word.kind === 'name' && vocabulary.titles.has(word.lower) && !vocabulary.heads.has(words[at + 1]?.lower ?? ''))
      return { Person: 1.5 };
  }
  return {};
}

/** "X (born 1970)", "X (59)". */
export function bracketVotes(words: readonly Word[], start: number): Votes {
  const first = words[start];
  const life = words
    .slice(start, start + 10)
    .map((word) => word.text)
    .join(' ');
  if (/^[^)]{0,40}\b\d{4} [–-] [^)]{0,30}\b\d{4} \)/.test(life)) return { Person: 1.5 };
  if (
    first?.lower === 'born' ||
    first?.lower === 'geboren' ||
    (first?.kind === 'number' && /^[1-9]\d$/.test(first.text) && words[start + 1]?.text === ')')
  )
    return { Person: 1.5 };
  return {};
}
