import fc from 'fast-check';
import { attachmentDisposition, fileNameFor } from './file-name.ts';

describe('the name of an attachment', () => {
  test.each([
    ['截图.png', 'image/png', '截图.png'],
    ['截图.PNG', 'image/png', '截图.PNG'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['evil.exe', 'text/plain', 'evil.exe.txt'],
    ['page.html', 'text/plain', 'page.html.txt'],
    ['png', 'image/png', 'png.png'],
    ['C:\\Users\\me\\a.pdf', 'application/pdf', 'a.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['..', 'application/pdf', 'attachment.pdf'],
    ['', 'application/pdf', 'attachment.pdf'],
    ['a/', 'application/pdf', 'attachment.pdf'],
    ['\u202egnp.exe', 'image/png', 'gnp.exe.png'],
    ['a\r\nSet-Cookie: x.txt', 'text/plain', 'aSet-Cookie x.txt'],
    ['a\u0000b.txt', 'text/plain', 'ab.txt'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
  ] as const)('%j of %s is %j', (given, type, name) => {
    expect(fileNameFor(given, type)).toBe(name);
  });

  test('is never long, a path, or something that a header ends at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (given) => {
        const name = fileNameFor(given, 'text/plain');
        expect([...name].length).toBeLessThanOrEqual(130);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}"]/u);
        expect(name).toMatch(/\.(txt|log|md|csv)$/i);
        const header = attachmentDisposition('apf_1', name);
        expect(header).toMatch(/^attachment; filename="apf_1\.[a-z]+"; filename\*=UTF-8''[\w.!~%-]*$/i);
        expect(decodeURIComponent(header.slice(header.indexOf("''") + 2))).toBe(name);
      }),
    );
  });
});
