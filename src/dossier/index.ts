import type { CaseView, Lexicons } from '../model/index.ts';
import { composeDossier, type DossierOptions } from './compose.ts';
import { toHtml } from './html/page.ts';

export { type CaseWords, caseWords } from './case-words.ts';
export { composeDossier, type DossierOptions } from './compose.ts';
export type { Block, Cell, Dossier, Footnote, Line, Run, Section } from './dossier.ts';

/**
 * The case as one self-contained HTML file: no script, nothing loaded, every sentence about the world with a footnote.
 * Throws `ClewError` `dossier-unfounded` when a sentence would stand without one or a quotation no longer holds.
 */
export function writeDossier(view: CaseView, options: DossierOptions, lexicons: Lexicons): string {
  return toHtml(composeDossier(view, options, lexicons));
}
