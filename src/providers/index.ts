export { loadLexicons } from './lexicons.ts';
export { createRecogniser } from './ocr/index.ts';
