import { packageFacts } from '../../test/rules/support/facts.ts';
import { knowledge } from '../knowledge/index.ts';
import { namesSite, policyAddresses } from './policy-addresses.ts';

test('addresses that look like the app’s own policy', () => {
  const urls = [
    'https://www.shop-company.cn/privacy.html',
    'https://h5.shop-company.cn/yinsi/index',
    'https://www.shop-company.cn/agreement.html',
    'https://www.umeng.com/privacy/policy',
    'https://developer.android.com/privacy-sandbox/topics',
    'http://localhost/privacy',
  ];
  expect(policyAddresses(packageFacts({ code: { urls } })!, knowledge)).toEqual(urls.slice(0, 2));
  expect(policyAddresses(packageFacts({})!, knowledge)).toEqual([]);
});

test('a site is named by code, scripts or libraries', () => {
  const names = (part: Parameters<typeof packageFacts>[0]) => namesSite(packageFacts(part)!, 'shop.com.cn');
  expect(names({ code: { hosts: ['api.shop.com.cn'] } })).toBe(true);
  expect(names({ scripts: [{ hosts: ['shop.com.cn'] }] })).toBe(true);
  expect(names({ nativeLibraries: [{ name: 'liba.so', strings: ['https://api.shop.com.cn/a'] }] })).toBe(true);
  expect(names({ code: { hosts: ['other.com.cn'] } })).toBe(false);
});
