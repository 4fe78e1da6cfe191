import type { Toc, TocApk } from './toc.ts';

/** An APK that belongs to a set. */
export interface ListedApk {
  /** Entry of the set. */
  readonly path: string;
  /** The set says that this is the base. */
  readonly isBase?: boolean;
  readonly isAssetPack?: boolean;
  readonly delivery?: string | null;
  /** Only its native libraries count: it is the same app for devices with another processor. */
  readonly librariesOnly?: boolean;
}

/** What a set says about itself. */
export interface SetListing {
  /** The APKs of which it consists; null where it does not say, so that all that it holds do. */
  readonly apks: readonly ListedApk[] | null;
  /** APKs that are no part of it although it names them: other variants of the same splits for other devices. */
  readonly variants: readonly string[];
  /** What it says the app is; null where it does not. */
  readonly packageName: string | null;
  readonly versionCode: number | null;
}

/** A set that says nothing. */
export const UNLISTED: SetListing = { apks: null, variants: [], packageName: null, versionCode: null };

/**
 * The APKs that stand for all of a bundletool set. There are several variants of the same splits for older and newer devices, which differ in
 * how files are packed; the one with the highest number, for the newest devices, is taken with the splits of all its modules, processors,
 * languages and densities and with all asset packs. Without splits the same goes for standalone APKs: they are the whole app each, for one
 * processor and density, so that the first by path speaks for the app and the others add the native libraries of their processors.
 */
export function listToc({ packageName, variants, assets }: Toc): SetListing {
  const all = variants.flatMap(({ apks }) => apks).concat(assets);
  const newest = (kind: TocApk['kind']) =>
    variants
      .filter(({ apks }) => apks.some((apk) => apk.kind === kind))
      .reduce<(typeof variants)[number] | null>((best, each) => (best && best.number >= each.number ? best : each), null);
  const splits = newest('split') ?? newest('instant');
  const chosen = splits
    ? [...splits.apks.filter(({ kind }) => kind !== 'standalone').map(listed), ...assets.map(listed)]
    : listStandalones(variants.flatMap(({ apks }) => apks).filter(({ kind }) => kind === 'standalone'));
  const paths = new Set(chosen.map(({ path }) => path));
  return {
    apks: chosen,
    variants: all.map(({ path }) => path).filter((path) => !paths.has(path)),
    packageName,
    versionCode: null,
  };
}

function listed({ path, kind, delivery }: TocApk): ListedApk {
  return { path, delivery, ...(kind === 'asset-pack' ? { isAssetPack: true } : {}) };
}

function listStandalones(apks: readonly TocApk[]): ListedApk[] {
  const paths = [...new Set(apks.map(({ path }) => path))].sort();
  return paths.map((path, index) => (index === 0 ? { path, isBase: true } : { path, librariesOnly: true }));
}
