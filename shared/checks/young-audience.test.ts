import fc from 'fast-check';
import { adultsOnly, childrenInDescription, childrenInName } from './young-audience.ts';

test.each(['宝宝巴士儿歌', '儿童识字大全', '幼儿拼图', '少儿英语', '小学语文课本点读', 'ABC Kids', '早教启蒙卡片', '宝宝学数学'])(
  '%s is for children',
  (name) => {
    expect(childrenInName(name)).not.toBeNull();
  },
);

test.each([
  ...[
    '宝宝树孕育',
    '支付宝',
    '淘宝',
    '儿童医院挂号',
    '儿童手表管理',
    '幼儿园家长端',
    '亲宝宝',
    '示例应用',
    '育儿早教家长课堂',
    '儿童摄影预约',
  ],
  ...['识货', '学习强国', '宝宝取名', '智慧校园教师版', 'Kidney Care', '儿童保险'],
])('%s is not', (name) => {
  expect(childrenInName(name)).toBeNull();
});

test.each([
  '专为3-6岁儿童设计的拼图',
  '适合２～８岁的孩子',
  '面向幼儿的启蒙乐园',
  '为学龄前儿童打造',
  '适合12岁以下小朋友',
  '专为3岁到6岁宝贝打造',
])('says so: %s', (description) => {
  expect(childrenInDescription(description)).not.toBeNull();
});

test.each([
  '本应用不面向儿童',
  '并非面向儿童的应用',
  '为孩子的家长提供',
  '为宝宝的成长记录',
  '适合10-18岁孩子',
  '适合10岁到18岁孩子',
  '帮您为家人挑选',
  '不适合儿童使用',
])('does not say so: %s', (description) => {
  expect(childrenInDescription(description)).toBeNull();
});

test.each([
  ['仅限18岁以上用户使用', true],
  ['未成年人请勿下载', true],
  ['年满18周岁以上方可注册', true],
  ['适合全年龄', false],
])('%s: adults only %s', (description, adults) => {
  expect(adultsOnly(description) !== null).toBe(adults);
});

test('anything is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect([childrenInName(text), childrenInDescription(text), adultsOnly(text)]).toHaveLength(3);
    }),
  );
});
