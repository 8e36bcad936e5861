/** The package's face. What is not exported here is not promised. */
export type { ReadItem, ReadLimits, ReadOptions } from './documents/index.ts';
export type { DossierOptions } from './dossier/index.ts';
export { ClewError, ERROR_CODES, type ErrorCode } from './errors.ts';
export { EXPORTERS, type Exporter, type ExportOptions } from './exports/index.ts';
export * from './model/index.ts';
export { type Clew, type OpenOptions, openClew, type ReadFileOptions, type WriteOptions } from './open-clew.ts';
export { engineVersion, extract, type FoldOptions, fold, foldVersion, read, write } from './pipeline.ts';
export type { InstalledLists, Query, QueryAnswer, QueryHit, QueryOptions } from './screening/index.ts';
