import type { CaseView } from '../model/index.ts';

export interface DossierOptions {
  /** ISO 8601 in UTC; printed, and the only thing that differs between two runs. */
  readonly writtenAt: string;
  /** Version of clew, for the method note. */
  readonly version: string;
}

/** The dossier as one self-contained HTML file. */
export function writeDossier(view: CaseView, options: DossierOptions): string {
  void view;
  void options;
  return '';
}
