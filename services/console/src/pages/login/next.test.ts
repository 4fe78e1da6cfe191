import { nextPage, signOnAddress } from './next.ts';

const next = (wanted: string): string => nextPage(new URLSearchParams({ next: wanted }));

test.each([
  ['/submissions/sub_1?tab=policy#f', '/submissions/sub_1?tab=policy#f'],
  ['/console/overview', '/overview'],
  ['/queue?text=中文', '/queue?text=中文'],
])('%s leads to %s', (wanted, page) => {
  expect(next(wanted)).toBe(page);
});

test.each([
  '',
  'queue',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/a\\b',
  '/a\nb',
  '/login',
  '/login?next=/login',
])('%j leads to the queue', (wanted) => {
  expect(next(wanted)).toBe('/queue');
});

test('without a wish there is the queue', () => {
  expect(nextPage(new URLSearchParams())).toBe('/queue');
});

test('the server is told the whole path', () => {
  expect(signOnAddress('/queue?state=open&text=a b')).toBe(
    '/v1/review/sign-in/oidc?next=%2Fconsole%2Fqueue%3Fstate%3Dopen%26text%3Da+b',
  );
});
