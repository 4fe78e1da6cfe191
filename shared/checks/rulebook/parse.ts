import type { Rulebook } from '../../domain/rulebook.ts';
import type { Rule } from '../rule.ts';
import { readRulebook } from './read.ts';

export { RulebookError, type RulebookFault } from './faults.ts';

/**
 * A store's rulebook out of its file (YAML or JSON), validated against the rules of this build.
 * @throws RulebookError (an InputError, `rulebook-invalid`) listing every fault with line, column, path and reason
 */
export function parseRulebook(text: string | Uint8Array, rules: readonly Rule[]): Rulebook {
  return readRulebook(text, rules).rulebook;
}
