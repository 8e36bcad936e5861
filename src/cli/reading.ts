import type { CaseWords } from '../dossier/index.ts';
import { type CaseView, type Claim, type Document, SELF } from '../model/index.ts';
import { shown } from './output.ts';
import { lexicons } from './session.ts';

/** Look-ups that turn ids of a case into words for the terminal. */
export interface Names {
  readonly entity: (id: string) => string;
  readonly claim: (id: string) => Claim | undefined;
  readonly document: (id: string) => Document | undefined;
  readonly documentOf: (claimId: string) => Document | undefined;
}

export function namesOf(view: CaseView): Names {
  const claims = new Map<string, Claim>();
  const homes = new Map<string, string>();
  for (const extraction of view.extractions) {
    for (const claim of extraction.claims) {
      claims.set(claim.id, claim);
      homes.set(claim.id, extraction.document);
    }
  }
  const documents = new Map(view.documents.map((document) => [document.id, document]));
  const canonical = new Map(view.resolution.entities.map(({ id, canonical }) => [id, canonical]));
  const entity = (id: string): string => (id === SELF ? 'the document itself' : shown(canonical.get(id) ?? id));
  return {
    entity,
    claim: (id) => claims.get(id),
    document: (id) => documents.get(id),
    documentOf: (id) => documents.get(homes.get(id) ?? ''),
  };
}

/** The words of a case for the terminal: the dossier's, so that both say the same. */
export async function wordsOfCase(view: CaseView): Promise<CaseWords> {
  const { caseWords } = await import('../dossier/index.ts');
  return caseWords(view, await lexicons());
}
