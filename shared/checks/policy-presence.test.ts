import { NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import { collectsNothing, missingProvision } from './policy-presence.ts';

const policy = (text: string) => ({ ...NEUTRAL_POLICY, text: `${text}${'。'.repeat(600)}` });

test.each([
  '本应用不会收集、存储或分享任何个人信息',
  '我们不收集您的任何个人数据',
  '所有记录都在本机，我们不收集、不上传、不共享任何个人信息',
])('collects nothing: %s', (text) => {
  expect(collectsNothing(policy(text))).toBe(true);
});

test.each([
  '未经您同意，我们不会收集任何个人信息',
  '我们不会收集任何个人信息，除非您主动提供',
  '我们不收集14岁以下儿童的任何个人信息',
  '我们收集您的手机号',
])('may collect: %s', (text) => {
  expect(collectsNothing(policy(text))).toBe(false);
});

test('where nothing is collected, a missing right is only noted and a missing contact still a breach', () => {
  const local = policy('我们不收集任何个人信息');
  const severityOf = (item: string) => [...missingProvision(local, item, '')].map(({ severity }) => severity);
  expect([severityOf('PR-30'), severityOf('PR-03')]).toEqual([['warn'], ['reject']]);
});
