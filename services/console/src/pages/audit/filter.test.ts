import { filterOf, queryOf } from './filter.ts';

const read = (query: string) => filterOf(new URLSearchParams(query));

test('what is in the address is read, and what cannot be is left out', () => {
  expect(read('submission=%20sub_1%20&action=decision.made&account=acc_1&from=2026-01-31&to=2026-02-01')).toEqual({
    submission: 'sub_1',
    account: 'acc_1',
    action: 'decision.made',
    from: '2026-01-31',
    to: '2026-02-01',
  });
  const nothing = { submission: null, account: null, action: null, from: null, to: null };
  expect(read('submission=<script>&action=nothing&account=a%20b&from=yesterday&to=')).toEqual(nothing);
});

test('days are days in China, the last one included', () => {
  expect(queryOf(read('from=2026-01-31&to=2026-01-31'))).toMatchObject({
    from: '2026-01-30T16:00:00.000Z',
    to: '2026-01-31T16:00:00.000Z',
  });
  expect(queryOf(read('from=2026-13-01'))).toMatchObject({ from: null, to: null });
});
