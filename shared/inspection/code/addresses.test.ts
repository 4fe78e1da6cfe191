import { collectAddresses } from './addresses.ts';

const inStrings = (...strings: string[]) => collectAddresses(Buffer.from(`\0${strings.join('\0')}\0`));
const hosts = (...strings: string[]) => inStrings(...strings).hosts.sort();

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

test('addresses with a path, without query, user, port and what ends a sentence', () => {
  const { urls } = inStrings(
    'https://user@Api.example.com:8443/v1/login?x=1',
    'see http://a.example.com/doc.',
    'https://a.example.com/',
    'https://a.example.com/list/{id}/x',
  );
  expect(urls).toEqual(['https://api.example.com/v1/login', 'http://a.example.com/doc', 'https://a.example.com/list/']);
});

test('runs of what may end an address are stepped over once, and nothing but marks is given up', () => {
  const dots = `http://${'.'.repeat(500)}x\0`.repeat(20_000);
  const paths = `http://a.example/${'.'.repeat(180)}x\0`.repeat(20_000);
  expect(collectAddresses(Buffer.from(dots)).hosts).toEqual([]);
  expect(collectAddresses(Buffer.from(paths)).hosts).toEqual(['a.example']);
  const marks = collectAddresses(Buffer.from(`https://first.example/\0${'http://'.repeat(3_000_000)}https://last.example/`));
  expect(marks.hosts).toEqual(['first.example']);
});
