import type { PackageFacts } from '../domain/facts/package.ts';

/** Formats whose packages are Android's, for one of which so little could be read that its facts name no platform. */
const ANDROID_FORMATS: ReadonlySet<string> = new Set(['apk', 'aab', 'apks', 'xapk', 'apkm']);

/**
 * Whether Android's manifest, permissions and APIs are what this package is made of. Permissions and components of HarmonyOS and quick
 * apps have other names and other meanings: rules about Android's either do not concern them (`applies`) or could not judge (`needs`).
 */
export function isAndroid({ platform, format }: Pick<PackageFacts, 'platform' | 'format'>): boolean {
  return platform === 'android' || (platform === null && ANDROID_FORMATS.has(format));
}

/** The platform that a package is made for; null where neither its facts nor its format tell. */
export function platformOf(facts: Pick<PackageFacts, 'platform' | 'format'>): PackageFacts['platform'] {
  return facts.platform ?? (isAndroid(facts) ? 'android' : null);
}

/** Where a package says its own name, version and label: element and attributes, in the words of its platform. */
export interface IdentityPlace {
  readonly element: string;
  readonly packageName: string;
  readonly versionName: string;
  readonly label: string;
}

const IDENTITY_PLACES: Readonly<Record<NonNullable<PackageFacts['platform']>, IdentityPlace>> = {
  android: { element: '/manifest', packageName: 'package', versionName: 'android:versionName', label: 'android:label' },
  harmony: { element: '/app', packageName: 'bundleName', versionName: 'versionName', label: 'label' },
  'quick-app': { element: '/', packageName: 'package', versionName: 'versionName', label: 'name' },
};

/** Where this package says it; that of Android where its platform is unknown. */
export function identityPlace({ platform }: Pick<PackageFacts, 'platform'>): IdentityPlace {
  return IDENTITY_PLACES[platform ?? 'android'];
}
