/** The package's face. What is not exported here is not promised. */
export { ClewError, ERROR_CODES, type ErrorCode } from './errors.ts';
export * from './model/index.ts';
export { engineVersion, extract, fold, foldVersion, read, write } from './pipeline.ts';
