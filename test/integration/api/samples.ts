import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEPENDENCY_APKS } from '../../fixtures/packages.ts';

const APK = '../../../node_modules/appium-uiautomator2-server/apks/appium-uiautomator2-server-debug-androidTest.apk';

/** A small real package. */
export const apk = readFileSync(fileURLToPath(new URL(APK, import.meta.url)));
export const apkSha256 = sha256(apk);

/** Lower-case hex. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A real package of several megabytes. */
export const largeApk = readFileSync(DEPENDENCY_APKS[1]!);

/** What is kept of a package's content: SHA-256, then SHA-512, of every whole chunk of 1 MiB behind 0xa5 and its length. */
export function digestsOf(bytes: Buffer): Buffer {
  const chunks = Array.from({ length: Math.floor(bytes.length / 2 ** 20) }, (_, n) =>
    Buffer.concat([Buffer.of(0xa5, 0, 0, 0x10, 0), bytes.subarray(n * 2 ** 20, (n + 1) * 2 ** 20)]),
  );
  return Buffer.concat(['sha256', 'sha512'].flatMap((hash) => chunks.map((chunk) => createHash(hash).update(chunk).digest())));
}

/** A package of its own: the real one with bytes appended to its archive comment, so that its hash is new. */
export function anotherApk(seed: string): Buffer {
  const comment = Buffer.from(seed);
  const copy = Buffer.concat([apk, comment]);
  // End of central directory, APPNOTE 4.3.16: the comment's length is its last field.
  copy.writeUInt16LE(apk.readUInt16LE(apk.length - 2) + comment.length, apk.length - 2);
  return copy;
}

export const listing = {
  app: { name: '示例工具', category: 38, packageName: 'com.example.tool' },
  developer: { id: 'dev-42', name: '示例科技（深圳）有限公司' },
};
export const listingWithUrl = { ...listing, privacyPolicyUrl: 'https://example.com/privacy' };

export const policy =
  '<html><head><title>隐私政策</title></head><body><h1>隐私政策</h1><p>我们如何处理个人信息。</p></body></html>';
