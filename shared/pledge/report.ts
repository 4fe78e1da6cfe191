import type { z } from 'zod';
import { isAndroid } from '../checks/platform.ts';
import type { Rule } from '../checks/rule.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { RecordFacts } from '../domain/facts/records.ts';
import type { LegalBasis } from '../domain/legal.ts';
import { ASSESSMENT_NAMES, DECISION_NAMES, FORCE_NAMES } from '../domain/report/names.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { type AppealChannel, reportAppeal } from './report-appeal.ts';
import { reportInformation } from './report-information.ts';
import { reportPassages } from './report-passages.ts';
import { reportPermissions } from './report-permissions.ts';
import { reportPolicyItems } from './report-policy.ts';
import { reportSchema } from './report-schema.ts';
import { reportSdks } from './report-sdks.ts';
import { reportSigning } from './report-signing.ts';
import { reportThirdParty } from './report-third-party.ts';
import { reportUnchecked } from './report-unchecked.ts';
import { ruleUrl } from './rule-url.ts';

export type Report = z.output<typeof reportSchema>;

export interface ReportInput {
  /** Who was reviewed and when; null where there is no submission (the command line). `decidedAt` is ISO 8601. */
  readonly submission: { readonly id: string | null; readonly run: number | null; readonly decidedAt: string | null };
  readonly listing: ListingFacts;
  readonly package: PackageFacts | null;
  readonly policy: PolicyFacts | null;
  readonly verdict: Verdict;
  readonly rules: readonly Rule[];
  readonly knowledge: Knowledge;
  /** What the platform had on record when the run was judged. */
  readonly records?: RecordFacts;
  /** What the store says about appeals. */
  readonly appeal?: AppealChannel;
  /** What stands before `/rules/…` in the addresses of rule pages, see `ruleUrl`; left out, nobody serves them. */
  readonly rulePages?: string | null;
}

/**
 * Makes the report of a verdict: the verdict itself, untouched, with the names of clauses, instruments and rules resolved and the app's
 * permissions and SDKs beside what policy and listing say about them. Pure and deterministic. All strings that come from package,
 * policy or listing are untrusted: whoever renders the report must escape them.
 */
export function buildReport(input: ReportInput): Report {
  const { listing, package: facts, policy, verdict, knowledge } = input;
  return reportSchema.parse({
    schema: 'report/1',
    submission: input.submission,
    app: {
      name: listing.app.name,
      packageName: facts?.identity.packageName ?? listing.app.packageName ?? null,
      versionName: facts?.identity.versionName ?? listing.app.versionName ?? null,
      versionCode: facts?.identity.versionCode ?? null,
      format: facts?.format ?? null,
      platform: platformOf(facts),
      bytes: facts?.size ?? null,
      sha256: verdict.provenance.packageSha256,
      category: { id: listing.app.category, name: knowledge.categories.get(listing.app.category)?.name ?? null },
      filingNumber: listing.app.filingNumber ?? null,
      developer: { id: listing.developer.id, name: listing.developer.name ?? null },
    },
    policy: {
      outcome: policy?.outcome ?? 'none',
      reason: policy?.reason ?? null,
      url: policy?.source.finalUrl ?? policy?.source.url ?? null,
      sha256: policy?.source.sha256 ?? null,
    },
    policyItems: reportPolicyItems(policy, knowledge),
    decisionName: DECISION_NAMES[verdict.decision],
    verdict,
    clauses: resolveClauses(verdict, knowledge),
    rules: resolveRules(verdict, input.rules, knowledge, input.rulePages ?? null),
    permissions: reportPermissions(facts, policy, listing, knowledge),
    sdks: reportSdks(facts, policy, listing, knowledge),
    thirdParty: reportThirdParty(facts, knowledge),
    information: reportInformation(facts, policy, knowledge),
    features: [...(facts?.quickApp?.features ?? [])],
    signing: reportSigning(facts),
    records: { previous: input.records?.previous ?? null, filing: input.records?.filing ?? null } as Report['records'],
    notChecked: reportUnchecked(verdict, input.rules),
    passages: reportPassages(verdict, policy),
    appeal: reportAppeal(input.appeal ?? {}, input.submission.id),
  } satisfies z.input<typeof reportSchema>);
}

/** Facts of the first version do not name the platform; their format tells. */
function platformOf(facts: PackageFacts | null): Report['app']['platform'] {
  if (facts === null) return null;
  return facts.platform ?? (isAndroid({ platform: null, format: facts.format }) ? 'android' : null);
}

function resolveClauses(verdict: Verdict, knowledge: Knowledge): z.input<typeof reportSchema>['clauses'] {
  const clauses = new Map(knowledge.clauses.map((clause) => [clause.id, clause]));
  return verdict.clauses.flatMap((assessed) => {
    const clause = clauses.get(assessed.clause);
    if (clause === undefined) return [];
    return {
      id: clause.id,
      instrument: knowledge.instruments.get(clause.instrument)?.name ?? { zh: clause.instrument, en: clause.instrument },
      number: clause.number,
      name: clause.name,
      summary: clause.summary,
      kind: clause.kind,
      assessment: assessed.assessment,
      assessmentName: ASSESSMENT_NAMES[assessed.assessment],
      findings: [...assessed.findings],
      reason: assessed.reason,
    };
  });
}

/** The rules that have something to say in this report, with the full names and force of what they rest on. */
function resolveRules(
  verdict: Verdict,
  rules: readonly Rule[],
  knowledge: Knowledge,
  pages: string | null,
): z.input<typeof reportSchema>['rules'] {
  // What weighs more comes later and wins.
  const outcomes = new Map<string, Report['rules'][number]['outcome']>();
  for (const rule of verdict.checks.off) outcomes.set(rule, 'off');
  for (const { rule } of verdict.observed) outcomes.set(rule, 'observed');
  for (const { finding } of verdict.waived) outcomes.set(finding.rule, 'waived');
  for (const { rule } of verdict.checks.notAssessed) outcomes.set(rule, 'not-assessed');
  for (const { rule } of verdict.findings) outcomes.set(rule, 'found');
  return [...rules]
    .filter(({ id }) => outcomes.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => ({
      id: rule.id,
      check: rule.id.slice(0, rule.id.indexOf('/')) as Verdict['checks']['completed'][number],
      outcome: outcomes.get(rule.id)!,
      ceiling: rule.ceiling,
      title: rule.title,
      explanation: rule.explanation ?? null,
      remedy: rule.remedy,
      page: ruleUrl(pages, rule.id),
      clauses: [...rule.clauses],
      basis: rule.basis.map((cited) => resolveBasis(cited, knowledge)),
    }));
}

function resolveBasis(
  { instrument, article, verified }: LegalBasis,
  knowledge: Knowledge,
): Report['rules'][number]['basis'][number] {
  const known = knowledge.instruments.get(instrument);
  const force = known?.force ?? 'recommended';
  return {
    instrument,
    name: known?.name ?? { zh: instrument, en: instrument },
    force,
    forceName: FORCE_NAMES[force],
    article: article ?? null,
    verified,
  };
}
