import { NativeVersions } from './native-versions.ts';

function versionsIn(library: string, ...texts: string[]) {
  const found = new NativeVersions(library);
  for (const text of texts) found.add(Buffer.from(text, 'latin1'));
  return found.list();
}

test('names that stand in front of versions, the library’s own, and what only an SDK says', () => {
  const text = [
    'libcurl/7.64.0',
    'OpenSSL 1.1.1k  25 Mar 2021',
    'FFmpeg version n4.2.1',
    'agora rtc 3.7.0',
    'sdk_version=2.1.0',
  ].join('\0');
  expect(versionsIn('libagora-rtc-sdk.so', `\0${text}\0`)).toEqual([
    { of: 'libcurl', value: '7.64.0' },
    { of: 'OpenSSL', value: '1.1.1k' },
    { of: 'FFmpeg', value: '4.2.1' },
    { of: null, value: '3.7.0' },
    { of: null, value: '2.1.0' },
  ]);
});

test('numbers that say nothing of a version', () => {
  const texts = [
    'GCC: (GNU) 4.9.x 20150123',
    'Android clang 9.0.8',
    'HTTP/1.1',
    '127.0.0.1',
    'size 1.2.3',
    'agora 3.7',
    `\0${'1.'.repeat(5000)}`,
  ];
  expect(versionsIn('libagora.so', texts.join('\0'))).toEqual([]);
});

test('a library without end of versions ends', () => {
  const text = Array.from({ length: 50 }, (_, i) => `OpenSSL 1.${i}.0`).join('\0');
  expect(versionsIn('libx.so', text).length).toBe(12);
});
