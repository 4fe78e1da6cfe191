import { collectHosts } from './hosts.ts';

function hosts(...strings: string[]): string[] {
  const found = new Set<string>();
  collectHosts(Buffer.from(`\0${strings.join('\0')}\0`), found);
  return [...found].sort();
}

test('hosts of http and https addresses, lower case, without user, port and path', () => {
  expect(hosts('http://A.Example.com', 'https://b.example.cn:8443/v1?x=1', 'see https://user:pw@c.example.com/x.')).toEqual([
    'a.example.com',
    'b.example.cn',
    'c.example.com',
  ]);
});

test('Chinese text, quotes and full stops end a host', () => {
  expect(hosts('详见https://privacy.example.cn，谢谢', '"http://q.example.com"', 'https://dot.example.com.')).toEqual([
    'dot.example.com',
    'privacy.example.cn',
    'q.example.com',
  ]);
});

test('addresses by number count, placeholders and other schemes do not', () => {
  expect(
    hosts('http://10.0.0.1:80/', 'http://%s/api', 'https://{host}/x', 'ftp://files.example.com', 'http://', 'content://sms'),
  ).toEqual(['10.0.0.1']);
});

test('a string of a package name or a single word is no host', () => {
  expect(hosts('http://schema', 'https://-bad-.example.com')).toEqual([]);
});
