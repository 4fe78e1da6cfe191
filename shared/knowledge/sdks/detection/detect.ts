import type { PackageFacts } from '../../../domain/facts/package.ts';
import type { Bilingual } from '../../../domain/text.ts';
import type { Knowledge, SdkEntry } from '../../types.ts';
import { renamedIn } from '../prints/renamed.ts';
import { versionsIn } from '../versions/versions.ts';
import { callersIn } from './calls.ts';
import { type Copy, findCopies } from './copies.ts';
import type { DetectedSdk, SdkLevel } from './detected.ts';
import { type Started, startsIn } from './start.ts';
import { surroundingsOf } from './surroundings.ts';
import { collectTraces, type Trace } from './traces.ts';
import { type Weighed, weigh } from './weigh.ts';

export type { DetectedSdk, SdkLevel } from './detected.ts';

/**
 * Which known SDKs a package holds; pure, from facts alone, so new knowledge can be applied to a whole shelf. Code under the
 * app's own package name is the app, whatever prefix covers it, and the shell of a hardening product is no SDK. Sorted by SDK id.
 */
export function detectSdks(facts: PackageFacts, knowledge: Knowledge): DetectedSdk[] {
  const traces = collectTraces(facts, knowledge);
  const copies = findCopies(facts, knowledge, traces);
  const renamed = renamedIn(facts, knowledge, traces.owners);
  for (const [sdk, { packages }] of renamed) {
    traces.of(sdk);
    for (const index of packages) traces.owners[index] = sdk;
  }
  const around = surroundingsOf(facts, knowledge, traces.owners);
  const weighed = new Map<SdkEntry, Weighed>();
  for (const [sdk, trace] of traces.bySdk) {
    const found = weigh(trace, renamed.get(sdk), around);
    if (found !== null) weighed.set(sdk, found);
  }
  const callers = callersIn(facts, knowledge, traces.owners);
  const starts = startsIn(facts, knowledge, traces);
  const versions = versionsIn(facts, knowledge, (sdk) => weighed.has(sdk), copies);
  const carriers = carriersOf(weighed, copies);
  return [...weighed]
    .map(([sdk, found]) => {
      const trace = traces.bySdk.get(sdk)!;
      const started = starts.get(sdk);
      const calledFrom = callers.get(sdk) ?? [];
      const level = raised(found.level, calledFrom, started);
      return {
        sdk,
        level,
        confidence: found.confidence,
        packages: packagesOf(trace),
        components: trace.components,
        nativeLibraries: trace.nativeLibraries.sort(),
        stub: found.stub,
        versions: versions.get(sdk) ?? [],
        renamed: renamed.get(sdk)?.code ?? [],
        copies: trace.copies.map(({ prefix }) => prefix).sort(),
        calledFrom,
        start: level === 'started' ? started!.start : null,
        switches: started?.switches ?? [],
        within: carriers.get(sdk)?.id ?? null,
        traces: {
          plugins: trace.plugins.sort(),
          metaData: trace.metaData.sort(),
          assets: trace.assets.sort(),
          resources: trace.resources.sort(),
          domains: trace.domains.sort(),
        },
        reasons: found.reasons as readonly Bilingual[],
      };
    })
    .sort((a, b) => (a.sdk.id < b.sdk.id ? -1 : 1));
}

/** What is only declared is not raised: calls into a stub start nothing. */
function raised(level: SdkLevel, calledFrom: readonly string[], started: Started | undefined): SdkLevel {
  if (level === 'declared') return level;
  if (started !== undefined && started.start !== null) return 'started';
  return calledFrom.length > 0 || (started?.switches.length ?? 0) > 0 ? 'called' : level;
}

function packagesOf({ packages }: Trace): DetectedSdk['packages'] {
  return packages
    .map(({ prefix, classes, methods }) => ({ prefix, classes, methods }))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
}

/** By SDK, the one that carries it: brings it along and is in the package as well, or below whose prefix the only copy lies. */
function carriersOf(weighed: ReadonlyMap<SdkEntry, Weighed>, copies: ReadonlyMap<string, Copy>): ReadonlyMap<SdkEntry, SdkEntry> {
  const carriers = new Map<SdkEntry, SdkEntry>();
  for (const { sdk, carrier } of copies.values()) if (carrier !== null) carriers.set(sdk, carrier);
  const byId = new Map([...weighed.keys()].map((sdk) => [sdk.id, sdk]));
  for (const [sdk, { level }] of weighed) {
    if (level === 'declared') continue;
    for (const id of sdk.brings) {
      const brought = byId.get(id);
      if (brought !== undefined && brought !== sdk && !carriers.has(brought)) carriers.set(brought, sdk);
    }
  }
  return carriers;
}
