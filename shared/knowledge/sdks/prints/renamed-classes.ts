import type { PackageFacts } from '../../../domain/facts/package.ts';
import type { Knowledge, SdkEntry } from '../../types.ts';
import type { DetectedSdk } from '../detection/detected.ts';
import { fingerprintIndex } from './fingerprint-index.ts';
import { readPrints } from './read-prints.ts';

/** From when on a single class is an SDK's: prints found, and their share of all prints of SDKs in it. */
const OWN = { matched: 3, share: 0.75 };
const ROOM = new Uint32Array(10_000);

/**
 * Whose the classes are that call interesting methods, as far as their prints tell: of SDKs alone that were found under other names anyway,
 * because one class proves little.
 */
export function renamedClasses(
  { code }: PackageFacts,
  knowledge: Knowledge,
  detected: readonly DetectedSdk[],
): ReadonlyMap<string, SdkEntry> {
  const found = new Set(detected.filter(({ renamed }) => renamed.length > 0).map(({ sdk }) => sdk));
  const index = fingerprintIndex(knowledge);
  const owners = new Map<string, SdkEntry>();
  if (found.size === 0 || code.prints?.scheme !== index.scheme) return owners;
  for (const { class: name, prints } of code.prints.classes) {
    const counts = new Map<number, number>();
    let all = 0;
    const length = readPrints(prints, ROOM);
    for (let at = 0; at < length; at++) {
      const place = index.place(ROOM[at]!);
      if (place < 0) continue;
      const sdk = index.owners[place]!;
      counts.set(sdk, (counts.get(sdk) ?? 0) + 1);
      all += 1;
    }
    const [best, matched = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    const sdk = best === undefined ? undefined : index.sdks[best];
    if (sdk !== undefined && found.has(sdk) && matched >= OWN.matched && matched >= OWN.share * all) owners.set(name, sdk);
  }
  return owners;
}
