import type { Anchor, Claim, ClaimEdit, Extraction } from '../model/index.ts';
import { locateMention } from './locate.ts';

/** The claim with a person's corrections, or why they cannot be made: a corrected argument that is no mention any more. */
export type Edited =
  | { readonly claim: Claim; readonly problem: null }
  | { readonly claim: null; readonly problem: string };

/** Lays corrections over a copy of a claim. All or nothing: half a correction would say what no one said. */
export function editClaim(claim: Claim, edit: ClaimEdit, extraction: Extraction): Edited {
  const { subject, object, ...fields } = edit;
  const subjects = argumentIds(subject, claim.subject, extraction);
  if ('problem' in subjects) return { claim: null, problem: subjects.problem };
  const objects = argumentIds(object, claim.object, extraction);
  if ('problem' in objects) return { claim: null, problem: objects.problem };
  return {
    claim: { ...claim, ...fields, subject: subjects.ids, object: objects.ids, review: 'edited' },
    problem: null,
  };
}

function argumentIds(
  anchors: readonly Anchor[] | undefined,
  present: readonly string[],
  extraction: Extraction,
): { readonly ids: readonly string[] } | { readonly problem: string } {
  if (!anchors) return { ids: present };
  const ids: string[] = [];
  for (const anchor of anchors) {
    const { found, detail } = locateMention(anchor, extraction);
    if (!found) return { problem: `The corrected claim’s argument is gone: ${detail}` };
    ids.push(found.id);
  }
  return { ids };
}
