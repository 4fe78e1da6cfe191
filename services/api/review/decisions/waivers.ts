import { daysBetween } from '../../../../shared/checks/rulebook/days.ts';
import { signingCertificates } from '../../../../shared/checks/signers.ts';
import { dayInChina } from '../../../../shared/domain/day.ts';
import type { AccountName } from '../../../../shared/domain/review/account.ts';
import type { FindingJudgement, WaiverRequest } from '../../../../shared/domain/review/decision.ts';
import type { Verdict } from '../../../../shared/domain/verdict.ts';
import type { NewGrantedWaiver } from '../../../../shared/platform/database/granted-waivers.ts';
import type { Submission } from '../../../../shared/platform/database/repositories.ts';
import { newId } from '../../new-id.ts';
import type { ApiPorts } from '../../ports.ts';
import { type FieldError, invalidRequest, notFound, Problem } from '../../problems/problem.ts';

const MOST_DAYS = 365;

/** @throws Problem `invalid-request` for waivers of findings that are no false alarms, and for days that cannot be */
export function checkWaivers(requests: readonly WaiverRequest[], judgements: readonly FindingJudgement[], today: string): void {
  const falseAlarms = new Set(judgements.flatMap((each) => (each.outcome === 'false-alarm' ? each.fingerprint : [])));
  const errors = requests.flatMap(({ fingerprint, expires }, index): FieldError[] => {
    const days = daysBetween(today, expires);
    if (!falseAlarms.has(fingerprint))
      return [{ pointer: `/waivers/${index}/fingerprint`, code: 'not-false-alarm', text: NOT_FALSE }];
    if (days < 1 || days > MOST_DAYS) return [{ pointer: `/waivers/${index}/expires`, code: 'bad-day', text: BAD_DAY }];
    return [];
  });
  if (errors.length > 0) throw invalidRequest(errors);
}

const NOT_FALSE = { zh: '只有认定为误报的问题可以豁免', en: 'only a finding that is a false alarm can be waived' };
const BAD_DAY = { zh: `应在明天至 ${MOST_DAYS} 天后之间`, en: `must lie between tomorrow and ${MOST_DAYS} days from today` };

/**
 * What the requests of a decision become: bound to the package's own name and, where its signature was read whole, to its certificate, so
 * that nobody who borrows the name has the waiver too. Made sure of is that the store's rulebook will take them.
 * @param by who asked for them
 * @throws Problem `conflict` when they cannot be granted
 */
export async function waiversOf(
  ports: ApiPorts,
  submission: Submission,
  verdict: Verdict,
  decision: { readonly id: string; readonly waivers: readonly WaiverRequest[]; readonly by: AccountName },
): Promise<readonly NewGrantedWaiver[]> {
  if (decision.waivers.length === 0) return [];
  const { packageSha256, inspector } = verdict.provenance;
  const [facts, store] = await Promise.all([
    ports.database.facts.package(packageSha256, inspector),
    ports.database.stores.find(submission.storeId),
  ]);
  if (store === null) throw notFound({ zh: '商店', en: 'store' });
  if (facts === null) throw refused('安装包的事实已不再保留', 'the facts of the package are no longer kept');
  const app = facts.identity.packageName ?? submission.listing.app.packageName ?? null;
  if (app === null) throw refused('安装包没有包名，豁免无从对应', 'the package has no name that a waiver could be for');
  const granted = dayInChina(ports.clock());
  const common = {
    store: store.id,
    app,
    certificate: signingCertificates(facts)[0]?.sha256 ?? null,
    by: decision.by,
    granted,
    decision: decision.id,
    submission: submission.id,
  };
  const waivers = new Map<string, NewGrantedWaiver>();
  for (const { fingerprint, scope, reason, expires } of decision.waivers) {
    const finding = verdict.findings.find((each) => each.fingerprint === fingerprint);
    if (finding === undefined) throw refused('结论中没有所豁免的问题', 'the verdict does not have the finding');
    if (expires < granted) throw refused(`末日 ${expires} 已过`, `its last day, ${expires}, is over`);
    const subject = scope === 'subject' ? finding.subject : null;
    // All of a rule may be asked for by each of its findings.
    const key = JSON.stringify([finding.rule, subject]);
    if (!waivers.has(key)) waivers.set(key, { ...common, id: newId('wav'), rule: finding.rule, subject, reason, expires });
  }
  const made = [...waivers.values()];
  const reason = await ports.rulebooks.wouldRefuse(
    store,
    made.map((waiver) => ({ ...waiver, revokedAt: null })),
  );
  if (reason !== null) throw refused(reason.zh, reason.en);
  return made;
}

const refused = (zh: string, en: string): Problem =>
  new Problem('conflict', { zh: `不能豁免：${zh}`, en: `The waiver cannot be granted: ${en}` });
