import { type AttributionLink, SELF } from '../model/index.ts';
import { type CaseIndex, type ClaimPlace, nameDocument, nameMention } from './case-index.ts';
import type { Run } from './dossier.ts';
import { enumerate, quote, text } from './runs.ts';

function nameSources(link: AttributionLink, place: ClaimPlace, index: CaseIndex): Run[] {
  if (link.sources.length === 0) return [text('a source it does not specify')];
  return enumerate(
    link.sources.map((source) => (source === SELF ? nameSelf(place, index) : nameMention(source, index))),
  );
}

/** A reader's comment under an article is not the article. */
function nameSelf({ claim, document }: ClaimPlace, index: CaseIndex): Run[] {
  const isComment = index.passageAt(document.id, claim)?.kind === 'comment';
  return isComment ? [text('a reader comment under '), ...nameDocument(document)] : nameDocument(document);
}

/** Speakers outermost first: the text's own voice, then whom it cites. Without a stated chain the document speaks. */
export function nameSpeakers(place: ClaimPlace, index: CaseIndex): Run[][] {
  const { attribution } = place.claim;
  return attribution.length === 0
    ? [nameSelf(place, index)]
    : attribution.map((link) => nameSources(link, place, index));
}

/** Who says it, through whom, for a sentence: `Harbour Gazette, citing the Port Authority, which cites two officials`. */
export function sayWho(place: ClaimPlace, index: CaseIndex): Run[] {
  const [outer = [], ...cited] = nameSpeakers(place, index);
  return [...outer, ...cited.flatMap((name, n) => [text(n === 0 ? ', citing ' : ', which cites '), ...name])];
}

/** The chain for a footnote, with each link's kind, cue wording and basis. */
export function chainOf(place: ClaimPlace, index: CaseIndex): Run[] {
  const names = nameSpeakers(place, index);
  return names.flatMap((name, n) => {
    const link = place.claim.attribution[n];
    const arrow = n === 0 ? [] : [text(' → ')];
    if (!link || n === 0) return [...arrow, ...name, ...(names.length === 1 ? [text(' (own voice)')] : [])];
    return [...arrow, ...name, text(` (${index.wording.label('link', link.kind)}`), ...cueOf(link, place), text(')')];
  });
}

function cueOf(link: AttributionLink, { document }: ClaimPlace): Run[] {
  const basis = link.basis === 'context' ? [text(', established in a neighbouring sentence')] : [];
  const cue = link.cue ? document.text.slice(link.cue.start, Math.min(link.cue.end, link.cue.start + 80)) : '';
  return cue === '' ? basis : [text(': “'), quote(cue, document.language), text('”'), ...basis];
}
