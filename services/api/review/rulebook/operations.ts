import type { AnyOperation } from '../../operation.ts';
import { checkRulebook } from './check.ts';
import { listRulesInForce } from './rules.ts';
import { tryRulebook } from './trial.ts';

/** Rules in force, and what another rulebook would do. */
export const REVIEW_RULEBOOK_OPERATIONS: readonly AnyOperation[] = [listRulesInForce, checkRulebook, tryRulebook];
