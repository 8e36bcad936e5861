import type {
  CaseHead,
  Decision,
  Document,
  DocumentStatus,
  Extraction,
  JournalEntry,
  JournalHead,
  LeftOut,
  Occurrence,
  ScreenedHit,
  Screening,
} from '../model/index.ts';

/** The bytes of an original, or a file that holds them. They are hashed again while they are stored. */
export type OriginalBytes = Uint8Array | { readonly path: string };

/** One document as it is handed to the store, with where it came from and what was extracted from it. */
export interface DocumentCommit {
  readonly document: Document;
  /** At least one for a document that is new to the case. */
  readonly occurrences: readonly Occurrence[];
  readonly extraction: Extraction | null;
  readonly bytes: OriginalBytes;
  /**
   * The original was read again in another way on a person's word: the record and the extraction take the place of those
   * the case has, and the journal says so. Decisions stay; they are anchored on the text and attach again where it is the same.
   */
  readonly replaces?: boolean;
}

export interface CaseCounts {
  readonly documents: Readonly<Record<DocumentStatus, number>>;
  readonly occurrences: number;
  readonly problems: number;
  readonly mentions: number;
  readonly claims: number;
  readonly decisions: number;
  readonly journal: number;
}

/** A screening as the journal has it. */
export interface RecordedScreening {
  readonly at: string;
  readonly screening: Screening;
  readonly hits: readonly ScreenedHit[];
}

/** The reading half of a case. Everything is in id order unless said otherwise; iterators hold one record at a time. */
export interface CaseReader {
  /** Name, id and the journal as it is now (`case.json` may be up to a second behind). */
  head(): Promise<CaseHead>;
  journalHead(): Promise<JournalHead>;
  counts(): Promise<CaseCounts>;

  hasDocument(id: string): Promise<boolean>;
  /** Those of `ids` that the case holds. */
  knownDocuments(ids: readonly string[]): Promise<ReadonlySet<string>>;
  documentIds(): Promise<readonly string[]>;
  /** Throws `ClewError` `document-not-found`. */
  document(id: string): Promise<Document>;
  documents(): AsyncIterable<Document>;
  /** Where the original's bytes lie: an absolute path, read-only. */
  original(id: string): string;

  occurrences(): AsyncIterable<Occurrence>;
  occurrencesOf(document: string): Promise<readonly Occurrence[]>;
  /** What was added under this path before: the root file and all that was found inside it. */
  occurrencesAt(path: string): Promise<readonly Occurrence[]>;

  /** Engine version of the stored extraction, or `null` when there is none. */
  extractionEngine(document: string): Promise<string | null>;
  /** Documents without an extraction by this engine. */
  staleDocuments(engine: string): Promise<readonly string[]>;
  extraction(document: string): Promise<Extraction | null>;
  extractions(): AsyncIterable<Extraction>;

  /** What `add` could not take, as long as nothing was added under that path later; sorted by path, each path once. */
  leftOut(): Promise<readonly LeftOut[]>;

  /** The newest screening somebody asked for, or `null`. */
  lastScreening(): Promise<RecordedScreening | null>;

  /** In the order they were decided. */
  decisions(): Promise<readonly Decision[]>;
  /** From the first entry on. */
  journal(): AsyncIterable<JournalEntry>;
}

/**
 * One case, behind whatever database holds it. Every writing call is one transaction, and durable when its promise resolves:
 * the records and the journal entries that vouch for them are committed together or not at all.
 * Nothing is ever deleted or overwritten but an extraction by a newer engine's, and the record of a document that a
 * person had read again (`replaces`).
 * All calls throw `ClewError`: `output-failed` (disk full, not writable), `case-damaged` (the database does not make sense).
 */
export interface CaseStore extends CaseReader {
  /**
   * Stores many documents at once (group commit): first every original is durable, then one transaction records them all.
   * Idempotent. A document the case knows only gains occurrences it did not have; its extraction is replaced
   * only when the engine differs. Throws, and records nothing of the batch, when an original's bytes do not have its hash.
   */
  commit(batch: readonly DocumentCommit[]): Promise<void>;
  /** Replaces the extractions of known documents where the engine differs. */
  saveExtractions(extractions: readonly Extraction[]): Promise<void>;
  /** Keeps a decision for ever. A decision with the same id is the same decision and is not stored twice. */
  addDecision(decision: Decision): Promise<void>;
  /** Notes what could not become a document, so that the case does not shrink in silence. */
  recordLeftOut(leftOut: readonly LeftOut[]): Promise<void>;
  recordExport(format: string, contentHash: string): Promise<void>;
  /** Notes against which lists the case was screened, and what was found. */
  recordScreening(screening: Screening, hits: readonly ScreenedHit[]): Promise<void>;
  /**
   * Runs `work` against one unchanging state of the case while others may go on writing.
   * Inside `work` use the reader it is given, never the store: they share a connection and would wait for each other.
   */
  snapshot<T>(work: (reader: CaseReader) => Promise<T>): Promise<T>;
  /** Brings `case.json` up to date and lets the next writer in. Calling it twice is harmless. */
  close(): Promise<void>;
}
