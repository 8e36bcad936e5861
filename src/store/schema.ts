import type { ColumnType } from 'kysely';

/** A 64-bit integer: written as a number, read as whatever the engine answers (see `decodeInteger`). */
type Integer = ColumnType<number | string | bigint, number, number>;

/**
 * The tables, as after the newest migration. Every key begins with `case_id`, so that one PostgreSQL database can hold many cases.
 * `record` is the whole record as canonical JSON; the other columns only repeat what queries need.
 */
export interface Schema {
  readonly cases: { case_id: string; name: string; created: string };
  readonly documents: { case_id: string; id: string; status: string; problems: Integer; record: string };
  readonly occurrences: { case_id: string; id: string; document_id: string; path: string; record: string };
  readonly extractions: {
    case_id: string;
    document_id: string;
    engine: string;
    mentions: Integer;
    claims: Integer;
    record: string;
  };
  /** `n` counts the decisions of a case in the order they were made. */
  readonly decisions: { case_id: string; id: string; n: Integer; record: string };
  readonly journal: { case_id: string; n: Integer; at: string; previous: string; event: string; hash: string };
}
