import type { Mention } from '../model/index.ts';
import { type ClaimEvidence, type Evidence, inside, sorted } from './evidence.ts';

/** Characters before a name in which the word stands for who speaks for it. */
const NEAR = 40;

/**
 * Who answers: whom the claim names. Where it names nobody in its own sentence but a group ("both companies") or somebody's voice
 * ("lawyers for Olena"), these are the parties, not whoever was named last.
 */
export function partiesOf(claim: ClaimEvidence, evidence: Evidence): readonly string[] {
  const own = claim.subject.length > 0 ? claim.subject : (claim.chain.at(-1)?.entities ?? []);
  const inSentence = inside(claim.document.mentions, claim.sentence);
  const entityOf = (mention: Mention): string => evidence.entityOfMention(mention.id) ?? '';
  if (inSentence.some((mention) => claim.subject.includes(entityOf(mention)))) return own;
  return (
    spokenFor(
      claim,
      inSentence.filter(isParty).map((one) => [one, entityOf(one)] as const),
      evidence,
    ) ??
    groupMeant(claim, evidence) ??
    own
  );
}

const PARTIES: ReadonlySet<string> = new Set(['Person', 'Company', 'Organization', 'PublicBody']);
const isParty = ({ named, type }: Mention): boolean => named && PARTIES.has(type);

/** "Lawyers for X said": X, when the words before the name say that somebody speaks for it. */
function spokenFor(
  { document }: ClaimEvidence,
  named: readonly (readonly [Mention, string])[],
  { lists }: Evidence,
): string[] | null {
  const found = named.find(([{ start }]) => {
    const before = document.document.text.slice(Math.max(0, start - NEAR), start).toLowerCase();
    const words = before.match(/[\p{L}-]+/gu)?.filter((word) => !lists.spokenFor.small.has(word)) ?? [];
    return lists.spokenFor.stems.some((stem) => words.at(-1)?.startsWith(stem));
  });
  return found === undefined ? null : [found[1]];
}

/** "Both companies", "all three firms": the names, as many, that were listed last before the sentence. */
function groupMeant({ document, sentence }: ClaimEvidence, evidence: Evidence): string[] | null {
  const { text } = document.document;
  const words = text
    .slice(sentence.start, sentence.end)
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '');
  const size = evidence.lists.partyGroups.find(([wording]) => words.startsWith(`${wording} `))?.[1];
  if (size === undefined) return null;
  const before = document.mentions.filter((one) => one.end <= sentence.start && isParty(one) && one.type === 'Company');
  for (let last = before.length - 1; last >= size - 1; last--) {
    const run = before.slice(last - size + 1, last + 1);
    const isList = run.every(
      (one, n) =>
        n === 0 || /^\s*(?:,|and|or|und|et|y|и|та|і|,\s*and)\s*$/iu.test(text.slice(run[n - 1]?.end, one.start)),
    );
    if (isList) return sorted(run.map(({ id }) => evidence.entityOfMention(id) ?? ''));
  }
  return [];
}
