/** A stretch of a sentence. Only `text` and `tag` are clew's own words; `name` and `quote` come from documents. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  /** A name; `target` is the id of the card it leads to, or `null` when it has none. */
  | { readonly kind: 'name'; readonly text: string; readonly script: string; readonly target: string | null }
  /** Words of a document; `language` is ISO 639-1 or `und`. */
  | { readonly kind: 'quote'; readonly text: string; readonly language: string }
  /** What a document or a person wrote, not quoted as evidence: file names, notes, dates, hashes. */
  | { readonly kind: 'datum'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string }
  | { readonly kind: 'tag'; readonly text: string; readonly tone: 'plain' | 'caution' | 'person' | 'machine' };

/**
 * A sentence. `founded` says something of the world and carries the keys of its footnotes, at least one;
 * `remark` speaks of the case itself (counts, files, decisions, method).
 */
export type Line =
  | { readonly kind: 'founded'; readonly runs: readonly Run[]; readonly evidence: readonly string[] }
  | { readonly kind: 'remark'; readonly runs: readonly Run[] };

export type Cell = readonly Line[];

export type Block =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'heading'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  /** A claim: its careful reading, the exact words, and tags. */
  | {
      readonly kind: 'claim';
      readonly line: Line;
      readonly quotation: { readonly text: string; readonly language: string };
      readonly tags: readonly Run[];
    }
  | { readonly kind: 'card'; readonly id: string; readonly title: readonly Run[]; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'sides';
      readonly sides: readonly { readonly title: string; readonly blocks: readonly Block[] }[];
    }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly term: string; readonly cell: Cell }[] }
  /** The first cell of each row is its header. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    };

/** `about: 'world'`: no name and no quotation may stand in a remark, only in founded lines. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly about: 'world' | 'case';
  readonly blocks: readonly Block[];
}

/** The evidence under a sentence, verified: `exact === document.text.slice(start, end)`. */
export interface Footnote {
  readonly n: number;
  readonly key: string;
  readonly before: string;
  readonly exact: string;
  readonly after: string;
  readonly language: string;
  /** File name, place, span, hash, speakers, modality, review: what an editor needs to find and judge it. */
  readonly source: readonly Run[];
}

/** A case as sections of sentences and the footnotes under them, numbered through and grouped by the section that first cites them. */
export interface Dossier {
  readonly title: string;
  readonly writtenAt: string;
  readonly version: string;
  readonly journal: { readonly count: number; readonly head: string };
  readonly sections: readonly Section[];
  readonly notes: readonly { readonly section: string; readonly title: string; readonly notes: readonly Footnote[] }[];
}
