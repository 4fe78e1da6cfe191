import type { Finding } from '../../../../../../shared/domain/finding.ts';
import type { ReportIndex } from '../report/report-index.ts';
import { findingAsText } from './as-text.ts';

const index = {
  instruments: new Map([['pipl', { name: { zh: '个人信息保护法', en: 'PIPL' } }]]),
  sdks: new Map([['umeng', { name: { zh: '友盟', en: 'Umeng' } }]]),
} as unknown as ReportIndex;

const finding: Finding = {
  rule: 'behaviour/collection-before-consent',
  check: 'behaviour',
  message: 'm',
  subject: 's',
  severity: 'reject',
  title: { zh: '标题', en: 'Title' },
  text: { zh: '说明\u202E反', en: 'Text' },
  remedy: { zh: '修改', en: 'Mend it' },
  clauses: [],
  basis: [{ instrument: 'pipl', article: '14', verified: false, force: 'law' }],
  evidence: [
    {
      type: 'code',
      target: 'La/B;->c',
      count: 1,
      caller: { class: 'x.Y', method: 'z', offset: 3 },
      owner: { kind: 'sdk', sdk: 'umeng' },
      reachedFrom: {
        kind: 'launcher',
        class: 'x.Main',
        steps: 1,
        guard: null,
        path: [{ class: 'x.Main', method: 'onCreate', offset: 1, link: 'call' }],
      },
    },
    { type: 'manifest', element: '/manifest', attribute: 'a', value: 'v' },
    { type: 'network', url: 'https://x', status: 404, detail: 'd' },
  ],
  fingerprint: '0123456789abcdef',
};

test('says what, where, on what it rests and what to do, and names what cannot be seen', () => {
  const text = findingAsText(finding, index, 'zh');
  expect(text.split('\n').slice(0, 2)).toEqual(['[驳回] 标题 (behaviour/collection-before-consent)', '说明[U+202E]反']);
  expect(text).toContain('- 代码 a.B.c [第三方SDK 友盟] ← x.Y.z @ 3');
  expect(text).toContain('→ x.Main.onCreate @ 1 (调用)');
  expect(text).toContain('- 配置清单 /manifest @a = v');
  expect(text).toContain('https://x → HTTP 404: d');
  expect(text).toContain('- 个人信息保护法第14条 [法律、法规、规章或强制性标准]（条文须核对）');
  expect(text).toContain('问题标识：0123456789abcdef');
  expect(findingAsText(finding, index, 'en')).toContain('What to do: Mend it');
});
