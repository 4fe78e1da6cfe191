import type { PluginRuntime } from '../../domain/facts/third-party.ts';
import { dottedName } from '../code/dotted-name.ts';
import type { Program } from '../code/program.ts';
import { LIMITS } from '../limits.ts';

/** What a plugin's own class extends or implements, by run time; the run times' own subclasses of these count too. */
const BASES: readonly (readonly [PluginRuntime, string])[] = [
  ['react-native', 'Lcom/facebook/react/ReactPackage;'],
  ['react-native', 'Lcom/facebook/react/TurboReactPackage;'],
  ['react-native', 'Lcom/facebook/react/BaseReactPackage;'],
  ['react-native', 'Lcom/facebook/react/LazyReactPackage;'],
  ['flutter', 'Lio/flutter/embedding/engine/plugins/FlutterPlugin;'],
  ['cordova', 'Lorg/apache/cordova/CordovaPlugin;'],
  ['capacitor', 'Lcom/getcapacitor/Plugin;'],
  ['uni-app', 'Lio/dcloud/feature/uniapp/common/UniModule;'],
  ['uni-app', 'Lio/dcloud/feature/uniapp/common/UniDestroyableModule;'],
  ['uni-app', 'Lcom/taobao/weex/common/WXModule;'],
];
/** Packages of the run times themselves. */
const OWN =
  /^(?:com\.facebook\.react|io\.flutter\.(?:embedding|app|plugin|view)|org\.apache\.cordova|com\.getcapacitor|io\.dcloud|com\.taobao\.weex)(?:\.|$)/;

/** A class by which a plugin joins its run time. */
export interface PluginClass {
  readonly runtime: PluginRuntime;
  /** Dotted. */
  readonly class: string;
  /** Entry of the DEX file where one can be told. */
  readonly entry: string;
}

/** Classes that implement what plugins implement, in the order of the program's types. */
export function pluginClasses({ types, dexes }: Program): PluginClass[] {
  const runtimeOf = new Map<number, PluginRuntime>();
  for (const [runtime, descriptor] of BASES) {
    const type = types.find(descriptor);
    if (type >= 0) runtimeOf.set(type, runtime);
  }
  const found: PluginClass[] = [];
  if (runtimeOf.size === 0) return found;
  const entry = dexes[0]?.entry ?? '';
  for (let type = 0; type < types.count && found.length < LIMITS.plugins; type++) {
    if (types.defined[type] !== 1) continue;
    let runtime = runtimeOf.get(types.superclass[type]!);
    for (let i = types.interfaceStart[type]!; i < types.interfaceStart[type + 1]! && !runtime; i++) {
      runtime = runtimeOf.get(types.interfaces[i]!);
    }
    if (!runtime) continue;
    const name = dottedName(types.descriptor(type));
    if (!OWN.test(name) && name.includes('.')) found.push({ runtime, class: name, entry });
  }
  return found;
}
