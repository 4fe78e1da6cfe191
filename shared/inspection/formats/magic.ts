import type { Bilingual } from '../../domain/text.ts';

interface Signature {
  readonly at: number;
  readonly bytes: Buffer;
  readonly name: Bilingual;
}

const sign = (bytes: string, zh: string, en: string, at = 0): Signature => ({
  at,
  bytes: Buffer.from(bytes, 'latin1'),
  name: { zh, en },
});

/** First bytes of files that are mistaken for packages. */
const SIGNATURES: readonly Signature[] = [
  sign('dex\n', '单独的 DEX 文件', 'a bare DEX file'),
  sign('%PDF-', 'PDF 文档', 'a PDF document'),
  sign('\x7fELF', 'ELF 可执行文件或共享库', 'an ELF executable or library'),
  sign('\x1f\x8b', 'gzip 压缩文件', 'a gzip file'),
  sign('Rar!\x1a\x07', 'RAR 压缩文件', 'a RAR archive'),
  sign("7z\xbc\xaf'\x1c", '7-Zip 压缩文件', 'a 7-Zip archive'),
  sign('\xfd7zXZ\0', 'xz 压缩文件', 'an xz file'),
  sign('BZh', 'bzip2 压缩文件', 'a bzip2 file'),
  sign('\x28\xb5\x2f\xfd', 'Zstandard 压缩文件', 'a Zstandard file'),
  sign('\x89PNG\r\n', 'PNG 图片', 'a PNG image'),
  sign('\xff\xd8\xff', 'JPEG 图片', 'a JPEG image'),
  sign('GIF8', 'GIF 图片', 'a GIF image'),
  sign('MZ', 'Windows 可执行文件', 'a Windows executable'),
  sign('\xca\xfe\xba\xbe', 'Java 类文件或 macOS 通用二进制文件', 'a Java class file or a Mach-O binary'),
  sign('\xcf\xfa\xed\xfe', 'Mach-O 可执行文件', 'a Mach-O binary'),
  sign('PANDA\0\0\0', '单独的方舟字节码文件', 'a bare ArkTS bytecode file'),
  sign('\xd0\xcf\x11\xe0', '旧版 Office 文档', 'an old Office document'),
  sign('ustar', 'tar 归档', 'a tar archive', 257),
  sign('{', 'JSON 文本', 'JSON text'),
  sign('<', 'HTML 或 XML 文本', 'HTML or XML text'),
];

/**
 * APKM files of before October 2020 are encrypted as a whole: a byte, the password hash (1 or 2), its two costs and the size of a chunk as
 * 64-bit numbers, then salt and header of the cipher (libsodium's secretstream).
 */
function isEncryptedApkm(head: Buffer): boolean {
  if (head.length < 66 || (head[1] !== 1 && head[1] !== 2)) return false;
  const [operations, memory, chunk] = [2, 10, 18].map((at) => head.readBigUInt64LE(at)) as [bigint, bigint, bigint];
  return (
    operations >= 1n &&
    operations <= 1n << 16n &&
    memory >= 1n << 13n &&
    memory <= 1n << 30n &&
    chunk >= 64n &&
    chunk <= 1n << 26n
  );
}

/** Names what a file begins with; the bytes themselves where nobody knows them. */
export function describeBytes(head: Buffer): Bilingual {
  if (head.length === 0) return { zh: '空文件', en: 'an empty file' };
  const text = head.toString('latin1').replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  for (const { at, bytes, name } of SIGNATURES) {
    const found = at === 0 ? text.startsWith(bytes.toString('latin1')) : head.subarray(at, at + bytes.length).equals(bytes);
    if (found) return name;
  }
  if (isEncryptedApkm(head))
    return { zh: '旧版加密 APKM 安装包，内容无法读取', en: 'an old, encrypted APKM package, which cannot be read' };
  const shown = head.toString('hex', 0, 8);
  if (head.every((byte) => byte === 0)) return { zh: '全为零的数据', en: 'nothing but zero bytes' };
  return { zh: `未知数据（开头为 ${shown}）`, en: `unknown data (it begins with ${shown})` };
}
