import { charsetOfMediaType, charsetOfMeta, decodeText } from './charset.ts';

const TEXT = '隐私政策：我们收集您的手机号码。';
/** 隐私政策 in GBK, which Node can decode but not encode. */
const GBK = Uint8Array.of(0xd2, 0xfe, 0xcb, 0xbd, 0xd5, 0xfe, 0xb2, 0xdf);
const utf8 = new TextEncoder().encode(TEXT);
const utf16 = Buffer.from(TEXT, 'utf16le');

test('UTF-8 wins over a wrong declaration', () => {
  expect(decodeText(utf8, 'gb2312')).toEqual({ text: TEXT, charset: 'utf-8' });
  expect(decodeText(utf8, null).text).toBe(TEXT);
});

test.each([null, 'gb2312', 'utf-8', 'no-such-charset'])('GBK is found when %p is declared', (declared) => {
  expect(decodeText(GBK, declared)).toEqual({ text: '隐私政策', charset: 'gb18030' });
});

test.each([null, 'utf-8', 'gbk', 'gb2312'])('UTF-8 with a broken place is no GB18030, whatever is declared (%p)', (declared) => {
  const long = TEXT.repeat(6);
  const whole = new TextEncoder().encode(long);
  expect(decodeText(whole.subarray(0, whole.length - 1), declared)).toMatchObject({
    charset: 'utf-8',
    text: `${long.slice(0, -1)}\ufffd`,
  });
  const patched = Uint8Array.of(...whole, 0xff, ...whole);
  expect(decodeText(patched, declared).text).toBe(`${long}\ufffd${long}`);
});

test('long GBK stays GBK, whatever is declared', () => {
  const long = Uint8Array.from({ length: 4_000 }, (_, at) => GBK[at % GBK.length]!);
  for (const declared of [null, 'utf-8', 'gbk']) expect(decodeText(long, declared).charset).toBe('gb18030');
});

test('byte-order marks and bare UTF-16', () => {
  expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-8').text).toBe(TEXT);
  expect(decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]), null).text).toBe(TEXT);
  expect(decodeText(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), 'gbk').text).toBe(TEXT);
  const html = '<html><body><p>policy</p></body></html>';
  expect(decodeText(Buffer.from(html, 'utf16le'), null).text).toBe(html);
});

test('a declared charset other than the usual ones is used', () => {
  expect(decodeText(Uint8Array.of(0xc1, 0xf4, 0xa8, 0x70), 'big5').charset).toBe('big5');
});

test('broken bytes give text with as few replacements as possible', () => {
  expect(decodeText(Uint8Array.of(...utf8, 0xff, 0xff), null).text).toContain('隐私政策');
});

test('declarations', () => {
  expect(charsetOfMediaType('text/html; charset="GBK"')).toBe('GBK');
  expect(charsetOfMediaType('text/html')).toBeNull();
  expect(charsetOfMeta(Buffer.from('<meta charset=gb2312>'))).toBe('gb2312');
  expect(charsetOfMeta(Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=gbk">'))).toBe('gbk');
});
