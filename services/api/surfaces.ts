import type { AnyOperation } from './operation.ts';

/** What one process may serve: the stores' API, the reviewers' console with its operations, or both. */
export const SURFACES = ['api', 'console'] as const;
export type Surface = (typeof SURFACES)[number];

const REVIEWING = '/v1/review/';

/** The operations of these surfaces. What everybody may read without a key (health, rules, clauses) belongs to both. */
export function operationsOf(surfaces: readonly Surface[], operations: readonly AnyOperation[]): AnyOperation[] {
  return operations.filter((operation) => {
    if (operation.path.startsWith(REVIEWING)) return surfaces.includes('console');
    return operation.scope === null || surfaces.includes('api');
  });
}
