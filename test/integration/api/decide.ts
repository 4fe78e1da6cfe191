import { createHash } from 'node:crypto';
import { rulesVersion } from '../../../shared/checks/registry.ts';
import { BUILT_IN } from '../../../shared/checks/rulebook/built-in.ts';
import { CHECKS } from '../../../shared/domain/check.ts';
import { NO_RECORDS } from '../../../shared/domain/facts/records.ts';
import { composeVerdict } from '../../../shared/pledge/index.ts';
import type { RunningTestApi } from './running-api.ts';

/** Moves a submission through its states as the workers do, and decides it with a real verdict in which no check ran. */
export async function decide({ database, ports }: RunningTestApi, id: string): Promise<{ readonly eventId: string }> {
  const { submissions, reviews } = database;
  const row = (await submissions.find(id))!;
  await submissions.apply(id, row.run, 'inspect');
  await submissions.apply(id, row.run, 'check');
  const verdict = composeVerdict({
    reports: [],
    missing: CHECKS.map((check) => ({ check, reason: { zh: '测试中未运行', en: 'Not run in this test' } })),
    package: null,
    policy: null,
    listing: row.listing,
    packageSha256: row.packageSha256!,
    rules: ports.rules,
    records: NO_RECORDS,
    rulesVersion: rulesVersion(ports.rules),
    rulebook: BUILT_IN,
    knowledge: ports.knowledge,
    inspector: 'inspector/test',
    policyReader: 'reader/test',
  });
  const eventId = `evt_${createHash('sha256').update(`${id}.${row.run}`).digest('hex').slice(0, 24)}`;
  await reviews.decide(id, row.run, verdict, {
    id: eventId,
    type: 'submission.decided',
    payload: { decision: verdict.decision },
  });
  return { eventId };
}
