import { buildHermes } from '../../../test/fixtures/hermes.ts';
import { hermesStrings, isHermes } from './hermes.ts';

const strings = ['RNDeviceInfo', 'https://api.example.com/v1', '隐私政策', 'x'.repeat(300), ''];

test.each([16, 12, 20])('strings of a file whose function headers have %i bytes', (functionHeader) => {
  const bytes = buildHermes(strings, functionHeader);
  expect(isHermes(bytes)).toBe(true);
  expect(hermesStrings(bytes, 'index.android.bundle', 1 << 20).split('\n')).toEqual(strings);
});

test('no more characters than asked for', () => {
  expect(hermesStrings(buildHermes(strings), 'index.android.bundle', 20)).toBe('RNDeviceInfo\nhttps:/');
});

test('counts that lie are noticed', () => {
  for (let at = 40; at < 64; at += 4) {
    const bytes = buildHermes(strings);
    bytes.writeUInt32LE(0xffffff00, at);
    expect(() => hermesStrings(bytes, 'index.android.bundle', 1 << 20)).toThrow('string tables');
  }
});

test('text is no bytecode', () => {
  expect(isHermes(Buffer.from('var a = 1;'))).toBe(false);
});
