import type { Observations } from '../observations.ts';
import type { SetApk } from './set-apks.ts';

/** The APKs of a set by what they are for each other. */
export interface ChosenApks {
  /** Null where no APK is a base. */
  readonly base: SetApk | null;
  /** Each split once, features before configurations, by name. */
  readonly splits: readonly SetApk[];
}

/**
 * Tells the base, an APK whose manifest names no split, from the splits. A set without description may hold several for one place: of bases
 * the one that is called base, in front of standalone APKs in a folder of their own; of splits with one name the last by name, as bundletool
 * numbers its variants upwards. Several are also what Android refuses, unless they are such variants.
 */
export function chooseApks(apks: readonly SetApk[], observations: Observations): ChosenApks {
  const own = apks.filter(({ listed, identity }) => identity !== null && !listed.librariesOnly);
  const bases = own.filter(({ identity }) => identity!.split === null).sort((a, b) => baseRank(a) - baseRank(b) || byName(b, a));
  const bySplit = new Map<string, SetApk>();
  for (const apk of own.filter(({ identity }) => identity!.split !== null).sort(byName)) {
    const name = apk.identity!.split!;
    const other = bySplit.get(name);
    if (other) noteDuplicate(apk, other, observations);
    bySplit.set(name, apk);
  }
  const base = bases[0] ?? null;
  for (const other of bases.slice(1)) {
    if (base && isStandalone(other) === isStandalone(base)) noteDuplicate(other, base, observations);
  }
  const inOrder = [...bySplit].sort(([one, a], [two, b]) => splitRank(a) - splitRank(b) || (one < two ? -1 : 1));
  return { base, splits: inOrder.map(([, apk]) => apk) };
}

function splitRank({ identity }: SetApk): number {
  return identity!.configFor === null ? 0 : 1;
}

/** 0 for the surest. */
function baseRank(apk: SetApk): number {
  const { path, isBase } = apk.listed;
  if (isBase) return 0;
  if (isStandalone(apk)) return 4;
  if (/^(?:splits\/)?base(?:-master(?:_\d+)?)?\.apk$/i.test(path)) return 1;
  return path === `${apk.identity!.packageName}.apk` ? 2 : 3;
}

function isStandalone({ listed }: SetApk): boolean {
  return /^(?:standalones|instant|system)\//.test(listed.path);
}

/** Shorter names first, so that `base-master_10` comes behind `base-master_2`. */
function byName(a: SetApk, b: SetApk): number {
  const [one, other] = [a.listed.path, b.listed.path];
  return one.length - other.length || (one < other ? -1 : 1);
}

/** Variants of bundletool have a number behind the same name. */
function noteDuplicate(apk: SetApk, other: SetApk, observations: Observations): void {
  const stem = ({ listed }: SetApk) => listed.path.replace(/(?:_\d+)?\.apk$/i, '');
  if (apk.listed.path.includes('/') && stem(apk) === stem(other)) return;
  const name = apk.identity!.split ?? 'base';
  observations.trick(
    'split-duplicate',
    apk.listed.path,
    {
      zh: `${apk.listed.path} 与 ${other.listed.path} 都是“${name}”，系统拒绝安装这样的组合`,
      en: `${apk.listed.path} and ${other.listed.path} are both "${name}"; the system refuses such a set`,
    },
    'install',
  );
}
