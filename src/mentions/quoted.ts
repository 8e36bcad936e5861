import type { MentionType } from '../model/index.ts';
import type { Candidate } from './candidate.ts';
import { bareForm, isCommonWord, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

/** A name wholly in quotation marks, each word but small ones with a capital letter: “Joint Bolt Research Base”. */
export function findQuotedNames(sentence: Sentence, index: number, vocabulary: Vocabulary): Candidate[] {
  const { words } = sentence;
  const found: Candidate[] = [];
  for (let at = 0; at < words.length - 3; at++) {
    if (!/^["“„«]$/.test(words[at]?.text ?? '')) continue;
    const before = words[at - 1];
    if (
      before &&
      ((before.kind === 'name' && vocabulary.legalForms.has(bareForm(before.text))) ||
        (before.kind === 'name' && vocabulary.heads.has(before.lower) && !vocabulary.classNouns.has(before.lower)))
    )
      continue;
    const slavic = quotedSlavic(words, at, vocabulary);
    if (slavic) {
      found.push({ ...slavic, sentence: index });
      at = slavic.to;
      continue;
    }
    const to = quotedEnd(words, at + 1);
    const first = words[at + 1];
    const last = words[to];
    if (to < at + 2 || !first || !last) continue;
    const inside = words.slice(at + 1, to + 1);
    const names = inside.filter((word) => word.kind === 'name');
    if (names.length < 2 || names.length < inside.length / 2 || vocabulary.starters.has(first.lower)) continue;
    if (!names.some((word) => vocabulary.heads.has(word.lower) || isCommonWord(word.lower, vocabulary))) continue;
    if (
      names.some((word) => vocabulary.places.get(word.lower)?.kind === 'country') &&
      !names.some((word) => vocabulary.heads.has(word.lower))
    )
      continue;
    const titled =
      /^(?:titled|entitled|headlined|report|article|book|film|documentary|paper|study|letter|video|headline)$/.test(
        words[at - 1]?.lower ?? '',
      );
    const head = vocabulary.heads.get(last.lower);
    const type = titled
      ? 'Document'
      : head && !['Place', 'WeaponSystem'].includes(head.type)
        ? head.type
        : 'Organization';
    found.push({
      start: first.start,
      end: last.end,
      sentence: index,
      from: at + 1,
      to,
      named: true,
      votes: { [type]: 2.5 },
      strength: 5,
      rule: 'mentions/quoted',
      key: names.map((word) => word.lower).join(' '),
    });
    at = to;
  }
  return found;
}

const SMALL = /^(?:of|for|and|the|a|an|in|on|to|de|del|della|di|du|des|und|für|&|и|по)$/;

/** Last word before the closing mark (a comma may stand before it), -1 when something else than a name is quoted. */
function quotedEnd(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length && at < from + 10; at++) {
    const word = words[at];
    if (!word) return -1;
    if (/^["”»]$/.test(word.text)) return at - 1;
    if (/^[,.]$/.test(word.text) && /^["”»]$/.test(words[at + 1]?.text ?? '')) return at - 1;
    const small = word.kind === 'lower' && SMALL.test(word.lower) && at > from;
    if (word.kind !== 'name' && word.kind !== 'number' && !small) return -1;
  }
  return -1;
}

const CLASS_TYPES: Readonly<Record<string, MentionType>> = {
  company: 'Company',
  organization: 'Organization',
  publication: 'Publication',
  vessel: 'Vessel',
  weapon: 'WeaponSystem',
  product: 'Product',
  body: 'PublicBody',
};

/** Russian and Ukrainian put names in quotation marks: «Орлан», фирма «Северные системы»; the noun before tells what they are. */
function quotedSlavic(words: readonly Word[], at: number, vocabulary: Vocabulary): Omit<Candidate, 'sentence'> | null {
  const first = words[at + 1];
  if (!first || !/^[\p{Lu}\p{N}]/u.test(first.text) || first.spaced) return null;
  let to = -1;
  let cyrillic = false;
  for (let next = at + 1; next < words.length && next <= at + 7; next++) {
    const word = words[next];
    if (!word || /[,.!?:;]/.test(word.text)) return null;
    if (/^[»”"“]$/.test(word.text)) {
      to = next - 1;
      break;
    }
    cyrillic ||= /\p{Script=Cyrillic}/u.test(word.text);
  }
  const last = words[to];
  const before = words[at - 1];
  const around = cyrillic || /\p{Script=Cyrillic}/u.test(before?.text ?? '');
  if (to < at + 1 || !last || !around || !before || before.kind === 'punctuation') return null;
  const kind = vocabulary.classNouns.get(before.lower) ?? vocabulary.classNouns.get(words[at - 2]?.lower ?? '');
  const type = kind === undefined ? undefined : CLASS_TYPES[kind];
  const designation = /\p{N}/u.test(last.text);
  return {
    start: first.start,
    end: last.end,
    from: at + 1,
    to,
    named: true,
    votes: type
      ? { [type]: 2.5 }
      : designation
        ? { WeaponSystem: 0.8, Product: 0.6 }
        : { Company: 0.5, Organization: 0.4 },
    strength: 5,
    rule: 'mentions/quoted',
    key: words
      .slice(at + 1, to + 1)
      .map((word) => word.lower)
      .join(' '),
  };
}
