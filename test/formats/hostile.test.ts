import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type ArchiveLies, buildZip, type EntryLies, type EntryRecipe } from '../../services/cli/building/zip.ts';
import { Ranges } from '../../shared/inspection/binary/ranges.ts';
import { openArchive } from '../../shared/inspection/binary/zip.ts';
import { readEntry } from '../../shared/inspection/binary/zip-entry.ts';
import { Observations } from '../../shared/inspection/observations.ts';
import { corpus, DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { bytesSource, inspectBytes } from '../fixtures/source.ts';

const MANIFEST = 'AndroidManifest.xml';

/** The entries of a package, packed anew without any lie: what it was before somebody tampered with it. */
async function entriesOf(bytes: Uint8Array): Promise<EntryRecipe[]> {
  const observations = new Observations();
  const archive = await openArchive(new Ranges(bytesSource(bytes)), observations);
  const entries: EntryRecipe[] = [];
  for (const entry of archive.byName.values()) {
    const data = await readEntry(archive, entry, 256 << 20, 'package', observations);
    entries.push({ name: entry.name, data, stored: entry.method !== 8 });
  }
  return entries;
}

/** What the manifest, the resources and the code say; signatures fall with the archive they were made over. */
async function said(bytes: Uint8Array) {
  const { identity, permissions, impliedPermissions, definedPermissions, features, queries, application, ...rest } =
    await inspectBytes(bytes);
  const { components, launcher, consentScreens, texts, code, gaps, tampering } = rest;
  const manifest = { identity, permissions, impliedPermissions, definedPermissions, features, queries, application, components };
  return { said: { ...manifest, launcher, consentScreens, texts, code }, gaps, tampering };
}

const hostile = corpus('hostile');
const withCorpus = hostile.length > 0 ? describe : describe.skip;

withCorpus(`tampered packages of the corpus${hostile.length > 0 ? '' : ' (no corpus beside the repository)'}`, () => {
  test.each(hostile.map((path) => [basename(path), path] as const))('%s says what its clean form says', async (_name, path) => {
    const bytes = readFileSync(path);
    const tampered = await said(bytes);
    const clean = await said(buildZip(await entriesOf(bytes)));
    expect(tampered.gaps).toEqual([]);
    expect(tampered.said.identity.packageName).not.toBeNull();
    expect(tampered.said).toEqual(clean.said);
    expect(clean.tampering).toEqual([]);
  });
});

/** The ways in which the packages of the corpus were tampered with, and others of the kind, done to a real one. */
const WAYS: [name: string, entry: EntryLies, archive: ArchiveLies][] = [
  ['an extra field that is not there, sizes of nothing', { extraLength: 17, local: { size: 0, compressedSize: 0 } }, {}],
  ['a method that does not exist', { method: 0x1234 }, {}],
  ['the encryption bit and a descriptor', { encrypted: true, dataDescriptor: true }, {}],
  ['another name in the local header', { localName: 'x' }, {}],
  ['a long comment that holds an end record', {}, { comment: Buffer.from(`PK\x05\x06${'\0'.repeat(60_000)}`, 'latin1') }],
  ['data in front', {}, { prefix: Buffer.alloc(5000, 7) }],
  ['data in front that no offset counts', {}, { prefix: Buffer.alloc(5000, 7), unadjusted: true }],
  ['64-bit records', {}, { zip64: true }],
];

describe('a real package tampered with', () => {
  const path = DEPENDENCY_APKS.find((each) => each.includes('settings_apk'))!;

  test.each(WAYS)('%s', async (_name, lies, archive) => {
    // Without its code, which no way here touches and which takes long to read.
    const entries = (await entriesOf(readFileSync(path))).filter(({ name }) => !name.endsWith('.dex'));
    const clean = await said(buildZip(entries));
    const tampered = entries.map((entry) => (entry.name === MANIFEST ? { ...entry, lies } : entry));
    const found = await said(buildZip(tampered, archive));
    expect(found.said).toEqual(clean.said);
    expect(found.said.identity.packageName).toBe('io.appium.settings');
    expect(found.gaps).toEqual(clean.gaps);
    if (!archive.zip64) expect(found.tampering).not.toEqual([]);
  });
});
