import { appositionVotes, bracketVotes } from './apposition.ts';
import { addVotes, type Votes } from './candidate.ts';
import { classAt, isCode, listVotes, nounAfter, votesOf } from './class-nouns.ts';
import { headOf, isLegalForm } from './heads.ts';
import type { Run } from './run.ts';
import { plays, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

/** What stands around this one mention says about its type. */
export function outerVotes(sentence: Sentence, piece: Run, vocabulary: Vocabulary): Votes {
  const { words } = sentence;
  const left = leftVotes(words, piece, vocabulary);
  const head = piece.to > piece.from ? headOf(words, piece, vocabulary)?.type : undefined;
  // "in the Research Centre": a preposition says nothing against a head.
  const kept = head && head !== 'Place' && left.Place !== undefined && left.Place < 1 ? {} : left;
  return addVotes(kept, rightVotes(words, piece, vocabulary));
}

const INTRODUCES = new Set(['called', 'named', 'dubbed', 'codenamed', 'nicknamed', 'designated', 'christened']);

function leftVotes(words: readonly Word[], piece: Run, vocabulary: Vocabulary): Votes {
  let at = piece.from - 1;
  while (at >= 0 && /^["“«„(]$/.test(words[at]?.text ?? '')) at--;
  const before = words[at];
  if (!before) return {};
  const lower = before.lower;
  if (plays(vocabulary, 'delivery-term', lower) && /^\p{Lu}{3}$/u.test(before.text)) return { Place: 2 };
  if (lower === ',' && isSeat(words, piece, at, vocabulary)) return { Place: 1.3 };
  const direct = lower === 'state' ? undefined : classAt(words, at, vocabulary);
  if (direct && direct !== 'person') return votesOf(direct, direct === 'vessel' ? 2.4 : 1.7);
  if (direct === 'person') return { Person: 1.6 };
  if (/^(?:the|a|an)$/.test(lower) && words[at - 1]?.text === ',') {
    const noun = classAt(words, at - 2, vocabulary);
    return noun && noun !== 'document' ? votesOf(noun, 0.7) : {};
  }
  if (lower === ',' && at > 0) {
    const noun = classAt(words, at - 1, vocabulary);
    return noun && noun !== 'document' ? votesOf(noun, 0.7) : {};
  }
  const knownAs = lower === 'as' || (/^(?:the|a)$/.test(lower) && words[at - 1]?.lower === 'as');
  if (
    knownAs &&
    !/^(?:known|referred|described|designated)$/.test(words[lower === 'as' ? at - 1 : at - 2]?.lower ?? '')
  )
    return {};
  if (
    knownAs ||
    INTRODUCES.has(lower) ||
    (/^(?:the|a|an)$/.test(lower) && INTRODUCES.has(words[at - 1]?.lower ?? ''))
  ) {
    for (let back = at - 1; back >= Math.max(0, at - 8); back--) {
      const noun = classAt(words, back, vocabulary);
      if (noun && noun !== 'document') return votesOf(noun, 1.4);
    }
    return {};
  }
  if (lower === 'of') return ofVotes(words, at, vocabulary);
  if (
    lower === 'in' ||
    lower === 'near' ||
    lower === 'outside' ||
    lower === 'inside' ||
    lower === 'across' ||
    lower === 'throughout' ||
    lower === 'around' ||
    lower === 'im' ||
    lower === 'в' ||
    lower === 'у' ||
    lower === 'à'
  )
    return { Place: 0.7 };
  if (
    lower === 'from' ||
    lower === 'to' ||
    lower === 'into' ||
    lower === 'via' ||
    lower === 'through' ||
    lower === 'nach' ||
    lower === 'aus'
  )
    return { Place: 0.35, Company: 0.1 };
  if (lower === 'at') return { Organization: 0.25, Company: 0.25, Place: 0.25 };
  if (lower === 'told') return { Publication: 0.3, Person: 0.2 };
  return {};
}

/** "Acme Bolts LLC, Exampleville": one word between the comma behind a company and the end of its line or the next comma. */
function isSeat(words: readonly Word[], piece: Run, comma: number, vocabulary: Vocabulary): boolean {
  const next = words[piece.to + 1];
  if (piece.to > piece.from || words[piece.from]?.text.length === 1) return false;
  if (next && !next.breaks && !/^[,;|/]$/.test(next.text)) return false;
  for (let at = comma - 1; at >= 0 && at >= comma - 8; at--) {
    if (words[at]?.kind === 'lower' || words[at + 1]?.breaks) return false;
    if (isLegalForm(words, at, vocabulary)) return true;
  }
  return false;
}

/** "X’s chief executive", "X’s website": owners of such things are companies. */
function ownerVotes(words: readonly Word[], at: number): Votes {
  const next = `${words[at]?.lower ?? ''} ${words[at + 1]?.lower ?? ''}`;
  return /^(?:chief executive|general director|managing director|ceo|director|founder|owner|owners|lawyer|lawyers|subsidiary|employees|website|products|factory|factories|plant|headquarters|shares|customers|suppliers|shareholders|board|spokesman|spokeswoman|spokesperson)(?: |$)/.test(
    next,
  )
    ? { Company: 0.6 }
    : {};
}

/** "head of X", "city of X", "subsidiary of X". */
function ofVotes(words: readonly Word[], at: number, vocabulary: Vocabulary): Votes {
  const noun = classAt(words, at - 1, vocabulary);
  const lower = words[at - 1]?.lower ?? '';
  if (lower === '%' || lower === 'percent') return { Company: 0.8 };
  if (noun === 'place') return { Place: 2 };
  if (noun === 'person' || vocabulary.titles.has(lower)) return { Company: 0.5, Organization: 0.4, PublicBody: 0.1 };
  if (
    /^(?:subsidiary|shares|owner|employees|customers|headquarters|offices|division|unit|factory|warehouse)$/.test(lower)
  )
    return { Company: 0.8 };
  if (/^(?:members?|chapter|branch)$/.test(lower)) return { Organization: 0.6 };
  if (
    /^(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|coast|suburbs|capital|mayor|governor|residents|invasion|streets)$/.test(
      lower,
    )
  )
    return { Place: 0.9 };
  return {};
}

function rightVotes(words: readonly Word[], piece: Run, vocabulary: Vocabulary): Votes {
  const lastWord = words[piece.to];
  const next = words[piece.to + 1];
  if (!lastWord || !next) return {};
  if (lastWord.hyphened) return {};
  if (lastWord.possessive) return ownerVotes(words, piece.to + 1);
  if (isCode(lastWord) && /^(?:,|and|or|и|und|e|et)$/.test(next.lower)) {
    const list = listVotes(words, piece.to + 1, vocabulary);
    if (list) return list;
  }
  if (next.text === ',') return appositionVotes(words, piece.to + 2, vocabulary);
  if (next.text === '(') return bracketVotes(words, piece.to + 2);
  if (/^(?:is|was|are|were)$/.test(next.lower) && /^(?:a|an|the|one)$/.test(words[piece.to + 2]?.lower ?? ''))
    return appositionVotes(words, piece.to + 2, vocabulary);
  if (next.kind === 'lower') {
    const noun = nounAfter(words, piece.to + 1, vocabulary);
    if (noun) return noun;
    if (/^(?:who|whose)$/.test(next.lower)) return { Person: 0.5 };
    if (
      /^(?:said|says|told|added|argued|explained|wrote|recalled|сказал|сказала|заявил|заявила|sagte|ha)$/.test(
        next.lower,
      )
    )
      return { Person: 0.3, Organization: 0.1, PublicBody: 0.1 };
    if (/^(?:reported|reports|сообщает|сообщил|сообщило|пишет|berichtet|berichtete|meldet)$/.test(next.lower))
      return { Publication: 0.5 };
  }
  return {};
}
