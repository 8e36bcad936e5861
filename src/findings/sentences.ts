import { sha256 } from '../text/index.ts';
import type { ClaimEvidence, Evidence } from './evidence.ts';

/** Words (Han: characters) from which on two writers do not hit on the same sentence by chance. */
const LONG = 10;

/** Claims by sentence, for sentences that stand word for word in more than one document. */
export function commonSentences(evidence: Evidence): ClaimEvidence[][] {
  const sentences = new Map<string, ClaimEvidence[]>();
  for (const claim of evidence.claims) {
    const text = claim.document.document.text.slice(claim.sentence.start, claim.sentence.end);
    const words = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
    if (words.length < LONG) continue;
    const key = sha256(words.join(' ')).slice(0, 24);
    sentences.set(key, [...(sentences.get(key) ?? []), claim]);
  }
  return [...sentences.values()].filter((claims) => claims.some((claim) => claim.document !== claims[0]?.document));
}
