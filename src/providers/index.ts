export { loadLexicons } from './lexicons.ts';
export { createRecogniser } from './ocr/index.ts';
export { languageFolders } from './ocr/languages.ts';
export { loadStages } from './stages.ts';
