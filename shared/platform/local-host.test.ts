import { isLocalHost } from './local-host.ts';

test.each(['localhost', 'LOCALHOST', 'shelfgate.localhost', '127.0.0.1', '127.1.2.3', '[::1]'])('%s is this machine', (host) => {
  expect(isLocalHost(host)).toBe(true);
});

test.each([
  '',
  'localhost.example',
  '127.0.0.1.example',
  'x127.0.0.1',
  '10.0.0.1',
  '0.0.0.0',
  '::1',
  '[::2]',
  'a.b.localhost.example',
  'localhost:80',
])('%s is another', (host) => {
  expect(isLocalHost(host)).toBe(false);
});
