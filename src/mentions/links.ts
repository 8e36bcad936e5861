import { jointOf } from '../text/index.ts';
import type { Candidate } from './candidate.ts';
import type { Sentence, Word } from './words.ts';

const ALSO =
  /^(?:,|—|–|\()?\s*(?:(?:which is |who is )?(?:also|better|more formally|formally|formerly|previously|officially|commonly|otherwise|otherwise|now|widely|originally)?\s*(?:known as|called|named|referred to as|a\.?k\.?a\.?|alias|doing business as|d\/b\/a|trading as)(?: the| a)?|formerly|or|(?:также )?известн\p{L}+ как|он же|также известн\p{L}+ как|(?:auch|besser) bekannt als|alias|alias|noto come|conosciut\p{L} come|connu sous le nom de|conocido como)\s*["“«„]?\s*$/iu;

/** Pairs of keys that a sentence equates: "X (Y)", "X, also known as Y". `candidates` are those of the sentence, in order. */
export function findLinks(
  text: string,
  sentence: Sentence,
  candidates: readonly Candidate[],
): (readonly [string, string])[] {
  const links: (readonly [string, string])[] = [];
  for (const [n, left] of candidates.entries()) {
    const right = candidates[n + 1];
    if (!right || right.start - left.end > 60 || right.start < left.end) continue;
    const between = text.slice(left.end, right.start);
    if (/^\s*[(（]["“«]?$/u.test(between) && closes(text, right.end) && isShortForm(sentence, left, right))
      links.push([right.key, left.key]);
    else if (
      ALSO.test(between) &&
      left.named &&
      right.named &&
      (!/^\W*or\W*$/.test(between) || (isCode(right.key) && isCode(left.key)))
    )
      links.push([right.key, left.key]);
  }
  return links;
}

const closes = (text: string, end: number): boolean =>
  /^["”»]?(?:\s*[,;][^()]{0,80})?[)）]/u.test(text.slice(end, end + 90));
const isCode = (key: string): boolean => /\d/.test(key);

/** In brackets stands an abbreviation, a model number or another spelling, not a place or a date. */
function isShortForm(sentence: Sentence, left: Candidate, right: Candidate): boolean {
  const inside: readonly Word[] = sentence.words.slice(right.from, right.to + 1);
  const one = inside[0];
  if (!one || inside.length > 6) return false;
  if (/^\p{Lu}[\p{Lu}\p{N}.&-]{1,9}s?$/u.test(one.text) && inside.length === 1) return (right.votes.Place ?? 0) < 3;
  return inside.length > 1 && left.to - left.from >= 1 && (left.votes.Company ?? 0) + (right.votes.Company ?? 0) > 2;
}

/** Names that one enumeration gives; `and`: all of them are meant, so that each is another. */
export interface NameList {
  readonly keys: readonly string[];
  readonly and: boolean;
}

/** Runs of names that stand in one list: "X, Y and Z", "X or Y"; only commas make no list ("Acme, Moscow"). */
export function findLists(text: string, candidates: readonly Candidate[]): NameList[] {
  const lists: NameList[] = [];
  let chain: Candidate[] = [];
  for (const candidate of candidates) {
    const last = chain.at(-1);
    const joint = last && candidate.start >= last.end ? jointOf(text.slice(last.end, candidate.start)) : null;
    if (joint === 'comma') chain.push(candidate);
    else {
      if (joint !== null) {
        const keys = [...chain, candidate].map((each) => each.key);
        lists.push({ keys, and: joint === 'and' && !isOwner(text, candidate) });
      }
      chain = [candidate];
    }
  }
  return lists;
}

/** "Roe and Roe’s lawyers" names one person twice. */
const isOwner = (text: string, { end }: Candidate): boolean => /^[’']/.test(text.charAt(end));
