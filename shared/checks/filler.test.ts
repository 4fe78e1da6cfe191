import { isFiller } from './filler.ts';

test.each(['', '  ', '无', '暂无', '待补充', '备案中', 'Ｎ/Ａ', ' none ', '—', '...'])('“%s” is nothing', (text) => {
  expect(isFiller(text)).toBe(true);
});

test.each(['粤ICP备12345678号-2A', '无锡示例科技有限公司', '测试过的标识方案：角标', 'tests@shili.cn', '0'])(
  '“%s” is something',
  (text) => {
    expect(isFiller(text)).toBe(false);
  },
);
