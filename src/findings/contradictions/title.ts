import { type ClaimEvidence, inside } from '../evidence.ts';
import { asserts, type FactRule, fromDifferentDocuments, inOneLine, takeSides } from './clash.ts';

/** One person's post told with a word that changes it here and without it there: "director", "acting director". */
export const findTitleClash: FactRule = (fact, { evidence, name }) => {
  const posts = fact.filter((claim) => claim.rule.family === 'post' && asserts(claim) && claim.claim.object.length > 0);
  const qualifiers = (claim: ClaimEvidence): string =>
    wordsOf(claim)
      .filter((word) => evidence.lists.qualifiers.has(word))
      .sort()
      .join(' ');
  const titled = posts.filter((claim) => posts.some((other) => other !== claim && sharesTitle(claim, other)));
  const sides = takeSides(titled, qualifiers, (a, b) => qualifiers(a) === qualifiers(b));
  if (sides.length < 2 || !fromDifferentDocuments(sides)) return [];
  const detail = inOneLine(sides, (claim) => qualifiers(claim) || 'without');
  return [{ kind: 'who', severity: 'soft', sides, detail: `${fact[0]?.subject.map(name).join(', ')}: ${detail}` }];
};

/** Words of the quotation outside of its names. */
function wordsOf({ claim, document }: ClaimEvidence): string[] {
  let text = claim.quotation;
  for (const mention of inside(document.mentions, claim)) if (mention.named) text = text.replace(mention.text, ' ');
  return text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
}

const sharesTitle = (a: ClaimEvidence, b: ClaimEvidence): boolean =>
  wordsOf(a).some((word) => word.length > 4 && wordsOf(b).includes(word));
