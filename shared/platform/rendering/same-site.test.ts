import { sameSite } from './same-site.ts';

test.each([
  ['https://www.shili.cn/p', 'https://api.shili.cn/q', true],
  ['https://shili.com.cn/', 'https://m.shili.com.cn/', true],
  ['http://127.0.0.1:1/', 'http://127.0.0.1:2/', true],
  ['https://a.shili.cn/', 'https://shili.com/', false],
  ['https://one.com.cn/', 'https://two.com.cn/', false],
  ['http://10.0.0.1/', 'http://11.0.0.1/', false],
  ['http://localhost/', 'http://other/', false],
  ['about:blank', 'https://shili.cn/', false],
])('%s and %s: %s', (one, other, same) => {
  expect(sameSite(one, other)).toBe(same);
});
