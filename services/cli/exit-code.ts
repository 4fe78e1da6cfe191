import type { VerdictDecision } from '../../shared/domain/verdict.ts';

/** What the command line answers to a script: the decision, or 3 where there is none (usage error, unusable input, a fault). */
export const EXIT_CODES: Readonly<Record<VerdictDecision | 'error', number>> = { approve: 0, reject: 1, review: 2, error: 3 };
