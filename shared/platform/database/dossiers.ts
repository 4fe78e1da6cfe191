import type { ServiceLevel } from '../../domain/review/service-level.ts';
import { countOpen, openLate, unopened } from './dossier-backlog.ts';
import { changedSince, restamp, versionOf } from './dossier-changes.ts';
import { assign, claim, release } from './dossier-claims.ts';
import { countFacets } from './dossier-facets.ts';
import { listDossiers } from './dossier-list.ts';
import type { Dossiers } from './dossier-records.ts';
import { dossierOf, dossierRows } from './dossier-row.ts';
import type { Db } from './tables.ts';

/** The queue behind the console: what the machine rejected or held, until a person has decided it. */
export const dossiers = (db: Db, level: ServiceLevel): Dossiers => ({
  find: async (submission) => {
    const row = await dossierRows(db).where('dossiers.submission_id', '=', submission).executeTakeFirst();
    return row === undefined ? null : dossierOf(row);
  },
  list: listDossiers(db),
  facets: countFacets(db),
  version: () => versionOf(db),
  changedSince: changedSince(db),
  claim: claim(db),
  release: release(db),
  assign: assign(db),
  countOpen: countOpen(db),
  unopened: unopened(db),
  openLate: openLate(db, level),
  restamp: restamp(db),
});
