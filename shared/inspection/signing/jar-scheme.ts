import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { commonSigners, signedEntries, verifyEntries } from './jar-entries.ts';
import { type JarManifest, readJarManifest, verifySignatureFile } from './jar-signature-file.ts';
import { findJarSigners, type JarSigner, type JarSignerFiles, MANIFEST, verifyJarBlock } from './jar-signers.ts';
import { Verification } from './problems.ts';

/** The JAR signature (v1), verified by itself. */
export interface JarResult {
  readonly verification: Verification;
  readonly signers: readonly JarSigner[];
}

export interface JarOptions {
  /** The oldest platform version that the package is for. */
  readonly minSdk: number;
  /** Schemes of the signing block that are there: 2, 3. */
  readonly present: ReadonlySet<number>;
  readonly entries: EntriesWanted;
}

/** Whether every entry is read, and if not, why: the reading does not allow it, or no platform version would look at them. */
export type EntriesWanted = 'read' | 'not-read' | 'not-consulted';

/**
 * Verifies the JAR signature as platforms do that take it (AOSP `StrictJarVerifier`; JAR File Specification, "Signed JAR File"): block
 * over signature file, signature file over manifest, manifest over entries, and the same signers for every entry. Null where there is
 * no signature.
 */
export async function verifyJar(archive: ZipArchive, options: JarOptions, observations: Observations): Promise<JarResult | null> {
  const files = findJarSigners(archive);
  if (files.length === 0) return null;
  const found = new Verification('v1');
  if (archive.entries.length !== archive.byName.size)
    found.wrong('duplicate-entry', '归档中有同名条目', 'several entries have one name');
  const read = (entry: ZipEntry | undefined, most: number) => readWhole(archive, entry, most, found, observations);
  const manifestBytes = await read(archive.byName.get(MANIFEST), LIMITS.jarManifestBytes);
  if (!archive.byName.has(MANIFEST))
    found.wrong('manifest-missing', '没有 META-INF/MANIFEST.MF', 'there is no META-INF/MANIFEST.MF');
  const manifest = manifestBytes && readJarManifest(manifestBytes, (name) => archive.byName.has(name), found);
  const signers: JarSigner[] = [];
  const names: (ReadonlySet<string> | null)[] = [];
  for (const each of files.slice(0, MOST_SIGNERS)) {
    const { signer, signs } = await verifyFiles(each, manifest, options, found, read);
    if (!signer) continue;
    signers.push(signer);
    names.push(signs);
  }
  if (files.length > MOST_SIGNERS)
    found.wrong('too-many-signers', `签名者超过 ${MOST_SIGNERS} 个`, `there are more than ${MOST_SIGNERS} signers`);
  const common = manifest && found.result !== 'invalid' ? await verifyContent(archive, manifest, names, options, found) : null;
  // Platforms ignore signers who do not sign every entry.
  return { verification: found, signers: common ? signers.filter((_, index) => common[index]) : signers };
}

/** Signers that platforms accept at most (AOSP `StrictJarVerifier`). */
const MOST_SIGNERS = 10;

const UNREAD = {
  'not-read': [
    '安装包按范围读取，未逐个核对条目内容',
    'the package was read by ranges, so the contents of the entries were not compared',
  ],
  'not-consulted': [
    '该应用支持的系统版本都不使用 v1 签名，未逐个核对条目内容',
    'no platform version that the app is for looks at the v1 signature, so the contents of the entries were not compared',
  ],
} as const;

type Read = (entry: ZipEntry, most: number) => Promise<Buffer | null>;

async function verifyFiles(
  files: JarSignerFiles,
  manifest: JarManifest | null,
  { minSdk, present }: JarOptions,
  found: Verification,
  read: Read,
) {
  const block = await read(files.block, LIMITS.jarSignatureBytes);
  const file = await read(files.file, LIMITS.jarManifestBytes);
  if (!block || !file) return { signer: null, signs: null };
  const signer = verifyJarBlock(files.block.name, block, file, minSdk, found);
  const signs = manifest && verifySignatureFile(files.file.name, file, manifest, minSdk, present, found);
  return { signer, signs };
}

async function verifyContent(
  archive: ZipArchive,
  manifest: JarManifest,
  names: readonly (ReadonlySet<string> | null)[],
  { minSdk, entries: wanted }: JarOptions,
  found: Verification,
): Promise<boolean[] | null> {
  const entries = signedEntries(archive);
  const common = commonSigners(
    entries,
    manifest,
    names.map((each) => each ?? new Set<string>()),
    found,
  );
  if (common === null) return null;
  if (wanted === 'read') await verifyEntries(archive, entries, manifest, minSdk, found);
  else found.unchecked(`entries-${wanted}`, UNREAD[wanted][0], UNREAD[wanted][1]);
  return common;
}

/** A small entry; one that cannot be read makes the signature invalid. */
async function readWhole(
  archive: ZipArchive,
  entry: ZipEntry | undefined,
  most: number,
  found: Verification,
  observations: Observations,
): Promise<Buffer | null> {
  if (!entry) return null;
  try {
    return await readEntry(archive, entry, most, 'signature', observations);
  } catch (error) {
    if (!(error instanceof BrokenBytes)) throw error;
    const { zh, en } = error.text;
    if (error.code === 'zip-entry-too-large') found.unchecked('signature-too-large', zh, en);
    else found.wrong(error.code, zh, en);
    return null;
  }
}
