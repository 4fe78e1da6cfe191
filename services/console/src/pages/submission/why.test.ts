import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { ReportView } from '../../../../../shared/domain/report/view.ts';
import type { Verdict } from '../../../../../shared/domain/verdict.ts';
import { whyInOneSentence } from './why.ts';

const finding = (rule: string, severity: Finding['severity']) =>
  ({ rule, severity, title: { zh: `题${rule}`, en: `title ${rule}` } }) as unknown as Finding;
const reason = (code: Verdict['reasons'][number]['code'], zh: string) => ({ code, text: { zh, en: zh } });
const report = (verdict: Partial<Verdict>) => ({ verdict }) as unknown as ReportView;

test('names the kinds of findings that decided, with how many of each', () => {
  const findings = [finding('a', 'reject'), finding('a', 'reject'), finding('b', 'reject'), finding('c', 'review')];
  expect(whyInOneSentence(report({ decision: 'reject', findings, reasons: [reason('finding', 'x')] }))).toEqual({
    zh: '题a（2处）；题b，共3个问题',
    en: 'title a (2); title b: 3 findings',
  });
});

test('names three kinds, counts the others, and tells of what could not be checked', () => {
  const findings = ['a', 'b', 'c', 'd', 'e'].map((rule) => finding(rule, 'review'));
  const reasons = [reason('finding', 'x'), reason('gap', '未读')];
  expect(whyInOneSentence(report({ decision: 'review', findings, reasons })).zh).toBe(
    '题a；题b；题c；另有2类，共5个问题，且有内容未能检查',
  );
});

test('without a deciding finding it is the verdict’s own reason', () => {
  const reasons = [reason('check-missing', '行为检查没有完成')];
  expect(whyInOneSentence(report({ decision: 'review', findings: [finding('a', 'warn')], reasons })).zh).toBe('行为检查没有完成');
  expect(whyInOneSentence(report({ decision: 'approve', findings: [], reasons: [reason('clean', '未见问题')] })).zh).toBe(
    '未见问题',
  );
});
