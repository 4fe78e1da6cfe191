import type { Finding, WaivedFinding } from '../../domain/finding.ts';
import type { Report } from '../report.ts';
import { wellFormed } from '../visible.ts';
import { bounded } from './bounded.ts';
import { type ReportLanguage, textsIn } from './language.ts';
import { invocationOf, NOTIFICATIONS } from './sarif-invocation.ts';
import { Artifacts, clean, codeFlowOf, locationOf } from './sarif-locations.ts';
import { descriptorOf, LEVELS, type Say, speaker, taxonomies, taxonReference } from './sarif-rules.ts';

export interface SarifOptions {
  /** The package as the pipeline knows it: a URI or relative reference. Left out, it is named after the app. */
  readonly packageUri?: string;
}

/**
 * The report as SARIF 2.1.0 (OASIS Standard) for the pipelines of developers: one run, one result a finding. What a waiver covers is a
 * suppressed result, what a rule only observes is informational; gaps and rules that could not judge are notifications of the invocation.
 */
export function renderSarif(whole: Report, language: ReportLanguage = 'zh', options: SarifOptions = {}): string {
  const report = bounded(whole);
  const say = speaker(language);
  const artifacts = new Artifacts(report, options.packageUri ?? null);
  const { verdict, app } = report;
  const rules = report.rules.map((rule) => descriptorOf(rule, report, say, language));
  const context: ResultContext = { report, artifacts, say };
  const results = [
    ...verdict.findings.map((finding) => resultOf(finding, context)),
    ...verdict.waived.map(({ finding, waiver }) => ({ ...resultOf(finding, context), suppressions: [suppressionOf(waiver)] })),
    ...verdict.observed.map((finding) => ({
      ...resultOf(finding, context),
      // Section 3.27.10: only failures have a level.
      kind: 'informational',
      level: 'none',
      properties: { ...propertiesOf(finding), observed: true },
    })),
  ];
  const invocation = invocationOf(report, say);
  const components = taxonomies(report, say);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Shelfgate',
            version: verdict.provenance.rules || verdict.provenance.inspector,
            shortDescription: { text: say({ zh: '应用上架审核', en: 'Review of app packages for a store' }) },
            language: language === 'en' ? 'en' : 'zh-CN',
            rules,
            notifications: NOTIFICATIONS.map(({ id, text }) => ({ id, shortDescription: { text: say(text) } })),
            supportedTaxonomies: components.map(({ name }, index) => ({ name, index })),
          },
        },
        automationDetails: { id: `shelfgate/${encodeURIComponent(wellFormed(app.packageName ?? app.sha256))}/` },
        language: language === 'en' ? 'en' : 'zh-CN',
        columnKind: 'utf16CodeUnits',
        invocations: [invocation],
        artifacts: artifacts.list,
        results,
        taxonomies: components,
        properties: {
          decision: verdict.decision,
          submission: report.submission.id,
          coverage: verdict.coverage.level,
          provenance: verdict.provenance,
          limits: say(verdict.limits),
          appeal: { text: say(report.appeal.text), url: report.appeal.url },
        },
      },
    ],
  };
  // SARIF is UTF-8 (section 3.2.2), which has no halves of surrogate pairs.
  const wellFormedText = (_key: string, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value);
  return `${JSON.stringify(log, wellFormedText, 2)}\n`;
}

interface ResultContext {
  readonly report: Report;
  readonly artifacts: Artifacts;
  readonly say: Say;
}

function resultOf(finding: Finding, { report, artifacts, say }: ResultContext): object {
  const index = report.rules.findIndex(({ id }) => id === finding.rule);
  const [first, ...others] = finding.evidence.map((piece) => locationOf(piece, artifacts, report));
  const flows = finding.evidence.map((piece) => codeFlowOf(piece, artifacts)).filter((flow) => flow !== null);
  return {
    ruleId: finding.rule,
    ...(index >= 0 ? { ruleIndex: index } : {}),
    kind: 'fail',
    level: LEVELS[finding.severity],
    message: { text: say(finding.text) || clean(finding.rule) },
    locations: [first ?? { physicalLocation: { artifactLocation: artifacts.package() } }],
    // Section 3.27.12: more than one location means that all of them must be changed together; further evidence is related.
    ...(others.length > 0 ? { relatedLocations: others.map((location, at) => ({ id: at + 1, ...location })) } : {}),
    ...(flows.length > 0 ? { codeFlows: flows } : {}),
    fingerprints: { 'shelfgate/v1': finding.fingerprint },
    partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:1` },
    taxa: finding.clauses
      .filter((clause) => report.clauses.some(({ id }) => id === clause))
      .map((clause) => taxonReference(clause, report)),
    properties: propertiesOf(finding),
  };
}

function propertiesOf(finding: Finding): object {
  const { severity, subject, clauses, basis, remedy, evidenceOmitted, similarOmitted } = finding;
  return {
    severity,
    subject: clean(subject),
    clauses,
    basis,
    remedy: Object.fromEntries(textsIn(remedy, 'both').map(({ lang, text }) => [lang, clean(text)])),
    ...(evidenceOmitted === undefined ? {} : { evidenceOmitted }),
    ...(similarOmitted === undefined ? {} : { similarOmitted }),
  };
}

function suppressionOf({ id, reason, by, granted, expires }: WaivedFinding['waiver']): object {
  return { kind: 'external', status: 'accepted', justification: clean(reason), properties: { waiver: id, by, granted, expires } };
}
