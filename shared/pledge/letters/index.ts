export { generateLetter, type LetterSource, tellableFindings } from './generate.ts';
export { type PrintableLetter, renderLetter } from './print.ts';
export { LETTER_POLICY } from './style.ts';
