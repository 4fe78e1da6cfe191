import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { fingerprint } from '../../shared/checks/fingerprint.ts';
import { loadRules, rulesVersion } from '../../shared/checks/registry.ts';
import type { Rule } from '../../shared/checks/rule.ts';
import { BUILT_IN, BUILT_IN_TEXT } from '../../shared/checks/rulebook/built-in.ts';
import { CHECKS, type CheckName, type CheckReport } from '../../shared/domain/check.ts';
import type { ListingFacts } from '../../shared/domain/facts/listing.ts';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import { NO_RECORDS } from '../../shared/domain/facts/records.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import type { Database, Submission } from '../../shared/platform/database/repositories.ts';
import { composeVerdict } from '../../shared/pledge/index.ts';
import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../rules/support/facts.ts';

/** What a synthetic finding says; everything else comes from the rule of that id. */
export type FindingSketch = Partial<Finding> & { readonly rule: string };

/** What a decided submission is made of. Without findings and missing checks the machine approves. */
export interface DecidedSketch {
  readonly findings?: readonly FindingSketch[];
  /** Checks that left no report: the machine holds the submission. */
  readonly missing?: readonly CheckName[];
  readonly app?: Partial<ListingFacts['app']>;
  readonly developer?: Partial<ListingFacts['developer']>;
  readonly package?: Partial<PackageFacts>;
  readonly policyText?: string;
  readonly callbackUrl?: string | null;
}

export interface DecidedSubmission {
  readonly id: string;
  readonly run: number;
  readonly verdict: Verdict;
  /** Of the verdict's event. */
  readonly eventId: string;
  readonly packageSha256: string;
}

let loading: Promise<readonly Rule[]> | undefined;
const allRules = (): Promise<readonly Rule[]> => {
  loading ??= loadRules();
  return loading;
};

/** Two findings that reject and one that is only a warning: a plain case. */
export const PLAIN_REJECTION: readonly FindingSketch[] = [
  { rule: 'sdk/undisclosed', subject: 'umeng-analytics', severity: 'reject' },
  { rule: 'permission/beyond-category', subject: 'android.permission.READ_CONTACTS', severity: 'reject' },
  { rule: 'behaviour/cleartext-traffic', subject: 'application', severity: 'warn' },
];

/**
 * A submission that went through all states and was decided by a verdict as the workers compose it, with facts that are kept: everything that
 * asks for report, facts or dossier finds what it would find of a real one. Takes some ten milliseconds.
 */
export async function decidedSubmission(
  database: Database,
  storeId: string,
  sketch: DecidedSketch = {},
): Promise<DecidedSubmission> {
  const sha256 = createHash('sha256').update(randomBytes(16)).digest('hex');
  const listing: ListingFacts = {
    ...NEUTRAL_LISTING,
    app: { ...NEUTRAL_LISTING.app, ...sketch.app },
    developer: { ...NEUTRAL_LISTING.developer, ...sketch.developer },
  };
  await database.packages.keep({ sha256, objectKey: `uploads/${sha256}`, bytes: 1_000_000, format: 'apk' });
  const created = await database.submissions.create({
    id: `sub_${randomUUID()}`,
    storeId,
    state: 'stored',
    listing,
    origin: { kind: 'upload' },
    packageSha256: sha256,
    policyDocument: null,
    callbackUrl: sketch.callbackUrl ?? null,
    idempotency: null,
  });
  if (created.outcome !== 'created') throw new Error(created.outcome);
  return decideRun(database, created.submission, sketch);
}

/** Takes a submission that is `stored` through its run to a verdict; so a second run can come out differently from the first. */
export async function decideRun(
  database: Database,
  submission: Submission,
  sketch: DecidedSketch = {},
): Promise<DecidedSubmission> {
  const { id, run, listing } = submission;
  const packageSha256 = submission.packageSha256!;
  await database.submissions.apply(id, run, 'inspect');
  const identity = {
    ...NEUTRAL_PACKAGE.identity,
    packageName: listing.app.packageName ?? null,
    versionName: listing.app.versionName ?? null,
  };
  const facts: PackageFacts = { ...NEUTRAL_PACKAGE, identity, ...sketch.package, sha256: packageSha256 };
  const policy = { ...NEUTRAL_POLICY, ...(sketch.policyText !== undefined && { text: sketch.policyText }) };
  await database.facts.keepPackage(facts);
  await database.facts.keepPolicy(id, run, policy, null);
  await database.records.keep(id, run, NO_RECORDS, { rulebook: BUILT_IN, text: BUILT_IN_TEXT }, facts.identity.packageName);
  await database.submissions.apply(id, run, 'check');

  const rules = await allRules();
  const missing = (sketch.missing ?? []).map((check) => ({ check, reason: { zh: '进程中断', en: 'Its process died' } }));
  const findings = (sketch.findings ?? []).map((finding) => findingOf(rules, finding));
  const reports = CHECKS.filter((check) => !sketch.missing?.includes(check)).map((check) => reportOf(rules, check, findings));
  for (const report of reports) await database.reviews.keepReport(id, run, report);
  for (const each of missing) await database.reviews.keepFailure(id, run, each);
  const verdict = composeVerdict({
    reports,
    missing,
    package: facts,
    policy,
    listing,
    packageSha256,
    rules,
    records: NO_RECORDS,
    rulesVersion: rulesVersion(rules),
    rulebook: BUILT_IN,
    knowledge,
    inspector: facts.inspector,
    policyReader: policy.reader,
  });
  const eventId = `evt_${createHash('sha256').update(`${id}.${run}`).digest('hex').slice(0, 24)}`;
  const event = { id: eventId, type: 'submission.decided' as const, payload: { decision: verdict.decision } };
  if (!(await database.reviews.decide(id, run, verdict, event, facts.identity))) throw new Error(`${id} was not decided`);
  return { id, run, verdict, eventId, packageSha256 };
}

function reportOf(rules: readonly Rule[], check: CheckName, findings: readonly Finding[]): CheckReport {
  const own = findings.filter((finding) => finding.check === check);
  const silent = rules.filter(({ id }) => id.startsWith(`${check}/`) && !own.some(({ rule }) => rule === id));
  return {
    schema: 'check-report/1',
    check,
    findings: own,
    passed: silent.map(({ id }) => id),
    notAssessed: [],
    notApplicable: [],
  };
}

/** A finding of a rule that exists, with the rule's own title, clauses and remedy. */
function findingOf(rules: readonly Rule[], { rule: id, ...sketch }: FindingSketch): Finding {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  const message = sketch.message ?? Object.keys(rule.messages)[0]!;
  const subject = sketch.subject ?? 'subject';
  return {
    rule: id,
    check: id.split('/')[0] as CheckName,
    message,
    subject,
    severity: rule.ceiling,
    title: rule.title,
    text: { zh: `${rule.title.zh}：${subject}`, en: `${rule.title.en}: ${subject}` },
    remedy: rule.remedy,
    clauses: rule.clauses,
    basis: [],
    evidence: [{ type: 'listing', field: 'app.name', value: '示例应用' }],
    fingerprint: fingerprint(id, message, subject),
    ...sketch,
  };
}
