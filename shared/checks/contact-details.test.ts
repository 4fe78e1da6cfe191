import fc from 'fast-check';
import { contactFaults, isReachable } from './contact-details.ts';

const faultOf = (contact: Parameters<typeof contactFaults>[0]) => contactFaults(contact)[0]?.fault ?? null;

test.each([
  ['kefu@shili-keji.cn', null],
  ['privacy+app@mail.shili.com.cn', null],
  ['１２３４５６７@qq.com', null],
  ['隐私@示例.中国', null],
  ['privacy@example.com', 'reserved'],
  ['a@shop.example', 'reserved'],
  ['test@shili.cn', 'filler'],
  ['kefu@xxx.com', 'filler'],
  ['noreply@shili.cn', 'filler'],
  ['暂无', 'filler'],
  ['kefu@', 'malformed'],
  ['kefu.shili.cn', 'malformed'],
  ['kefu@shili', 'malformed'],
])('mailbox %s: %s', (email, fault) => {
  expect(faultOf({ email })).toBe(fault);
});

test.each([
  ['0755-00000000', null],
  ['400-600-7000 转 3（工作日 9:00-18:00）', null],
  ['13912345678', null],
  ['95588', null],
  ['+86 755 12345678', null],
  ['123456', 'filler'],
  ['00000000000', 'filler'],
  ['无', 'filler'],
  ['110', 'malformed'],
  ['客服热线', 'malformed'],
])('telephone %s: %s', (phone, fault) => {
  expect(faultOf({ phone })).toBe(fault);
});

test.each([
  ['https://www.shili.cn/feedback', null],
  ['http://localhost/feedback', 'malformed'],
  ['https://example.com/complaints', 'reserved'],
  ['https://www.test.com', 'filler'],
])('page %s: %s', (url, fault) => {
  expect(faultOf({ url })).toBe(fault);
});

test.each([
  ['深圳市南山区科苑路15号', null],
  ['xxx', 'filler'],
  ['待补充', 'filler'],
])('address %s: %s', (address, fault) => {
  expect(faultOf({ address })).toBe(fault);
});

test('one way that works is enough', () => {
  expect([undefined, {}, { email: 'a' }, { email: 'a', phone: '0755-00000000' }].map(isReachable)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('anything is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 254 }), (text) => {
      expect(contactFaults({ email: text, phone: text, url: text, address: text }).length).toBeLessThanOrEqual(4);
    }),
  );
});
