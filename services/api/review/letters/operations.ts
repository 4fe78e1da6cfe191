import type { AnyOperation } from '../../operation.ts';
import { createLetter, listLetters, regenerateLetter } from './drafting.ts';
import { printLetter } from './print.ts';
import { saveLetter } from './save.ts';
import { sendLetter } from './send.ts';

/** Rectification letters, as reviewers write them. */
export const LETTER_OPERATIONS: readonly AnyOperation[] = [
  listLetters,
  createLetter,
  regenerateLetter,
  saveLetter,
  sendLetter,
  printLetter,
];
