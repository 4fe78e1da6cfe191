import { readAddress, writeAddress } from './address.ts';

const read = (query: string) => readAddress(new URLSearchParams(query));

test('nothing said is the findings by clause, all of them', () => {
  expect(read('')).toEqual({ tab: 'findings', group: 'clause', severities: [], clause: null, rule: null });
});

test('what is no tab, clause or severity of ours is as if it were not there', () => {
  expect(read('tab=<script>&group=x&severity=bad,reject,reject&clause=sz2025-1"&rule=sdk/undisclosed')).toEqual({
    tab: 'findings',
    group: 'clause',
    severities: ['reject'],
    clause: null,
    rule: 'sdk/undisclosed',
  });
});

test('is written without what is the default, and what belongs to others is kept', () => {
  const written = writeAddress(new URLSearchParams('x=1&tab=listing'), {
    tab: 'findings',
    group: 'check',
    severities: ['reject', 'warn'],
    clause: 'sz2025-7',
  });
  expect(written.toString()).toBe('x=1&group=check&severity=warn%2Creject&clause=sz2025-7');
  expect(readAddress(written)).toEqual({
    tab: 'findings',
    group: 'check',
    severities: ['warn', 'reject'],
    clause: 'sz2025-7',
    rule: null,
  });
  expect(writeAddress(written, { group: 'clause', severities: [], clause: null }).toString()).toBe('x=1');
});
