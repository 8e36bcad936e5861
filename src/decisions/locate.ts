import type { Anchor, Claim, ClaimAnchor, Extraction, Mention, Span } from '../model/index.ts';

/** What an anchor was found to mean, and how it was found, in words for a person; or why it was not. */
export type Located<T> =
  | { readonly found: T; readonly detail: string }
  | { readonly found: null; readonly detail: string };

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * The mention an anchor means: the same words at the same place, else a mention there that holds the words or is part of them.
 * A mention elsewhere with the same words is another mention: it is not taken.
 */
export function locateMention(anchor: Anchor, extraction: Extraction | undefined): Located<Mention> {
  if (!extraction) return { found: null, detail: 'The document is no longer in the case.' };
  const surface = tidy(anchor.surface);
  const near = extraction.mentions
    .filter((mention) => overlap(mention, anchor) > 0)
    .filter(({ text }) => tidy(text).includes(surface) || surface.includes(tidy(text)))
    .sort(
      (a, b) =>
        Number(isAt(b, anchor)) - Number(isAt(a, anchor)) ||
        overlap(b, anchor) - overlap(a, anchor) ||
        length(a) - length(b) ||
        order(a, b),
    );
  const [found] = near;
  if (!found)
    return { found: null, detail: `“${surface}” is no longer found as a mention at its place in the document.` };
  return { found, detail: isAt(found, anchor) ? '' : `Re-attached to “${tidy(found.text)}” at the same place.` };
}

const isAt = (span: Span, anchor: Span): boolean => span.start === anchor.start && span.end === anchor.end;
const length = ({ start, end }: Span): number => end - start;
const order = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** A claim and the predicate it was extracted with, which a person may have corrected since. */
export interface StandingClaim {
  readonly claim: Claim;
  readonly extracted: Claim;
}

/**
 * The claim an anchor means. In this order: same place, words and predicate; same predicate and overlapping, the same words first, then
 * the largest overlap (at least half of the shorter quotation: another part of the sentence is another claim); the same words and
 * predicate, when only one claim of the document has them.
 */
export function locateClaim(
  anchor: ClaimAnchor,
  claims: readonly StandingClaim[],
  extraction: Extraction | undefined,
): Located<StandingClaim> {
  if (!extraction) return { found: null, detail: 'The document is no longer in the case.' };
  const surface = tidy(anchor.surface);
  const saying = claims.filter(
    ({ claim, extracted }) => claim.predicate === anchor.predicate || extracted.predicate === anchor.predicate,
  );
  const equal = ({ claim }: StandingClaim) => tidy(claim.quotation) === surface;
  const exact = saying.filter((one) => isAt(one.claim, anchor) && equal(one));
  if (exact.length > 0) return choose(exact, anchor, extraction, '');
  const overlapping = saying.filter(
    ({ claim }) => 2 * overlap(claim, anchor) >= Math.min(length(claim), length(anchor)),
  );
  if (overlapping.length > 0) {
    const rank = (one: StandingClaim) => overlap(one.claim, anchor) + (equal(one) ? anchor.surface.length : 0);
    const best = Math.max(...overlapping.map(rank));
    return choose(
      overlapping.filter((one) => rank(one) === best),
      anchor,
      extraction,
      'Re-attached: the quotation begins or ends elsewhere now.',
    );
  }
  const elsewhere = saying.filter(equal);
  if (elsewhere.length === 1)
    return choose(elsewhere, anchor, extraction, 'Re-attached to the same words elsewhere in the document.');
  return { found: null, detail: explain(anchor, claims, elsewhere.length) };
}

function choose(
  candidates: readonly StandingClaim[],
  anchor: ClaimAnchor,
  extraction: Extraction,
  detail: string,
): Located<StandingClaim> {
  const wanted = anchor.arguments?.map(tidy);
  const agreeing = (one: StandingClaim) => {
    if (!wanted) return 0;
    const named = new Set(argumentsOf(one.extracted, extraction));
    return wanted.filter((text) => named.has(text)).length;
  };
  const [found, ...others] = candidates
    .map((one) => ({ one, agreeing: agreeing(one) }))
    .sort((a, b) => b.agreeing - a.agreeing || order(a.one.claim, b.one.claim));
  if (!found) return { found: null, detail };
  const tied = others.filter((other) => other.agreeing === found.agreeing).length;
  const note = tied > 0 ? `${tied + 1} claims fit equally; the first was taken.` : '';
  return { found: found.one, detail: [detail, note].filter((text) => text !== '').join(' ') };
}

/** Texts of a claim's subject and object mentions. */
function argumentsOf(claim: Claim, extraction: Extraction): string[] {
  const wanted = new Set([...claim.subject, ...claim.object]);
  return extraction.mentions.filter(({ id }) => wanted.has(id)).map(({ text }) => tidy(text));
}

function explain(anchor: ClaimAnchor, claims: readonly StandingClaim[], elsewhere: number): string {
  if (elsewhere > 1)
    return `The quotation now stands ${elsewhere} times in the document and none at its place; it is unclear which is meant.`;
  const here = claims.filter(({ claim }) => overlap(claim, anchor) > 0).map(({ claim }) => claim.predicate);
  if (here.length === 0) return 'No claim is found at this place any more.';
  return `The claims found at this place say something else now (${[...new Set(here)].sort().join(', ')}), not ${anchor.predicate}.`;
}
