import type { AnyOperation } from '../../operation.ts';
import { getOverview } from './overview.ts';
import { listStores } from './stores.ts';

/** Figures for whoever answers for the work. */
export const OVERVIEW_OPERATIONS: readonly AnyOperation[] = [getOverview, listStores];
