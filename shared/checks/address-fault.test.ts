import fc from 'fast-check';
import { addressFault } from './address-fault.ts';

test.each([
  ['https://www.shili-keji.cn/privacy.html', null],
  ['https://privacy.shili-keji.cn/', null],
  ['https://shili-keji.cn/#/privacy', null],
  ['https://shili-keji.cn/?page=privacy', null],
  ['https://cdn.huawei.com/privacy.html', null],
  ['https://agreement-drcn.hispace.dbankcloud.cn/index.html?lang=zh&agreementId=1', null],
  ['https://www.shili-keji.cn', 'home'],
  ['https://www.shili-keji.cn/index.html', 'home'],
  ['https://www.shili-keji.cn/#/', 'home'],
  ['https://appgallery.huawei.com/app/C100000001', 'store'],
  ['https://apps.apple.com/cn/app/id1', 'store'],
  ['https://sj.qq.com/appdetail/com.example', 'store'],
  ['https://pan.baidu.com/s/1abc', 'file-sharing'],
  ['https://t.cn/A6abc', 'short'],
  ['http://192.168.1.8/privacy', 'private'],
  ['http://[::1]/privacy', 'private'],
  ['http://localhost:8080/privacy', 'private'],
  ['http://intranet/privacy', 'private'],
  ['https://abc.ngrok-free.app/privacy', 'private'],
  ['http://172.15.0.1/privacy', null],
  ['不是网址', null],
])('%s: %s', (url, fault) => {
  expect(addressFault(url)).toBe(fault);
});

test('anything is read', () => {
  fc.assert(fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => addressFault(url) !== undefined));
});
