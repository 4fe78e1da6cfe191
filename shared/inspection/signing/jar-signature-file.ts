import { createHash } from 'node:crypto';
import { digestsToVerify } from './jar-digests.ts';
import { attribute, readSections, type Section } from './jar-manifest.ts';
import type { Verification } from './problems.ts';

/** A parsed `MANIFEST.MF`. */
export interface JarManifest {
  readonly bytes: Buffer;
  readonly main: Section | null;
  readonly entries: ReadonlyMap<string, Section>;
}

/** Schemes that `X-Android-APK-Signed` may name and platforms know. */
const KNOWN_SCHEMES: ReadonlySet<number> = new Set([2, 3]);

/** Parses the manifest: every section but the first is an entry's, once each, and the entry is there. */
export function readJarManifest(bytes: Buffer, isThere: (name: string) => boolean, found: Verification): JarManifest {
  const [main, ...rest] = readSections(bytes);
  const entries = new Map<string, Section>();
  for (const section of rest) {
    if (section.name === null)
      found.wrong('manifest-unnamed', 'MANIFEST.MF 中有未命名的段', 'MANIFEST.MF has a section without a name');
    else if (entries.has(section.name))
      found.wrong('manifest-duplicate', `MANIFEST.MF 中 ${section.name} 重复`, `MANIFEST.MF has ${section.name} twice`);
    else {
      entries.set(section.name, section);
      if (!isThere(section.name))
        found.wrong(
          'entry-missing',
          `MANIFEST.MF 中的 ${section.name} 不在包内`,
          `${section.name} of MANIFEST.MF is not in the package`,
        );
    }
  }
  return { bytes, main: main ?? null, entries };
}

/**
 * Verifies a signature file against the manifest: the digest of all of it, or else of its main attributes and of each section.
 * @param present schemes of the signing block that are there
 * @returns names of the entries that it signs; null when the file is not one or something is wrong
 */
export function verifySignatureFile(
  name: string,
  bytes: Buffer,
  manifest: JarManifest,
  minSdk: number,
  present: ReadonlySet<number>,
  found: Verification,
): ReadonlySet<string> | null {
  const [main, ...sections] = readSections(bytes);
  if (!main || attribute(main, 'Signature-Version') === null) {
    found.wrong('signature-file-version', `${name} 没有 Signature-Version`, `${name} has no Signature-Version`);
    return null;
  }
  checkStripped(name, main, present, found);
  // Files of an old signing tool of Mozilla's name the manifest's digest otherwise and end sections a line earlier.
  const signtool = attribute(main, 'Created-By')?.includes('signtool') ?? false;
  return found.attempt(() => {
    const whole = holds(main, signtool ? '-Digest' : '-Digest-Manifest', manifest.bytes, minSdk) === true;
    if (!signtool && manifest.main) {
      const { start, end } = manifest.main;
      if (holds(main, '-Digest-Manifest-Main-Attributes', manifest.bytes.subarray(start, end), minSdk) === false)
        found.wrong(
          'manifest-changed',
          `${name} 中主属性的摘要与 MANIFEST.MF 不符`,
          `the main attributes of MANIFEST.MF are not those that ${name} signs`,
        );
    }
    const names = new Set<string>();
    for (const section of sections) {
      if (section.name === null || names.has(section.name)) {
        found.wrong('signature-file-section', `${name} 中有未命名或重复的段`, `${name} has a section without a name, or twice`);
        return null;
      }
      names.add(section.name);
      if (!whole) checkSection(name, section, manifest, signtool, minSdk, found);
    }
    return names;
  });
}

function checkSection(
  file: string,
  section: Section,
  manifest: JarManifest,
  signtool: boolean,
  minSdk: number,
  found: Verification,
): void {
  const own = manifest.entries.get(section.name ?? '');
  if (!own) {
    found.wrong(
      'manifest-changed',
      `MANIFEST.MF 中没有 ${file} 所签的 ${section.name}`,
      `MANIFEST.MF has no ${section.name}, which ${file} signs`,
    );
    return;
  }
  let end = own.end;
  if (signtool && manifest.bytes[end - 1] === 0x0a && manifest.bytes[end - 2] === 0x0a) end -= 1;
  if (holds(section, '-Digest', manifest.bytes.subarray(own.start, end), minSdk) !== true)
    found.wrong(
      'manifest-changed',
      `MANIFEST.MF 中 ${section.name} 一段与 ${file} 不符`,
      `the section of ${section.name} is not the one that ${file} signs`,
    );
}

/** Whether every digest that counts is that of the bytes; null when there is none. @throws BrokenBytes */
function holds(section: Section, suffix: string, bytes: Buffer, minSdk: number): boolean | null {
  const digests = digestsToVerify(section, suffix, minSdk);
  if (digests.length === 0) return null;
  return digests.every(({ hash, digest }) => createHash(hash).update(bytes).digest().equals(digest));
}

/** `X-Android-APK-Signed` names the schemes that the package was signed with too: one that is gone was taken out. */
function checkStripped(name: string, main: Section, present: ReadonlySet<number>, found: Verification): void {
  for (const text of (attribute(main, 'X-Android-APK-Signed') ?? '').split(',')) {
    const id = /^[+-]?\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
    if (!KNOWN_SCHEMES.has(id) || present.has(id)) continue;
    found.wrong(
      'scheme-stripped',
      `${name} 声明还有 v${id} 签名，而该签名已被移除`,
      `${name} says that there is a v${id} signature, which was removed`,
    );
  }
}
