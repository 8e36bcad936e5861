import type { WordLists } from './word-lists.ts';

/** Words after which a description only adds detail: "experts | from the plant", "a company | called ...". */
const DETAIL =
  /\s(?:of|from|in|at|on|for|with|who|that|which|called|named|described|reviewed|seen|to|about|including|and)\s.*$/iu;

/** What an unnamed actor or thing is called, as a class of `head-nouns.tsv` ("technicians" -> `staff`); `null` when no list knows it. */
export function headClass(description: string, lists: WordLists): string | null {
  const words =
    description
      .replace(/\([^()]*\)/gu, ' ')
      .replace(DETAIL, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const word of words.reverse()) {
    const kind = lists.headNouns.get(word);
    if (kind !== undefined) return kind;
  }
  return null;
}
