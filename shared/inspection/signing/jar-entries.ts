import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import { entryDigests } from './entry-digest.ts';
import { digestsToVerify } from './jar-digests.ts';
import type { JarManifest } from './jar-signature-file.ts';
import type { Verification } from './problems.ts';

/** What is signed: every entry outside `META-INF/` that is no folder, in the order of the file. */
export function signedEntries(archive: ZipArchive): ZipEntry[] {
  return [...archive.byName.values()]
    .filter(({ name }) => !name.startsWith('META-INF/') && !name.endsWith('/'))
    .sort((one, other) => one.localOffset - other.localOffset);
}

/**
 * Which signers sign the package: every entry must be in the manifest and in the signature files of the same signers.
 * @param signers by signer, the entries that its signature file names
 * @returns for each signer whether it is one of them; null when something is wrong
 */
export function commonSigners(
  entries: readonly ZipEntry[],
  manifest: JarManifest,
  signers: readonly ReadonlySet<string>[],
  found: Verification,
): boolean[] | null {
  let first: { readonly name: string; readonly signs: boolean[] } | null = null;
  for (const { name } of entries) {
    if (!manifest.entries.has(name)) {
      found.wrong('entry-not-in-manifest', `${name} 不在 MANIFEST.MF 中`, `${name} is not in MANIFEST.MF`);
      continue;
    }
    const signs = signers.map((names) => names.has(name));
    if (!signs.includes(true)) found.wrong('entry-not-signed', `${name} 未被签名`, `${name} is not signed`);
    else if (first === null) first = { name, signs };
    else if (first.signs.some((each, index) => each !== signs[index]))
      found.wrong(
        'entry-other-signers',
        `${name} 与 ${first.name} 的签名者不同`,
        `${name} and ${first.name} are signed by different signers`,
      );
  }
  if (first === null) found.wrong('nothing-signed', '没有任何被签名的条目', 'no entry is signed');
  return first && found.result !== 'invalid' ? first.signs : null;
}

/** Verifies every entry's content by the digests in the manifest. Nothing is read when all together are beyond the limit. */
export async function verifyEntries(
  archive: ZipArchive,
  entries: readonly ZipEntry[],
  manifest: JarManifest,
  minSdk: number,
  found: Verification,
): Promise<void> {
  const bytes = entries.reduce((sum, { size, compressedSize }) => sum + size + compressedSize, 0);
  if (bytes > LIMITS.jarContentBytes) {
    found.unchecked('entries-too-large', '全部条目的内容超过读取上限', 'the entries together are larger than the limit');
    return;
  }
  let wrong = 0;
  for (const entry of entries) {
    const section = manifest.entries.get(entry.name);
    const digests = section && found.attempt(() => digestsToVerify(section, '-Digest', minSdk));
    if (!digests) continue;
    if (digests.length === 0)
      found.wrong('entry-without-digest', `${entry.name} 没有可用的摘要`, `${entry.name} has no digest that counts`);
    const actual = await digestsOf(
      archive,
      entry,
      digests.map(({ hash }) => hash),
      found,
    );
    if (actual === null || digests.some(({ digest }, index) => !digest.equals(actual[index]!))) {
      if (actual)
        found.wrong('entry-changed', `${entry.name} 的内容与签名时不符`, `the content of ${entry.name} is not what was signed`);
      // What is wrong is known; how much of it need not be.
      if (++wrong >= LIMITS.signatureProblems) return;
    }
  }
}

async function digestsOf(
  archive: ZipArchive,
  entry: ZipEntry,
  hashes: readonly string[],
  found: Verification,
): Promise<Buffer[] | null> {
  try {
    return await entryDigests(archive, entry, hashes);
  } catch (error) {
    if (!(error instanceof BrokenBytes)) throw error;
    found.wrong(error.code, error.text.zh, error.text.en);
    return null;
  }
}
