import type { Anchor, Claim, ClaimEdit, Extraction } from '../model/index.ts';
import { locateMention } from './locate.ts';

/** The claim with a person's corrections, or why they cannot be made: a corrected argument that is no mention any more. */
export type Edited =
  | { readonly claim: Claim; readonly problem: null }
  | { readonly claim: null; readonly problem: string };

/** Lays corrections over a copy of a claim. All or nothing: half a correction would say what no one said. */
export function editClaim(claim: Claim, edit: ClaimEdit, extraction: Extraction): Edited {
  const { subject, object, theme, place, ...fields } = edit;
  const corrected: Record<string, readonly string[]> = {};
  for (const [name, anchors] of Object.entries({ subject, object, theme, place })) {
    if (!anchors) continue;
    const found = argumentIds(anchors, extraction);
    if ('problem' in found) return { claim: null, problem: found.problem };
    corrected[name] = found.ids;
  }
  return { claim: { ...claim, ...fields, ...corrected, review: 'edited' }, problem: null };
}

function argumentIds(
  anchors: readonly Anchor[],
  extraction: Extraction,
): { readonly ids: readonly string[] } | { readonly problem: string } {
  const ids: string[] = [];
  for (const anchor of anchors) {
    const { found, detail } = locateMention(anchor, extraction);
    if (!found) return { problem: `The corrected claim’s argument is gone: ${detail}` };
    ids.push(found.id);
  }
  return { ids };
}
