export { detectLanguage } from './detect-language.ts';
export { createLexicalAnalyst } from './lexical-analyst.ts';
export { type Lexicons, loadLexicons } from './load-lexicons.ts';
