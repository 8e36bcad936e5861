/** The case folder: records and journal in a database, originals by hash, `case.json`. */
export { createCase } from './case-folder.ts';
export type {
  CaseCounts,
  CaseReader,
  CaseStore,
  DocumentCommit,
  OriginalBytes,
  RecordedScreening,
} from './case-store.ts';
export { type OpenOptions, openCase } from './open-case.ts';
export { loadRecords } from './records.ts';
export { listOriginals, verifyCase } from './verify.ts';
export { assertOriginals } from './verify-original.ts';
export type { Failing, Verified, VerifyFailure, VerifyReport } from './verify-report.ts';
