import { Problem } from '../problems/problem.ts';

/** @throws Problem `hash-mismatch` when a digest was given and the bytes have another */
export function requireDigest(actual: string, expected: string | undefined): void {
  if (expected === undefined || expected.toLowerCase() === actual) return;
  throw new Problem('hash-mismatch', {
    zh: `收到的安装包 SHA-256 为 ${actual}，与所附的 ${expected.toLowerCase()} 不符`,
    en: `The package received has SHA-256 ${actual}, not ${expected.toLowerCase()} as stated`,
  });
}
