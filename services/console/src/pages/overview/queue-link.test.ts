import { readQuery } from '../queue/filter-query.ts';
import { queueLink } from './queue-link.ts';

const read = (link: string) => readQuery(new URL(link, 'http://x').searchParams).filter;

test('figures lead to the queue with the filter that it reads', () => {
  expect(queueLink(null, {})).toBe('/queue');
  expect(read(queueLink('sto_1', { state: 'any', rule: 'sdk/undisclosed' }))).toEqual({
    rule: ['sdk/undisclosed'],
    store: ['sto_1'],
  });
  expect(read(queueLink(null, { urgency: 'overdue' }))).toEqual({ state: ['open', 'proposed'], urgency: ['overdue'] });
  expect(read(queueLink(null, { olderThanHours: 24 }))).toEqual({ state: ['open', 'proposed'], olderThanHours: 24 });
  expect(read(queueLink(null, { olderThanHours: 0 }))).toEqual({ state: ['open', 'proposed'] });
  expect(read(queueLink(null, { state: ['decided', 'rectifying'], assignee: 'acc_1' })).assignee).toEqual(['acc_1']);
});
