import type { ByteSource } from '../../../../shared/domain/ports.ts';
import { Ranges } from '../../../../shared/inspection/binary/ranges.ts';
import { openArchive } from '../../../../shared/inspection/binary/zip.ts';
import { readEntry } from '../../../../shared/inspection/binary/zip-entry.ts';
import { Observations } from '../../../../shared/inspection/observations.ts';

/** What an app takes over from a jar or an aar. */
export interface VendorArchive {
  /** Jars with the classes: of an aar `classes.jar` and those of `libs/`. */
  readonly jars: readonly Buffer[];
  /** Text of the aar's manifest. */
  readonly manifest: string | null;
  /** Everything else that the build copies into the package, under the names that it has there. */
  readonly entries: Readonly<Record<string, Buffer>>;
}

/** Bytes of one unpacked entry; vendors' native libraries have some 30 MB. */
const MOST_ENTRY = 256 << 20;

/** Bytes in memory as a source. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(Math.max(0, offset), Math.max(0, offset + length)),
  };
}

/** Takes a vendor's archive apart as Android's build does. @param name file name, which tells a jar from an aar */
export async function openVendorArchive(name: string, bytes: Buffer): Promise<VendorArchive> {
  const jars: Buffer[] = [];
  const entries: Record<string, Buffer> = {};
  let manifest: string | null = null;
  if (!name.endsWith('.aar')) jars.push(bytes);
  else {
    for (const [path, read] of await filesOf(bytes)) {
      if (path === 'AndroidManifest.xml') manifest = (await read()).toString('utf8');
      else if (path === 'classes.jar' || /^libs\/[^/]+\.jar$/.test(path)) jars.push(await read());
      else if (path.startsWith('assets/')) entries[path] = await read();
      else if (/^jni\/[^/]+\/[^/]+\.so$/.test(path)) entries[path.replace(/^jni/, 'lib')] = await read();
    }
  }
  // Of a jar everything but classes becomes part of the package, signatures aside.
  for (const jar of jars) for (const [path, read] of await filesOf(jar)) if (keptOfJar(path)) entries[path] ??= await read();
  return { jars, manifest, entries };
}

function keptOfJar(path: string): boolean {
  return !/\.class$|^META-INF\/(MANIFEST\.MF|INDEX\.LIST|[^/]+\.(SF|RSA|DSA))$/i.test(path);
}

async function filesOf(bytes: Buffer): Promise<(readonly [path: string, read: () => Promise<Buffer>])[]> {
  const observations = new Observations();
  const archive = await openArchive(new Ranges(sourceOf(bytes)), observations);
  const files = [...archive.byName.values()].filter(({ name }) => !name.endsWith('/'));
  return files.map((entry) => [entry.name, () => readEntry(archive, entry, MOST_ENTRY, 'package', observations)] as const);
}
