import { knowledge } from '../knowledge/index.ts';
import { addressOf, isLocal, isSdkSite, siteOf } from './web-address.ts';

test.each([
  ['https://www.shop.cn/privacy.html', { scheme: 'https', host: 'www.shop.cn' }],
  ['HTTP://User@Shop.CN:8080/a', { scheme: 'http', host: 'shop.cn' }],
  ['ftp://shop.cn/a', null],
  ['shop.cn', null],
])('%s', (url, expected) => {
  expect(addressOf(url)).toEqual(expected);
});

test.each([
  ['www.shop.cn', 'shop.cn'],
  ['a.b.shop.com.cn', 'shop.com.cn'],
  ['shop.com.cn', 'shop.com.cn'],
  ['someone.github.io', 'someone.github.io'],
  ['8.8.8.8', '8.8.8.8'],
  ['localhost', 'localhost'],
])('%s is at %s', (host, site) => {
  expect(siteOf(host)).toBe(site);
});

test('hosts that are nobody’s on the internet', () => {
  expect(['127.0.0.1', '192.168.1.2', '172.20.0.1', 'printer.local', 'www.example.com'].map(isLocal)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(['172.32.0.1', '8.8.8.8', 'shop.cn', 'example.shop.cn', '10.shop.cn'].map(isLocal)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('sites of SDKs, by what is stated and by the names of their packages', () => {
  expect(['umeng.com', 'qq.com', 'shop-company.cn'].map((site) => isSdkSite(site, knowledge))).toEqual([true, true, false]);
});
