/** What a failure is about: a kind of record, the case as a whole, or the file of an original. */
export type Verified =
  | 'case'
  | 'journal'
  | 'document'
  | 'original'
  | 'occurrence'
  | 'extraction'
  | 'decision'
  | 'passage'
  | 'mention'
  | 'literal'
  | 'claim'
  | 'cue'
  | 'lead';

/** What can be wrong with it. */
export type Failing =
  /** The database cannot be read, or `case.json` is not this case's. */
  | 'damaged'
  /** A journal entry is not there; or a journal entry, a document or a claim speaks of a record that is not there. */
  | 'missing'
  /** The record is not what the journal recorded; the entry, the text or the file is not what its hash says. */
  | 'altered'
  /** A journal entry does not carry the hash of the one before. */
  | 'unlinked'
  /** It is there, but may not be read by this account: nothing is known about it. */
  | 'unreadable'
  /** The journal is shorter than, or ends otherwise than, `case.json` has seen. */
  | 'cut'
  /** No journal entry vouches for the record. */
  | 'unrecorded'
  /** The quotation is not the text under its span, or the text is not what the original says. */
  | 'misquoted'
  /** The span is not inside its text. */
  | 'outside'
  /** It points at a record that does not exist. */
  | 'dangling'
  /** Two records have this id. */
  | 'repeated';

export interface VerifyFailure {
  readonly record: Verified;
  /** Id of the record; of a journal entry its number, of an original the document's. */
  readonly id: string;
  readonly what: Failing;
  readonly detail: string;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly checked: {
    readonly documents: number;
    readonly originals: number;
    readonly occurrences: number;
    readonly extractions: number;
    readonly quotations: number;
    readonly claims: number;
    readonly decisions: number;
    readonly journalEntries: number;
  };
  /** In the order found: the journal, then each document with all that hangs on it in id order, then the rest. */
  readonly failures: readonly VerifyFailure[];
}

/** Collects failures and counts while a case is gone through. */
export class Findings {
  readonly failures: VerifyFailure[] = [];
  readonly checked: { -readonly [Key in keyof VerifyReport['checked']]: number } = {
    documents: 0,
    originals: 0,
    occurrences: 0,
    extractions: 0,
    quotations: 0,
    claims: 0,
    decisions: 0,
    journalEntries: 0,
  };

  fail(record: Verified, id: string | number, what: Failing, detail: string): void {
    this.failures.push({ record, id: String(id), what, detail });
  }

  report(): VerifyReport {
    return { ok: this.failures.length === 0, checked: this.checked, failures: this.failures };
  }
}
