import type { Lexicons, Passage } from '../model/index.ts';
import type { Candidate } from './candidate.ts';
import type { Sentence } from './words.ts';

/** Titles of works listed under "Sources:" and the like at the end of a document: one item, one title. */
export function findListedTitles(
  text: string,
  passages: readonly Passage[],
  sentences: readonly Sentence[],
  lexicons: Lexicons,
): Candidate[] {
  const headings = new Set(
    (lexicons.lists['passages/end-headings'] ?? []).filter((row) => row[1] === 'sources').map((row) => row[0] ?? ''),
  );
  const indexOf = new Map(sentences.map((sentence, index) => [sentence.start, index]));
  const found: Candidate[] = [];
  let under = false;
  for (const passage of passages) {
    if (passage.kind !== 'boilerplate') {
      under = false;
      continue;
    }
    const first = passage.sentences[0];
    const last = passage.sentences.at(-1);
    if (!first || !last) continue;
    const line = text.slice(first.start, last.end);
    if (headings.has(line.toLowerCase().replace(/[\s:：]+$/u, ''))) under = true;
    else if (under && line.length < 300 && /\p{L}{3}.*\s.*\p{L}{3}/u.test(line)) {
      const index = indexOf.get(first.start);
      const title = /^[^\n]*?(?=\s+[-–—|]?\s*https?:|$)/u.exec(line)?.[0] ?? line;
      const sentence = index === undefined ? undefined : sentences[index];
      if (index === undefined || !sentence || title.length < 8) continue;
      found.push({
        start: first.start,
        end: first.start + title.length,
        sentence: index,
        from: 0,
        to: Math.max(0, sentence.words.length - 1),
        named: true,
        votes: { Document: 5 },
        strength: 9,
        rule: 'mentions/listed-title',
        key: title.toLowerCase(),
      });
    }
  }
  return found;
}
