import type { PackageFacts } from '../../../../shared/domain/facts/package.ts';
import { detectSdks } from '../../../../shared/knowledge/sdks/detection/detect.ts';
import type { Knowledge } from '../../../../shared/knowledge/types.ts';
import { fingerprintsOf, type PrintSample, samplesOf } from '../../training/sdk-fingerprints.ts';
import { nameOf, type SdkArchive } from './archive-list.ts';
import type { SdkCase } from './cases.ts';
import { type SdkAnswer, type SdkScore, type SdkTruth, scoreOf } from './score.ts';

/** An app of the test set with its facts. */
export interface InspectedCase {
  readonly case: SdkCase;
  readonly facts: PackageFacts;
}

/** What the detection says of an app, in the words of the evaluation, and how long it took in milliseconds. */
export function answersOf(facts: PackageFacts, knowledge: Knowledge): { readonly answers: SdkAnswer[]; readonly ms: number } {
  const begun = performance.now();
  const found = detectSdks(facts, knowledge);
  const ms = performance.now() - begun;
  const answers = found.map(({ sdk, level, stub, confidence, versions }) => {
    return {
      id: sdk.id,
      present: level !== 'declared' && !stub,
      confidence,
      versions: versions.filter(({ sure }) => sure).map(({ value }) => value),
    };
  });
  return { answers, ms };
}

/**
 * Samples for fingerprints: of the apps that hold one archive each under its vendor's names, and of real packages, which show what others
 * have too.
 */
export function samplesOfCases(
  cases: readonly InspectedCase[],
  others: readonly { readonly facts: PackageFacts; readonly holds: readonly string[] }[],
  { sdks }: Knowledge,
): PrintSample[] {
  const own = cases.flatMap(({ case: { way, archives }, facts }) => {
    const [archive, ...more] = archives;
    if (way !== 'plain' || archive === undefined || more.length > 0) return [];
    return samplesOf(facts, { name: nameOf(archive), holds: archive.holds.map(({ id }) => id), whole: true }, sdks);
  });
  const real = others.flatMap(({ facts, holds }, at) => samplesOf(facts, { name: `real ${at}`, holds, whole: false }, sdks));
  return [...own, ...real];
}

/**
 * Judges an app by fingerprints that were made without any archive in it, so from other versions of its SDKs alone. SDKs of which the test
 * set has no other version can then not be known: they may be reported or not.
 */
export function judgeUnseen(
  { case: one, facts }: InspectedCase,
  samples: readonly PrintSample[],
  archives: readonly SdkArchive[],
  knowledge: Knowledge,
): SdkScore {
  const within = new Set(one.archives.map(nameOf));
  const sdkFingerprints = fingerprintsOf(samples.filter(({ archive }) => !within.has(archive)));
  const others = archives.filter((archive) => !within.has(nameOf(archive)));
  const known = new Set(
    one.archives.flatMap(({ holds }) => holds.filter((held) => holdsOther(others, held)).map(({ id }) => id)),
  );
  return scoreOf(only(one.truth, known), answersOf(facts, { ...knowledge, sdkFingerprints }).answers);
}

/** Judges an app by the knowledge as it ships. */
export function judgeSeen({ case: one, facts }: InspectedCase, knowledge: Knowledge): SdkScore {
  return scoreOf(one.truth, answersOf(facts, knowledge).answers);
}

/** Another version: an archive of the same SDK that apps use by the same class. */
function holdsOther(others: readonly SdkArchive[], held: SdkArchive['holds'][number]): boolean {
  return others.some(({ holds }) => holds.some(({ id, entry }) => id === held.id && entry[0] === held.entry[0]));
}

function only({ holds, either }: SdkTruth, known: ReadonlySet<string>): SdkTruth {
  return { holds: holds.filter(({ id }) => known.has(id)), either: [...either, ...holds.map(({ id }) => id)] };
}
