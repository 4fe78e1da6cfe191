import type { PackageFacts, PackageFormat } from './package.ts';

/** An app has the same package name on several platforms, and permissions and certificates of its own on each. */
export const FORMATS_OF_PLATFORM: Readonly<Record<NonNullable<PackageFacts['platform']>, readonly PackageFormat[]>> = {
  android: ['apk', 'aab', 'apks', 'xapk', 'apkm'],
  harmony: ['hap', 'hsp', 'app'],
  'quick-app': ['rpk'],
};

/** The container formats in which versions of the same app may come: those of the platform that this one is for. */
export function formatsOfSamePlatform(format: PackageFormat): readonly PackageFormat[] {
  return Object.values(FORMATS_OF_PLATFORM).find((formats) => formats.includes(format)) ?? [format];
}
