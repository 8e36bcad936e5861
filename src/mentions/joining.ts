import { isLegalForm } from './heads.ts';
import { isCommonWord, plays, type Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

export function overSmallWords(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): number {
  if (to > from && isLegalForm(words, to, vocabulary)) return to;
  const joining: Word[] = [];
  let at = to + 1;
  while (at < words.length && joining.length < 3) {
    const word = words[at];
    if (!word || (word.kind !== 'lower' && word.text !== '&') || word.possessive) break;
    joining.push(word);
    at++;
  }
  const after = words[at];
  const first = joining[0]?.lower ?? '';
  if (after?.kind !== 'name' || joining.length === 0) return to;
  const rest = joining.slice(1).map((word) => word.lower);
  const onlyArticles = rest.every((word) => plays(vocabulary, 'article', word));
  if (
    vocabulary.particles.has(first) &&
    joining.every((word) => vocabulary.particles.has(word.lower)) &&
    !['y', 'e', 'a'].includes(first)
  ) {
    return joinsParticle(words[to], after, vocabulary) ? at : to;
  }
  if (!onlyArticles) return to;
  if (plays(vocabulary, 'of', first))
    return hasHead(words, from, to, vocabulary) || (to === from && isCapitalNoun(words, from, to, vocabulary))
      ? at
      : to;
  if (plays(vocabulary, 'after-head', first)) {
    if (
      first === 'and' ||
      first === 'und' ||
      first === 'и' ||
      first === 'et' ||
      first === 'e' ||
      first === 'y' ||
      first === 'та' ||
      first === 'і'
    )
      return joinsAnd(words, from, to, { after, vocabulary }) ? at : to;
    if (first === 'in' || first === 'to' || first === 'against') return to;
    return hasHead(words, from, to, vocabulary, true) ? at : to;
  }
  return to;
}

function joinsParticle(last: Word | undefined, after: Word, vocabulary: Vocabulary): boolean {
  if (!last || vocabulary.places.get(last.lower)?.kind === 'country') return false;
  return after.kind === 'name' && !vocabulary.calendar.has(last.lower);
}

/** "Center for …", "Ministry of …", "Bank …": a head noun among the words so far. */
function hasHead(
  words: readonly Word[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
  organisation = false,
): boolean {
  for (let at = to; at >= from; at--) {
    const head = vocabulary.heads.get(words[at]?.lower ?? '');
    if (!head || head.type === 'WeaponSystem' || head.type === 'Vessel') continue;
    if (!organisation || ['Company', 'Organization', 'PublicBody', 'Event', 'Document'].includes(head.type))
      return true;
  }
  return false;
}

/** A capitalised common noun in the middle of a sentence ("Guild of …"), not a title ("President of …"). */
function isCapitalNoun(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): boolean {
  const word = words[to];
  if (vocabulary.givenNames.has(words[from]?.lower ?? '')) return false;
  if (!word || word.forced || vocabulary.titles.has(word.lower) || vocabulary.calendar.has(word.lower)) return false;
  return isCommonWord(word.lower, vocabulary);
}

/** "Customs and Border Protection Service": the head comes at the end of what follows. */
function endsWithHead(words: readonly Word[], from: number, vocabulary: Vocabulary): boolean {
  let last: Word | undefined;
  for (
    let at = from;
    at < words.length && at < from + 4 && words[at]?.kind === 'name' && (at === from || !last?.possessive);
    at++
  )
    last = words[at];
  const head = vocabulary.heads.get(last?.lower ?? '');
  return head !== undefined && ['PublicBody', 'Organization', 'Company'].includes(head.type);
}

/** "Ministry of Industry and Trade": inside a name after a head and a joining word; not "Ukraine and Russia". */
function joinsAnd(
  words: readonly Word[],
  from: number,
  to: number,
  next: { after: Word; vocabulary: Vocabulary },
): boolean {
  const { after, vocabulary } = next;
  const last = words[to];
  if (!last || !isCommonWord(last.lower, vocabulary) || !isCommonWord(after.lower, vocabulary)) return false;
  if (vocabulary.places.get(after.lower)?.kind === 'country' || vocabulary.isDemonym(after.lower)) return false;
  if (!hasHead(words, from, to, vocabulary) && endsWithHead(words, to + 2, vocabulary)) return true;
  for (let at = from; at < to; at++) {
    const lower = words[at]?.lower ?? '';
    if (plays(vocabulary, 'of', lower) || plays(vocabulary, 'after-head', lower))
      return hasHead(words, from, at, vocabulary);
  }
  return false;
}
