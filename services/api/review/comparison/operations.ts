import type { AnyOperation } from '../../operation.ts';
import { compareSubmission } from './compare.ts';

/** Versions of an app side by side. */
export const COMPARISON_OPERATIONS: readonly AnyOperation[] = [compareSubmission];
