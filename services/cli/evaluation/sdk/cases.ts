import { type ArchiveList, nameOf, type SdkArchive } from './archive-list.ts';
import type { SdkTruth } from './score.ts';
import { RENAMING, type Way } from './toolchain.ts';

/** One app to build and what is in it. */
export interface SdkCase {
  readonly name: string;
  readonly way: Way;
  readonly use: SdkArchive['use'];
  readonly archives: readonly SdkArchive[];
  readonly truth: SdkTruth;
}

/** Archives that an app of several holds. */
const TOGETHER = 8;

/**
 * The apps of the test set: every archive alone as its vendor has it, and apps of several SDKs of the same use in each way of renaming.
 */
export function casesOf({ archives }: ArchiveList): SdkCase[] {
  const mixtures = (['development', 'held-out'] as const).flatMap((use) =>
    mixturesOf(archives.filter((one) => one.mixed && one.use === use)),
  );
  return [
    ...archives.map((archive) => caseOf([archive], 'plain')),
    ...RENAMING.flatMap((way) => mixtures.map((several) => caseOf(several, way))),
  ];
}

/** What a renamed app must still show: a shrinker leaves only what the app comes to by the entry classes. */
function caseOf(archives: readonly SdkArchive[], way: Way): SdkCase {
  const all = archives.flatMap(({ holds }) => holds);
  const shrunk = way === 'shrunk' || way === 'repackaged';
  const holds = all.filter(({ entry }) => !shrunk || entry.length > 0);
  const either = [...archives.flatMap((archive) => archive.either), ...all.map(({ id }) => id)];
  const held = new Set(holds.map(({ id }) => id));
  // One SDK in several archives is one SDK; its version is known only where they agree.
  const truth = [...held].map((id) => {
    const versions = new Set(holds.filter((one) => one.id === id).map(({ version }) => version));
    return { id, version: versions.size === 1 ? ([...versions][0] ?? null) : null };
  });
  const use = archives[0]?.use ?? 'development';
  return { name: archives.map(nameOf).join(' + '), way, use, archives, truth: { holds: truth, either } };
}

/** Archives put together so that no SDK is in an app twice, in the order of the list. */
function mixturesOf(archives: readonly SdkArchive[]): SdkArchive[][] {
  const mixtures: SdkArchive[][] = [];
  for (const archive of archives) {
    const fits = mixtures.find((mixture) => mixture.length < TOGETHER && !mixture.some((other) => shareSdk(other, archive)));
    if (fits) fits.push(archive);
    else mixtures.push([archive]);
  }
  return mixtures;
}

function shareSdk(one: SdkArchive, other: SdkArchive): boolean {
  return other.holds.some(({ id }) => one.holds.some((held) => held.id === id));
}
