import type { AnyOperation } from '../../operation.ts';
import { assignDossiers } from './assign.ts';
import { followChanges } from './changes.ts';
import { claimDossier, releaseDossier } from './claim.ts';
import { countDossierFacets } from './facets.ts';
import { listDossiers } from './list.ts';

/** The queue and who works on what. */
export const QUEUE_OPERATIONS: readonly AnyOperation[] = [
  listDossiers,
  countDossierFacets,
  followChanges,
  assignDossiers,
  claimDossier,
  releaseDossier,
];
