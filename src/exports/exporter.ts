import type { CaseView } from '../model/index.ts';

export interface ExportOptions {
  readonly writtenAt: string;
  readonly version: string;
}

/** One export format. `write` is pure; `losses` says in plain words what the format cannot hold. */
export interface Exporter {
  readonly format: string;
  readonly mediaType: string;
  readonly losses: readonly string[];
  readonly write: (view: CaseView, options: ExportOptions) => string;
}
