import type { Database } from '../../../shared/platform/database/repositories.ts';
import { NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../rules/support/facts.ts';
import { type DecidedSketch, type DecidedSubmission, decidedSubmission } from '../../support/dossiers.ts';
import { findingsOfEveryKind, POLICY_TEXT } from './findings-of-every-kind.ts';

/** A rejected submission with findings and evidence of every kind, an SDK, a permission, and a policy that is kept. */
export function richDossier(database: Database, storeId: string, sketch: DecidedSketch = {}): Promise<DecidedSubmission> {
  return decidedSubmission(database, storeId, {
    findings: findingsOfEveryKind(NEUTRAL_POLICY.source.sha256!),
    policyText: POLICY_TEXT,
    package: {
      permissions: [
        { name: 'android.permission.READ_CONTACTS', element: 'uses-permission', place: '/manifest/uses-permission[4]' },
      ],
      code: {
        ...NEUTRAL_PACKAGE.code,
        packages: [...NEUTRAL_PACKAGE.code.packages, { name: 'com.umeng.analytics', classes: 40, methods: 300 }],
      },
    },
    ...sketch,
  });
}
