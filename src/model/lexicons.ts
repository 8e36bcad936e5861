/** A city or town from GeoNames: name, ISO 3166-1 alpha-2 code, inhabitants. */
export interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}

/** One line of a word list in `data/`: the tab-separated fields after comments and blank lines are gone. */
export type Row = readonly string[];

/**
 * For each stage a short hash of its code and of all code it rests on, as the build wrote it (`dist/stages.json`).
 * What is kept of a stage's results is kept under its hash: other code never meets them.
 */
export interface StageHashes {
  readonly read: string;
  readonly segment: string;
  readonly mentions: string;
  readonly claims: string;
  readonly decisions: string;
  readonly entities: string;
  readonly findings: string;
  readonly screening: string;
  readonly lists: string;
  /** Of all that the command line prints with: every stage and its own code. */
  readonly told: string;
}

/**
 * Word lists and gazetteers that the stages work with; they arrive as arguments so that stages stay pure.
 * `lists` holds each file of `data/` by its path without extension (`mentions/legal-forms`), as rows of fields.
 * `version` is a hash over all of them; with `stages` it makes the keys under which results are kept.
 */
export interface Lexicons {
  readonly version: string;
  readonly stages: StageHashes;
  readonly lists: Readonly<Record<string, readonly Row[]>>;
  readonly cities: readonly City[];
  /** Country names in several languages -> ISO 3166-1 alpha-2, lower-cased. */
  readonly countries: Readonly<Record<string, string>>;
}
