import type { ZipArchive } from '../binary/zip.ts';
import type { InspectionContext } from '../context.ts';
import type { FormatFacts } from '../formats/format.ts';
import type { Observations } from '../observations.ts';
import { describeModule } from './describe-module.ts';
import { harmonyFacts } from './facts.ts';
import { type HarmonyModule, readHarmonyModule } from './read-module.ts';
import { verifyHapSigning } from './signing.ts';

/** Reads a single HAP or HSP. A part that is broken becomes a gap and never hides the others. @throws only what the source throws */
export async function readHap(archive: ZipArchive, context: InspectionContext, observations: Observations): Promise<FormatFacts> {
  const module = await readHarmonyModule(archive, '', observations);
  notePackInfo(module, observations);
  const signing = await verifyHapSigning(archive, context, module.declaration?.bundleName ?? null, observations);
  const signers = signing.signers.flatMap(({ certificates }) => certificates[0]?.sha256 ?? []);
  const described = module.declaration ? [describeModule(module, archive.ranges.size, signers)] : [];
  return harmonyFacts([module], described, signing, context, observations);
}

/** The store goes by `pack.info`, the device by the declaration. */
export function notePackInfo(
  { declaration, packInfo }: Pick<HarmonyModule, 'declaration' | 'packInfo'>,
  observations: Observations,
): void {
  if (!declaration || !packInfo) return;
  const differing = (['bundleName', 'versionCode', 'versionName'] as const).filter(
    (name) => packInfo[name] !== null && declaration[name] !== null && packInfo[name] !== declaration[name],
  );
  for (const name of differing) {
    observations.trick(
      'pack-info-mismatch',
      `pack.info: summary/app/${name}`,
      {
        zh: `pack.info 中为 ${packInfo[name]}，应用声明为 ${declaration[name]}`,
        en: `pack.info says ${packInfo[name]}, the app declares ${declaration[name]}`,
      },
      'analysis',
    );
  }
}
