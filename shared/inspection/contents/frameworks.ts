import type { Listing } from './listing.ts';

/**
 * Frameworks whose own runtime carries the app's logic, each with entries that an app built with it has and hardly any other. In the
 * order in which facts list them.
 */
const FRAMEWORKS: readonly (readonly [name: string, entries: RegExp])[] = [
  ['flutter', /^(?:lib\/[^/]+\/libflutter\.so|assets\/flutter_assets\/.+)$/],
  [
    'react-native',
    /^(?:assets\/index\.android\.bundle|lib\/[^/]+\/lib(?:reactnative|reactnativejni|hermes|hermes-executor-(?:release|debug)|hermesvm)\.so)$/,
  ],
  ['uni-app', /^assets\/apps\/[^/]+\/www\/.+$/],
  ['weex', /^lib\/[^/]+\/lib(?:weexcore|weexjsc|weexjss|weexjsb)\.so$/],
  ['cordova', /^assets\/www\/(?:cordova|cordova_plugins|phonegap)\.js$/],
  ['capacitor', /^assets\/(?:capacitor\.config\.json|capacitor\.plugins\.json|native-bridge\.js)$/],
  ['unity', /^(?:lib\/[^/]+\/libunity\.so|assets\/bin\/Data\/globalgamemanagers(?:\.split0)?|assets\/bin\/Data\/data\.unity3d)$/],
  ['unreal', /^lib\/[^/]+\/lib(?:UE4|Unreal|UnrealEngine)\.so$/],
  ['godot', /^lib\/[^/]+\/libgodot_android\.so$/],
  ['cocos', /^lib\/[^/]+\/libcocos(?:2d(?:js|lua|cpp)?)?\.so$/],
  [
    'xamarin',
    /^(?:assemblies\/[^/]+\.(?:dll|blob)|lib\/[^/]+\/lib(?:monodroid|xamarin-app|mono-android\.(?:release|debug)|monosgen-2\.0|assemblies\.[^/]+\.blob)\.so)$/,
  ],
  ['nativescript', /^(?:assets\/app\/tns_modules\/.+|lib\/[^/]+\/libNativeScript\.so)$/],
  ['titanium', /^assets\/Resources\/(?:ti\.main\.js|_app_props_\.json)$/],
  ['lynx', /^lib\/[^/]+\/liblynx\.so$/],
];

/** Frameworks found by their entries. `webview-shell` is told by the code: see `isWebViewShell`. */
export function findFrameworks(listing: Listing): string[] {
  const found = new Set<string>();
  for (const path of listing.byPath.keys()) {
    for (const [name, entries] of FRAMEWORKS) if (!found.has(name) && entries.test(path)) found.add(name);
  }
  return FRAMEWORKS.flatMap(([name]) => (found.has(name) ? [name] : []));
}
