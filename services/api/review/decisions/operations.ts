import type { AnyOperation } from '../../operation.ts';
import { decideInBulk } from './bulk.ts';
import { makeDecision } from './make.ts';
import { confirmDecision, declineDecision, undoDecision } from './second.ts';

/** The person's word. */
export const DECISION_OPERATIONS: readonly AnyOperation[] = [
  makeDecision,
  confirmDecision,
  declineDecision,
  undoDecision,
  decideInBulk,
];
