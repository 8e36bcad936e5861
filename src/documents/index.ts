export { readerIdOf } from './formats/index.ts';
export { DEFAULT_LIMITS, type ReadLimits } from './limits.ts';
export { type ReadItem, type ReadOptions, type ReadSink, readDocument, readEach } from './read-document.ts';
export type {
  MissingLanguage,
  Picture,
  RecognisedPicture,
  RecognisedWord,
  Recogniser,
} from './recognition/recogniser.ts';
