import type { RuleView } from '../../../../../shared/domain/review/rulebook-view.ts';
import { readRulebookAddress, writeRulebookAddress } from './address.ts';
import { shownRules } from './shown-rules.ts';

const rule = (id: string, more: Partial<RuleView>): RuleView =>
  ({
    id,
    check: id.split('/')[0],
    title: { zh: id, en: id },
    state: 'enforced',
    hits: 0,
    judged: 0,
    falseAlarms: 0,
    ...more,
  }) as RuleView;
const RULES = [
  rule('sdk/undisclosed', { title: { zh: '收集个人信息的SDK未披露', en: '' }, hits: 3, falseAlarms: 1 }),
  rule('permission/beyond', { state: 'observe', hits: 9 }),
  rule('sdk/other', { state: 'off', hits: 9, falseAlarms: 4 }),
];
const shown = (query: string) =>
  shownRules(RULES, readRulebookAddress(new URLSearchParams(query)), ({ zh }) => zh).map(({ id }) => id);

test('filters are all meant together; the order is that of the catalogue unless another is asked for', () => {
  expect(shown('')).toEqual(['sdk/undisclosed', 'permission/beyond', 'sdk/other']);
  expect(shown('check=sdk&state=off')).toEqual(['sdk/other']);
  expect(shown('q=ＳＤＫ 未披露')).toEqual(['sdk/undisclosed']);
  expect(shown('order=hits')).toEqual(['permission/beyond', 'sdk/other', 'sdk/undisclosed']);
  expect(shown('order=false-alarms')).toEqual(['sdk/other', 'sdk/undisclosed', 'permission/beyond']);
  expect(RULES.map(({ id }) => id)).toEqual(['sdk/undisclosed', 'permission/beyond', 'sdk/other']);
});

test('an address goes there and back; what means nothing is passed over', () => {
  const text = 'store=sto_1&tab=try&check=sdk&state=off&order=hits&q=a&rule=sdk%2Fundisclosed';
  expect(writeRulebookAddress(readRulebookAddress(new URLSearchParams(text))).toString()).toBe(text);
  expect(writeRulebookAddress(readRulebookAddress(new URLSearchParams('tab=x&check=y&rule=<script>&store=a b'))).toString()).toBe(
    '',
  );
});
