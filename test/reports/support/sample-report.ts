import { loadRules } from '../../../shared/checks/registry.ts';
import type { Evidence } from '../../../shared/domain/evidence.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Severity } from '../../../shared/domain/severity.ts';
import type { Verdict, VerdictDecision } from '../../../shared/domain/verdict.ts';
import { buildReport, composeVerdict, type Report } from '../../../shared/pledge/index.ts';
import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../rules/support/facts.ts';
import { reviewBy } from '../../rules/support/reviews.ts';
import { everySdk } from './sample-sdk.ts';

const rules = await loadRules();
const RULE = rules.find(({ id }) => id === 'permission/undisclosed-dangerous')!;
const POLICY = 'b'.repeat(64);

/** One of every type and shape of evidence, every foreign string of it `text`. */
export function everyEvidence(text: string): Evidence[] {
  const step = (link: 'call' | 'hand-off') => ({ class: text, method: text, offset: 4, link });
  const reachedFrom = { kind: 'provider', class: text, steps: 2, guard: text, path: [step('hand-off'), step('call')] } as const;
  const caller = { class: text, method: text, offset: 12 };
  return [
    { type: 'manifest', element: '/manifest/uses-permission[3]', attribute: 'android:name', value: text },
    { type: 'manifest', element: text, attribute: text, value: text },
    { type: 'manifest', element: text },
    {
      type: 'code',
      target: text,
      constant: text,
      caller,
      count: 3,
      reachedFrom,
      owner: { kind: 'sdk', sdk: 'some-sdk' },
    },
    { type: 'code', target: text, caller, count: 1, reachedFrom, owner: { kind: 'app', sdk: null } },
    { type: 'code', target: text, count: 1, reachedFrom: { kind: 'launcher', class: text, steps: 1, guard: null } },
    { type: 'resource', entry: text, element: text, attribute: text, text },
    { type: 'resource', entry: text },
    { type: 'record', record: 'previous-version', id: text, field: text, value: text },
    { type: 'record', record: 'filing', id: text, field: text },
    { type: 'policy', snapshot: POLICY, range: [2, 6], excerpt: text },
    { type: 'policy', snapshot: 'c'.repeat(64), range: [0, 5], excerpt: text },
    { type: 'policy-absence', snapshot: POLICY, searched: text, characters: 985 },
    { type: 'listing', field: 'app.name', value: text },
    { type: 'listing', field: text },
    { type: 'signature', certificate: text, detail: text },
    { type: 'network', url: text, status: 404, detail: text },
    { type: 'package', entry: text, offset: 7, detail: text },
  ];
}

let made = 0;
/** A finding of a real rule. */
export function findingOf(severity: Severity, change: Partial<Finding> = {}): Finding {
  made += 1;
  return {
    rule: RULE.id,
    check: 'permission',
    message: 'undisclosed',
    subject: `subject.${made}`,
    severity,
    title: RULE.title,
    text: { zh: `第${made}个问题的说明`, en: `what problem ${made} is about` },
    remedy: RULE.remedy,
    clauses: [...RULE.clauses],
    basis: RULE.basis.map((basis) => ({ ...basis, force: 'law' })),
    evidence: [{ type: 'listing', field: 'app.name' }],
    fingerprint: made.toString(16).padStart(16, '0'),
    ...change,
  };
}

export interface SampleOptions {
  readonly decision?: VerdictDecision;
  /** What stands wherever package, policy, listing, records or rulebook are quoted. */
  readonly text?: string;
  readonly findings?: readonly Finding[];
}

/** A report in which every part has something to say. */
export function sampleReport({ decision = 'reject', text = '示例文字', findings }: SampleOptions = {}): Report {
  made = 0;
  const bilingual = { zh: text, en: text };
  const own = findings ?? [
    ...(decision === 'reject'
      ? [findingOf('reject', { evidence: everyEvidence(text), evidenceOmitted: 4, subject: text, text: bilingual })]
      : []),
    ...(decision === 'approve' ? [] : [findingOf('review', { similarOmitted: 9 })]),
    findingOf('warn', { evidence: everyEvidence(text) }),
  ];
  const input = reviewBy(rules);
  const verdict: Verdict = {
    ...composeVerdict(input),
    decision,
    findings: own,
    waived: [
      {
        finding: findingOf('review', { subject: text, text: bilingual }),
        waiver: { id: text, reason: text, by: text, granted: '2026-01-01', expires: '2026-12-31' },
      },
    ],
    observed: [findingOf('reject', { subject: text, text: bilingual })],
    staleWaivers: [
      { waiver: { id: text, rule: text, by: text, granted: '2025-01-01', expires: '2025-12-31' }, finding: '0'.repeat(16) },
    ],
    gaps: [
      { code: 'zip-entry-crc-mismatch', place: text, message: { zh: '校验和不符', en: 'The checksum differs' }, affects: 'code' },
    ],
    coverage: { level: 'partial', reasons: [{ zh: '代码有加固', en: 'The code is packed' }] },
    clauses: composeVerdict(input).clauses.map((clause, at) =>
      at === 0 ? { ...clause, assessment: 'violated', findings: own.map(({ fingerprint }) => fingerprint) } : clause,
    ),
    checks: {
      completed: ['permission'],
      missing: [{ check: 'sdk', reason: { zh: '超时', en: 'It took too long' } }],
      notAssessed: [{ rule: RULE.id, missing: ['policy'] }],
      off: [rules[0]!.id],
      observing: [rules[1]!.id],
    },
  };
  const certificate = {
    subject: text,
    issuer: `${text}.`,
    serial: '1',
    notBefore: '2020-01-01T00:00:00Z',
    notAfter: '2050-01-01T00:00:00Z',
    algorithm: 'sha256WithRSA',
    keyAlgorithm: 'RSA',
    keyBits: 2048,
    md5: '1'.repeat(32),
    sha1: '2'.repeat(40),
    sha256: '3'.repeat(64),
    publicKeySha256: '4'.repeat(64),
    modulus: 'AB'.repeat(128),
    debug: true,
  };
  const harmonyPermission = {
    name: `ohos.permission.${text}`,
    element: 'requestPermissions',
    place: '/module/requestPermissions[1]',
    reason: { zh: text, default: null },
    usedScene: { abilities: [text], when: 'inuse' },
  } as const;
  const report = buildReport({
    verdict,
    rules,
    knowledge: input.knowledge,
    package: {
      ...NEUTRAL_PACKAGE,
      identity: { ...NEUTRAL_PACKAGE.identity, packageName: text, versionName: text },
      permissions: [
        harmonyPermission,
        {
          name: 'android.permission.CAMERA',
          element: 'uses-permission',
          place: '/manifest/uses-permission[1]',
          maxSdkVersion: 32,
        },
      ],
      code: { ...NEUTRAL_PACKAGE.code, packages: [{ name: 'com.amap.api.location', classes: 50, methods: 500 }] },
      quickApp: { minPlatformVersion: null, features: [text], pages: [], subpackages: [], widgets: [] },
      signing: { schemes: ['v2', 'v3'], signers: [{ scheme: 'v2', certificates: [certificate] }], verified: 'valid' },
    },
    policy: { ...NEUTRAL_POLICY, text: `政策${text}的后文` },
    listing: {
      ...NEUTRAL_LISTING,
      app: { ...NEUTRAL_LISTING.app, name: text, filingNumber: text },
      developer: { id: text, name: text },
      permissions: [{ name: 'android.permission.CAMERA', purpose: text }],
    },
    submission: { id: 'sub_1', run: 1, decidedAt: '2026-11-21T16:30:00.000Z' },
    records: {
      schema: 'record-facts/1',
      reviewedOn: '2026-11-21',
      rulebook: null,
      previous: {
        submission: 'sub_0',
        packageSha256: 'd'.repeat(64),
        versionName: text,
        versionCode: 1,
        approvedOn: '2026-01-01',
        targetSdk: 33,
        permissions: [text],
        signers: ['e'.repeat(64)],
      },
      filing: {
        registry: text,
        asked: text,
        outcome: 'found',
        record: {
          number: text,
          appName: text,
          operator: text,
          status: 'active',
          packages: [{ platform: 'android', packageName: text, certificateMd5: null, publicKey: null }],
        },
      },
    },
    appeal: { store: text },
    rulePages: 'https://review.example',
  });
  const sdk = everySdk(text);
  const unknown = [{ package: text, classes: 7, calledFrom: [text, text], takes: sdk.takes }];
  return { ...report, sdks: [...report.sdks, sdk], thirdParty: { ...report.thirdParty, unknown, unknownOmitted: 3 } };
}

/** Strings that have broken renderers: markup, ends of raw text, bidirectional and control characters, half characters, length. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '</style></title><img src=x onerror=alert(1)>',
  "\"><svg onload=alert(1)> ' onmouseover=alert(1) x='",
  '-->]]><!-- <![CDATA[',
  '\u202egnp.exe\u2066\u2069\u200f\u061c',
  '\u0000\u0007\u001b[2J\u009b\u007f',
  'a\ud800b\udfff\ufffe\uffff',
  '\u2028\u2029\ufeff\u200b\u00ad',
  'javascript:alert(1) data:text/html,<b>x</b>',
  '&amp;&lt;&#60;&nosuch;',
  '`` ``` ` | [x](javascript:1) ![i](http://evil.example) @everyone #1 http://evil.example www.evil.example *b* _i_ ~~s~~ $m$ \\',
  '\n\n# heading\n\n- item\n\n---\n\n| a | b |\n|---|---|\n<details>',
  '{{constructor.constructor("alert(1)")()}} <%= 1 %>',
  'x'.repeat(200_000),
  '长'.repeat(50_000),
];
