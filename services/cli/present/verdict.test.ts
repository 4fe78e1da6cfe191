import type { Finding } from '../../../shared/domain/finding.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { presentVerdict } from './verdict.ts';

const [instrument] = knowledge.instruments.keys();
const finding = (severity: Finding['severity'], zh: string): Finding => ({
  rule: 'permission/undisclosed',
  check: 'permission',
  message: 'undisclosed',
  subject: 'android.permission.CAMERA',
  severity,
  title: { zh: `标题${zh}`, en: 'title' },
  text: { zh, en: 'an English text' },
  remedy: { zh: '补充披露', en: 'disclose it' },
  clauses: ['sz2025-2'],
  basis: [{ instrument: instrument!, article: '17', verified: false, force: 'law' }],
  evidence: [{ type: 'manifest', element: '/manifest/uses-permission[1]', attribute: 'name', value: 'evil\u001b[2Jname' }],
  fingerprint: '0123456789abcdef',
});

const verdict: Verdict = {
  schema: 'verdict/1',
  decision: 'reject',
  reasons: [{ code: 'finding', text: { zh: '有可驳回的问题', en: 'a finding that rejects' } }],
  findings: [finding('warn', '轻的问题'), finding('reject', '重的问题')],
  waived: [],
  observed: [],
  staleWaivers: [],
  clauses: [
    { clause: 'sz2025-2', assessment: 'violated', findings: ['0123456789abcdef'], reason: { zh: '', en: '' } },
    {
      clause: 'sz2025-12',
      assessment: 'not-assessable',
      findings: [],
      reason: { zh: '静态看不到训练数据', en: 'training data is not visible' },
    },
  ],
  checks: {
    completed: ['permission'],
    missing: [{ check: 'sdk', reason: { zh: '超时', en: 'took too long' } }],
    notAssessed: [{ rule: 'sdk/undisclosed', missing: ['package'] }],
    off: [],
    observing: [],
  },
  coverage: { level: 'partial', reasons: [{ zh: '有加固', en: 'packed' }] },
  gaps: [{ code: 'dex-broken', place: 'classes2.dex', message: { zh: '无法读取', en: 'cannot be read' }, affects: 'code' }],
  provenance: {
    packageSha256: 'a'.repeat(64),
    policySha256: null,
    inspector: 'inspector/1',
    policyReader: 'policy-reader/1',
    knowledge: '0'.repeat(16),
    rules: '1'.repeat(16),
    rulebook: '2'.repeat(64),
    rulebookName: 'built-in',
    rulebookVersion: '1',
    reviewedOn: null,
  },
  limits: { zh: '静态检查看不到运行时行为', en: 'nothing that happens at run time' },
};

test('says the decision first, then why, then the worst finding', () => {
  const lines = presentVerdict(verdict, knowledge, 'both');
  const places = ['驳回 REJECT', '有可驳回的问题', '重的问题', '轻的问题', 'sz2025-12', '静态检查看不到'].map((text) =>
    lines.indexOf(text),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('shows place, clause, legal basis with its force and a warning, and the remedy of a finding', () => {
  const text = presentVerdict(verdict, knowledge, 'both');
  expect(text).toContain('/manifest/uses-permission[1] @name');
  expect(text).toContain('sz2025-2');
  expect(text).toContain(knowledge.instruments.get(instrument!)!.name.zh);
  expect(text).toMatch(/第17条 \/ .+, article 17 \[.+\] \(条文须核对 verify the text\)/);
  expect(text).toContain('补充披露');
});

test('shows what was not checked: missing checks, rules, gaps, coverage, what a clause needs', () => {
  const text = presentVerdict(verdict, knowledge, 'both');
  for (const part of [
    'sdk: 超时',
    'sdk/undisclosed ← package',
    'dex-broken @ classes2.dex',
    '部分 partial',
    '静态看不到训练数据',
  ]) {
    expect(text).toContain(part);
  }
});

test('keeps to one language when asked, Chinese before English otherwise', () => {
  expect(presentVerdict(verdict, knowledge, 'en')).not.toMatch(/重的问题|机审结论/);
  expect(presentVerdict(verdict, knowledge, 'zh')).not.toContain('an English text');
  const both = presentVerdict(verdict, knowledge, 'both');
  expect(both.indexOf('重的问题')).toBeLessThan(both.indexOf('an English text'));
});

test('nothing foreign reaches the terminal unescaped', () => {
  const text = presentVerdict(verdict, knowledge, 'both');
  expect(text).toContain('evil\\u{1b}[2Jname');
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('what the rulebook takes the effect from is said: waived, observed, stale waivers, rules off; and which rulebook it was', () => {
  const dates = { granted: '2026-01-01', expires: '2026-12-31' };
  const text = presentVerdict(
    {
      ...verdict,
      waived: [{ finding: finding('reject', '豁免的'), waiver: { id: 'W-1', reason: '已\u001b核实', by: '审核员', ...dates } }],
      observed: [finding('review', '观察的')],
      staleWaivers: [{ waiver: { id: 'W-2', rule: 'sdk/undisclosed', by: '审核员', ...dates }, finding: '0'.repeat(16) }],
      checks: { ...verdict.checks, off: ['sdk/undisclosed'], observing: ['permission/undisclosed'] },
      provenance: { ...verdict.provenance, rulebookName: '示例规则库', rulebookVersion: '7', reviewedOn: '2026-11-22' },
    },
    knowledge,
    'zh',
  );
  for (const part of [
    '已豁免的问题',
    '豁免的',
    'W-1',
    '已\\u{1b}核实',
    '仅作观察',
    '观察的',
    'W-2',
    '关闭的规则',
    '示例规则库 7',
    '2026-11-22',
  ])
    expect(text).toContain(part);
});
