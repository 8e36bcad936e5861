export { loadLexicons } from './lexicons.ts';
