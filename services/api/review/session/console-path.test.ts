import { consolePath } from './console-path.ts';

test.each(['/console/', '/console/queue', '/console/submissions/sub_1?tab=policy#finding', '/console/queue?text=%E4%B8%AD'])(
  '%p is a page of the console',
  (path) => {
    expect(consolePath(path)).toBe(path);
  },
);

test.each([
  undefined,
  '',
  'queue',
  '/docs',
  '/consoles/',
  '//evil.example/console/',
  'https://evil.example/console/',
  '/console/../docs',
  '/console/%2e%2e/docs',
  '/console/\\evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/console/\n//evil.example',
  'javascript:alert(1)',
  `/console/${'x'.repeat(3_000)}`,
])('%p leads to the first page', (path) => {
  expect(consolePath(path)).toBe('/console/');
});
