import { gzipSync } from 'node:zlib';
import { fileOfTarball } from './tarball.ts';

function entry(name: string, content: string, kind = '0', folder = ''): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write(kind, 156);
  head.write('ustar\0', 257);
  head.write(folder, 345);
  return Buffer.concat([head, Buffer.from(content.padEnd(Math.ceil(content.length / 512) * 512, '\0'))]);
}
const tarball = (...entries: Buffer[]) => gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]));

test('a file lies below whatever top folder the package has', () => {
  const bytes = tarball(entry('package/package.json', '{}'), entry('any/libs/a.jar', 'jar'));
  expect(fileOfTarball(bytes, 'libs/a.jar').toString()).toBe('jar');
  expect(fileOfTarball(bytes, 'package.json').toString()).toBe('{}');
});

test('long names stand in the prefix field or in a PAX header', () => {
  const long = `deep/${'x'.repeat(120)}.aar`;
  const record = (text: string) => `${text.length + 4} ${text}\n`;
  const bytes = tarball(
    entry('b.jar', 'second', '0', 'package/libs'),
    entry('PaxHeader', record(`path=package/${long}`), 'x'),
    entry('short', 'first'),
  );
  expect(fileOfTarball(bytes, 'libs/b.jar').toString()).toBe('second');
  expect(fileOfTarball(bytes, long).toString()).toBe('first');
});

test('what is not there, a folder of that name, and a file cut short are said to be missing', () => {
  const cut = gzipSync(entry('package/a.jar', 'x'.repeat(900)).subarray(0, 700));
  for (const bytes of [tarball(), tarball(entry('package/a.jar', '', '5')), cut]) {
    expect(() => fileOfTarball(bytes, 'a.jar')).toThrow('not in the package: a.jar');
  }
});
