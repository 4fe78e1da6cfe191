import type { Evidence } from '../domain/evidence.ts';
import type { PackageFacts } from '../domain/facts/package.ts';

/** Frameworks whose screens are web pages; those that draw native views from scripts (React Native, Weex) have no cookies of their own. */
const HYBRID: ReadonlySet<string> = new Set(['cordova', 'capacitor', 'uni-app', 'webview-shell']);

/** The last part of a class name by which developers call a screen that shows web pages: WebViewActivity, H5Activity, BrowserAbility. */
const WEB_SCREEN = /^(?:Common|Base|My|App)?(?:WebView|WebPage|Web|H5|Html5?|Browser)(?:View|Page)?(?:Activity|Ability|UI)$/i;

/** Something by which a package shows that screens of the app are web pages. */
export interface WebPageSign {
  readonly name: string;
  readonly evidence: Evidence;
}

/**
 * What shows that the app's own screens are web pages: a framework made of them, or a screen of its own that is named so. Screens that
 * SDKs bring along do not count, and addresses in the code say nothing: most are asked for data.
 */
export function webPages(facts: PackageFacts): WebPageSign[] {
  const { frameworks, components, identity, platform } = facts;
  const signs = frameworks
    .filter((name) => HYBRID.has(name))
    .map((name): WebPageSign => ({ name, evidence: { type: 'package', entry: '/', detail: name } }));
  const own = ownNamespace(identity.packageName);
  for (const { kind, name, enabled, place } of components) {
    if (kind !== 'activity' || !enabled || own === null || !name.startsWith(own)) continue;
    const last = name.slice(name.lastIndexOf('.') + 1);
    if (!WEB_SCREEN.test(last)) continue;
    const attribute = platform === 'harmony' ? 'name' : 'android:name';
    signs.push({ name: last, evidence: { type: 'manifest', element: place, attribute, value: name } });
  }
  return signs;
}

/** `com.example.` of `com.example.app`: what the app's own classes begin with; null where the name has no two parts. */
function ownNamespace(packageName: string | null): string | null {
  return /^[^.]+\.[^.]+(?=\.|$)/.exec(packageName ?? '')?.[0].concat('.') ?? null;
}
