import { NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import { reviewBy, SILENT } from '../../test/rules/support/reviews.ts';
import type { Finding } from '../domain/finding.ts';
import { knowledge } from '../knowledge/index.ts';
import { composeVerdict } from './index.ts';
import { reportAppeal } from './report-appeal.ts';
import { reportInformation } from './report-information.ts';
import { reportPassages } from './report-passages.ts';
import { reportSigning } from './report-signing.ts';
import { reportUnchecked } from './report-unchecked.ts';
import { ruleUrl } from './rule-url.ts';

const verdict = composeVerdict(reviewBy(SILENT));

describe('the appeal', () => {
  test.each([
    [{}, 'sub_1', '受理本次送审的应用商店', null],
    [{ store: '示例商店' }, 'sub_1', '“示例商店”提出申诉，注明送审编号 sub_1', null],
    [{ store: '示例商店' }, null, '注明安装包的 SHA-256', null],
    [{ store: '示例商店', said: 'https://store.example/appeal' }, 'sub_1', '通过以下渠道', 'https://store.example/appeal'],
    [{ said: 'mailto:appeal@store.example' }, 'sub_1', '通过以下渠道', 'mailto:appeal@store.example'],
    [{ said: '请登录 https://store.example/appeal，选择“申诉”。' }, 'sub_1', '请登录', 'https://store.example/appeal'],
    [{ said: '致电 0755-00000000' }, 'sub_1', '致电 0755-00000000', null],
    [{ said: ' javascript:alert(1) ' }, 'sub_1', 'javascript:alert(1)', null],
  ] as const)('%j of %s', (channel, submission, words, url) => {
    const appeal = reportAppeal(channel, submission);
    expect(appeal.text.zh).toContain(words);
    expect(appeal.text.en).not.toBe('');
    expect(appeal.url).toBe(url);
  });
});

describe('what was not checked', () => {
  test('a review that saw everything still says what static checks cannot see', () => {
    expect(reportUnchecked(verdict, SILENT).map(({ kind }) => kind)).toEqual(['limits']);
  });

  test('everything else that was not seen, what weighs most first', () => {
    const gap = { code: 'x', place: 'classes.dex', message: { zh: '坏', en: 'broken' }, affects: 'code' } as const;
    const partly = {
      ...verdict,
      gaps: [gap],
      coverage: { level: 'none', reasons: [] } as const,
      checks: {
        ...verdict.checks,
        missing: [{ check: 'sdk' as const, reason: { zh: '超时', en: 'late' } }],
        notAssessed: [{ rule: 'permission/only', missing: ['policy'] }],
        off: ['listing/only'],
        observing: ['behaviour/only'],
      },
    };
    const list = reportUnchecked(partly, SILENT);
    expect(list.map(({ kind, place }) => [kind, place])).toEqual([
      ['check-missing', 'sdk'],
      ['coverage', null],
      ['gap', 'classes.dex'],
      ['not-assessed', 'permission/only'],
      ['off', 'listing/only'],
      ['observing', 'behaviour/only'],
      ['limits', null],
    ]);
    expect(list[3]!.text).toEqual({
      zh: '字：缺少可读取的隐私政策，未能评估',
      en: 'words: not assessed without a privacy policy that could be read',
    });
  });
});

describe('passages', () => {
  const pointing = (...ranges: readonly (readonly [number, number])[]) => ({
    ...verdict,
    findings: [
      {
        evidence: ranges.map((range) => ({ type: 'policy', snapshot: 'b'.repeat(64), range, excerpt: '' })),
      } as unknown as Finding,
    ],
  });
  const policy = { ...NEUTRAL_POLICY, text: '第一段。\n我们会收集您的位置信息。用于导航。\n第三段。' };

  test('show the place with the rest of its line', () => {
    expect(reportPassages(pointing([5, 17]), policy)).toEqual([
      { range: [5, 17], before: '', text: '我们会收集您的位置信息。', after: '用于导航。' },
    ]);
  });

  test('each once, none beyond the text, none of another policy, and not endlessly many', () => {
    expect(reportPassages(pointing([5, 9], [5, 9], [20, 900], [9, 9]), policy)).toHaveLength(1);
    expect(reportPassages(pointing([5, 9]), { ...policy, source: { ...policy.source, sha256: 'c'.repeat(64) } })).toEqual([]);
    expect(reportPassages(pointing([5, 9]), { ...policy, outcome: 'unreadable' })).toEqual([]);
    expect(reportPassages(pointing([5, 9]), null)).toEqual([]);
    const long = { ...policy, text: '长'.repeat(100_000) };
    const many = Array.from({ length: 5_000 }, (_, at) => [at, at + 50_000] as const);
    const passages = reportPassages(pointing(...many), long);
    expect(passages).toHaveLength(500);
    expect(passages[0]!.text.length).toBeLessThan(1_000);
  });
});

test('certificates are listed once, with every scheme that they sign', () => {
  const certificate = {
    ...{ subject: 'CN=a', issuer: 'CN=a', serial: '1', notBefore: '', notAfter: '', algorithm: '', keyAlgorithm: 'RSA' },
    ...{ keyBits: 2048, md5: '1', sha1: '2', sha256: '3', publicKeySha256: '4', debug: false },
  };
  const signers = (['v1', 'v2', 'v2'] as const).map((scheme) => ({ scheme, certificates: [certificate] }));
  const facts = { ...NEUTRAL_PACKAGE, signing: { schemes: ['v1', 'v2'] as const, signers, verified: 'valid' as const } };
  expect(reportSigning(facts)).toMatchObject({
    verified: 'valid',
    certificates: [{ schemes: ['v1', 'v2'], sha256: '3', publicKey: null }],
  });
  expect(reportSigning({ ...facts, signing: { ...facts.signing, signers: [{ scheme: 'v1', certificates: [] }] } })).toMatchObject(
    {
      certificates: [],
    },
  );
  expect(reportSigning(null)).toBeNull();
});

test('addresses of rule pages', () => {
  expect(ruleUrl('https://review.example', 'permission/beyond-category')).toBe(
    'https://review.example/rules/permission/beyond-category.html',
  );
  expect(ruleUrl('', 'permission/x')).toBe('/rules/permission/x.html');
  expect(ruleUrl(null, 'permission/x')).toBeNull();
});

describe('types of personal information', () => {
  const facts = {
    ...NEUTRAL_PACKAGE,
    permissions: [
      { name: 'android.permission.READ_CONTACTS', element: 'uses-permission', place: '/manifest/uses-permission' },
    ] as const,
    code: {
      ...NEUTRAL_PACKAGE.code,
      packages: [...NEUTRAL_PACKAGE.code.packages, { name: 'com.umeng.analytics', classes: 40, methods: 300 }],
      apiUses: [
        {
          target: 'Landroid/telephony/TelephonyManager;->getDeviceId',
          apis: [],
          permissions: [],
          piTypes: ['device.imei'],
          count: 3,
          callers: [],
        },
      ],
    },
  };
  const row = (list: ReturnType<typeof reportInformation>, id: string) => list.find((each) => each.id === id);

  test('what permissions open, code calls for and SDKs collect stands beside what the policy says', () => {
    const list = reportInformation(facts, NEUTRAL_POLICY, knowledge);
    expect(row(list, 'contacts')).toMatchObject({ permissions: ['android.permission.READ_CONTACTS'], policy: 'silent' });
    expect(row(list, 'device.imei')).toMatchObject({ calls: 3, policy: 'silent' });
    expect(list.some(({ sdks }) => sdks.includes('umeng-analytics'))).toBe(true);
    const told = { ...NEUTRAL_POLICY, types: [{ type: 'contacts', negated: false, range: [0, 2] as const, confidence: 1 }] };
    expect(row(reportInformation(facts, told, knowledge), 'contacts')?.policy).toBe('told');
    // Told though nothing in the package needs it.
    expect(row(reportInformation(null, told, knowledge), 'contacts')).toMatchObject({
      permissions: [],
      calls: 0,
      policy: 'told',
    });
  });

  test('without a policy nothing is silent, and without either there is nothing to tell', () => {
    expect(reportInformation(facts, null, knowledge).every(({ policy }) => policy === 'unread')).toBe(true);
    expect(reportInformation(null, null, knowledge)).toEqual([]);
  });
});
