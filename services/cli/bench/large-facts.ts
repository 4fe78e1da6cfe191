import type { CodePackage, PackageFacts } from '../../../shared/domain/facts/package.ts';
import { encodePrints } from '../../../shared/knowledge/sdks/prints/prints.ts';
import type { Knowledge, SdkEntry } from '../../../shared/knowledge/types.ts';

/** What the facts of a very large app hold at most. */
export const LARGE = { packages: 3_000, prints: 40_000, callers: 40, hosts: 2_000, versions: 1_500, startCalls: 1_000 } as const;
/** SDKs in it, spread over the knowledge: more than the largest apps carry. Every eighth is there under other names. */
const SDKS = { carried: 120, renamedEvery: 8 };
/** Prints of an SDK that has no fingerprint yet, in the bench. */
const PRINTS = 300;

/** Numbers that look random and are the same in every run (a linear congruential generator). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield (state ^ (state >>> 13)) >>> 0;
  }
}

/** The knowledge with a fingerprint of every SDK, so that the bench costs what a full set costs. */
export function withAllFingerprints(knowledge: Knowledge): Knowledge {
  const known = new Map(knowledge.sdkFingerprints.entries.map((entry) => [entry.id, entry]));
  const entries = knowledge.sdks.map(({ id }, at) => known.get(id) ?? { id, prints: encodePrints(printsOf(at)), of: PRINTS });
  return { ...knowledge, sdkFingerprints: { ...knowledge.sdkFingerprints, entries } };
}

function printsOf(seed: number): number[] {
  const random = numbers(seed * 7_919 + 1);
  return Array.from({ length: PRINTS }, () => (random.next().value & ~3) >>> 0);
}

/** Facts of an app with as much of everything as facts may hold. */
export function largeFacts(base: PackageFacts, { sdks }: Knowledge): PackageFacts {
  const random = numbers(1);
  const below = (count: number) => random.next().value % count;
  const carried = sdks.filter((_, at) => at % Math.ceil(sdks.length / SDKS.carried) === 0);
  const packages: CodePackage[] = [];
  const renamed: { readonly package: number; readonly sdk: SdkEntry }[] = [];
  const add = (name: string) => {
    const callers = Array.from({ length: below(8) }, () => below(LARGE.packages));
    packages.push({ name, classes: 5 + below(60), methods: 50 + below(600), bodies: 40 + below(400), callers });
  };
  for (const [at, sdk] of carried.entries()) {
    const isRenamed = at % SDKS.renamedEvery === 0;
    if (isRenamed) renamed.push({ package: packages.length, sdk });
    for (const prefix of isRenamed ? [`q.w${at}`] : sdk.prefixes) for (const part of ['', '.core', '.a.b']) add(prefix + part);
  }
  for (let at = packages.length; at < LARGE.packages; at++)
    add(at % 2 === 0 ? `com.company${at % 61}.feature${at}.ui` : `a.b${at}.c`);
  return {
    ...base,
    identity: { ...base.identity, packageName: 'com.company1.app' },
    versions: Array.from({ length: LARGE.versions }, (_, at) => ({
      source: 'constant' as const,
      subject: `${packages[at]!.name}.BuildConfig.VERSION_NAME`,
      value: `${at % 9}.${at % 7}.0`,
      entry: 'classes.dex',
    })),
    code: {
      ...base.code,
      packages,
      hosts: Array.from({ length: LARGE.hosts }, (_, at) => `api${at}.service${at % 97}.com`),
      startCalls: Array.from({ length: LARGE.startCalls }, (_, at) => ({
        target: `L${packages[at]!.name.replaceAll('.', '/')}/Core;->init`,
        ...{ apis: [], permissions: [], piTypes: [], count: 1 },
        callers: [{ class: 'com.company1.app.App', method: 'onCreate', offset: at, dex: 'classes.dex' }],
      })),
      prints: {
        scheme: 1,
        packages: packages.map((_, index) => {
          const own = renamed.find((each) => each.package === index);
          const foreign = Array.from(
            { length: Math.ceil(LARGE.prints / LARGE.packages) },
            () => (random.next().value & ~3) >>> 0,
          );
          return {
            package: index,
            prints: encodePrints(own === undefined ? foreign : [...foreign, ...printsOf(sdks.indexOf(own.sdk))]),
          };
        }),
        classes: [],
        resources: null,
      },
    },
  };
}
