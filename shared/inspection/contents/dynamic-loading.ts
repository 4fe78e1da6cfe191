import type { ApiUse, CallSite } from '../../domain/facts/package.ts';

/**
 * When does run-time loading make the picture of an app incomplete? Almost every app contains *some* call of a class loader's
 * constructor, because support libraries have them. What these load is either in the package and read here, or belongs to the system
 * and not to the app, so their calls do not count:
 *
 * - multidex opens the app's own `classesN.dex`; test runners and instant run open the app's own code too;
 * - the WebView glue and Chromium's support library load the system's WebView provider;
 * - Google's dynamite loads modules of Play services from the device.
 *
 * Every other caller counts. Opening a `DexFile` only lists classes (route tables of component frameworks do it with the app's own
 * file): it counts where the caller also takes classes out of one, `DexFile.loadClass`. All calls are facts either way; this rule
 * only decides about coverage. Shortened names escape the list and therefore count: unknown is never innocent.
 */
const HARMLESS_CALLERS: readonly string[] = [
  'androidx.multidex.',
  'android.support.multidex.',
  'androidx.webkit.',
  'org.chromium.support_lib_',
  'com.google.android.gms.dynamite.',
  'androidx.test.',
  'android.support.test.',
  'com.android.tools.',
];

const LISTING_ONLY = new Set(['Ldalvik/system/DexFile;-><init>', 'Ldalvik/system/DexFile;->loadDex']);

/**
 * The first call by which the app itself loads further code, or `null`. Of each target only the first callers are known; when all of
 * them are harmless and there were more calls, the rest cannot be judged and the last one known stands for them.
 */
export function loadsFurtherCode(uses: readonly ApiUse[]): { readonly target: string; readonly caller: CallSite } | null {
  for (const { target, callers, count } of uses) {
    if (LISTING_ONLY.has(target)) continue;
    const caller = callers.find((site) => !HARMLESS_CALLERS.some((prefix) => site.class.startsWith(prefix)));
    if (caller) return { target, caller };
    const last = callers[callers.length - 1];
    if (last && count > callers.length) return { target, caller: last };
  }
  return null;
}
