import type { PolicyPart, PolicyUnderstanding } from '../domain/facts/policy-understanding.ts';
import { readReadability } from './readability/read.ts';
import { readStatements } from './statements/read.ts';
import type { Known } from './statements/statement.ts';
import type { PolicyText } from './text/policy-text.ts';

/** What is understood of a text beyond single mentions. */
export function understand(text: PolicyText, known: Known, parts: readonly PolicyPart[]): PolicyUnderstanding {
  return {
    sentences: [],
    statements: readStatements(text, known),
    parts,
    readability: readReadability(text, null),
  };
}
