import { linksOfPage } from './pdf-links.ts';

const piece = (str: string, x: number, y: number, width: number) => ({
  str,
  transform: [12, 0, 0, 12, x, y],
  width,
  height: 12,
  hasEOL: false,
});
const PIECES = [
  piece('我们接入的第三方见', 50, 700, 90),
  piece('《第三方SDK目录》以及其他', 140, 700, 140),
  piece('儿童规则', 50, 680, 40),
];

test('a link has the words under its rectangle and those before them, in the order of the text', () => {
  const links = linksOfPage(
    PIECES,
    [
      { subtype: 'Link', url: 'https://a.cn/kids', rect: [50, 678, 90, 692] },
      { subtype: 'Link', url: 'https://a.cn/sdk', rect: [140, 698, 240, 712] },
      { subtype: 'Link', unsafeUrl: 'sdk.html', rect: [240, 698, 280, 712] },
    ],
    10,
  );
  expect(links).toEqual([
    { text: '《第三方SDK目录》', href: 'https://a.cn/sdk', before: '我们接入的第三方见' },
    { text: '以及其他', href: 'sdk.html', before: '我们接入的第三方见《第三方SDK目录》' },
    { text: '儿童规则', href: 'https://a.cn/kids', before: '我们接入的第三方见《第三方SDK目录》以及其他' },
  ]);
});

test('what is no link, covers nothing or is malformed is left out', () => {
  const rect = [50, 698, 140, 712];
  expect(
    linksOfPage(
      PIECES,
      [
        { subtype: 'Widget', url: 'https://a.cn', rect },
        { subtype: 'Link', rect },
        { subtype: 'Link', url: 'https://a.cn', rect: [0, 0, 10, 10] },
        { subtype: 'Link', url: 'https://a.cn', rect: ['a'] },
        { subtype: 'Link', url: 'https://a.cn' },
      ],
      10,
    ),
  ).toEqual([]);
  expect(linksOfPage(PIECES, Array(5).fill({ subtype: 'Link', url: 'https://a.cn', rect }), 2)).toHaveLength(2);
});
