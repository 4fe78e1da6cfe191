import type { ZipArchive } from '../binary/zip.ts';
import { dataOffset } from '../binary/zip-local.ts';
import type { Observations } from '../observations.ts';

const RESOURCES = 'resources.arsc';
/** From target 30 the resource table must lie in the archive as it is mapped: stored, at a multiple of four bytes. */
const MAPPED_RESOURCES_SINCE = 30;
const LOCAL_HEADER = 30;

/** What the archive of a package must be like for the installer, as its manifest has it. */
export interface InstallTerms {
  readonly targetSdk: number | null;
  /** `android:extractNativeLibs`; null where it is not said, so that libraries are unpacked. */
  readonly extractNativeLibs: boolean | null;
}

/** Notes why the installer would refuse the package whatever its signature (INSTALL_PARSE_FAILED_RESOURCES_ARSC_COMPRESSED and kin). */
export async function noteInstallRules(archive: ZipArchive, terms: InstallTerms, observations: Observations): Promise<void> {
  await noteResources(archive, terms.targetSdk, observations);
  if (terms.extractNativeLibs === false) noteLibraries(archive, observations);
}

async function noteResources(archive: ZipArchive, targetSdk: number | null, observations: Observations): Promise<void> {
  const entry = archive.byName.get(RESOURCES);
  if (!entry || targetSdk === null || targetSdk < MAPPED_RESOURCES_SINCE) return;
  if (entry.method === 8) {
    const detail = {
      zh: 'resources.arsc 被压缩，目标版本 30 起系统拒绝安装',
      en: 'resources.arsc is compressed: from target 30 the system refuses the package',
    };
    observations.trick('resources-compressed', RESOURCES, detail, 'install');
    return;
  }
  const head = await archive.ranges.read(entry.localOffset, LOCAL_HEADER, RESOURCES);
  if (head.length < LOCAL_HEADER || dataOffset(head, entry) % 4 === 0) return;
  const detail = {
    zh: 'resources.arsc 未按 4 字节对齐，目标版本 30 起系统拒绝安装',
    en: 'resources.arsc does not lie at a multiple of four bytes: from target 30 the system refuses the package',
  };
  observations.trick('resources-misaligned', RESOURCES, detail, 'install');
}

/** Libraries that the system should map from the archive must lie there as they are (NativeLibraryHelper). */
function noteLibraries(archive: ZipArchive, observations: Observations): void {
  const packed = archive.entries.find(({ name, method }) => method === 8 && /^lib\/[^/]+\/lib[^/]*\.so$/.test(name));
  if (!packed) return;
  const detail = {
    zh: '清单声明不解压本地库（extractNativeLibs="false"），而本地库被压缩，系统拒绝安装',
    en: 'the manifest says that native libraries are not unpacked (extractNativeLibs="false"), and they are compressed: the system refuses the package',
  };
  observations.trick('libraries-compressed', packed.name, detail, 'install');
}
