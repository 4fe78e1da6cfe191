import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utf16Text } from './utf16.ts';

test('whole units only, wherever they lie', () => {
  const bytes = Buffer.concat([Buffer.from('x'), Buffer.from('隐私政策', 'utf16le'), Buffer.from('y')]);
  expect(utf16Text(bytes, 1, 9)).toBe('隐私政策');
  expect(utf16Text(bytes, 1, 10)).toBe('隐私政策');
  expect(utf16Text(bytes, 1, 1000)).toBe('隐私政策');
  expect(utf16Text(bytes, 1, 8)).toBe('隐私政');
  expect(utf16Text(bytes, 9, 10)).toBe('');
});

test('nobody decodes UTF-16 of foreign bytes but here', () => {
  const folder = join(import.meta.dirname, '..');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const decoding = sources.filter((name) => /'(?:utf16le|utf-16le|ucs2|ucs-2)'/.test(readFileSync(join(folder, name), 'utf8')));
  expect(decoding).toEqual([join('binary', 'utf16.ts')]);
});
