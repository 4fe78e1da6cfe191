import type { PolicyFacts } from '../domain/facts/policy.ts';
import { whyAbsent } from './policy-absence.ts';

test.each([
  ['not-given', '送审材料没有提供'],
  ['empty-page', '页面没有内容'],
  ['http-410', '服务器返回状态码 410'],
  ['constructor', 'constructor'],
  [null, '原因未知'],
])('the reason %s in words', (reason, zh) => {
  expect(whyAbsent({ reason } as PolicyFacts).zh).toBe(zh);
});
