import type { ScriptEntry } from './script-entries.ts';

const MOST = 200;
const LONGEST = 100;
const REACT_NATIVE =
  /(?:@[a-z0-9][a-z0-9-]{0,40}\/)?react-native(?:-[a-z0-9]{1,30}){1,6}|@react-native(?:-[a-z]{1,20}){0,2}\/[a-z0-9][a-z0-9-]{0,60}/g;
const DART = /package:([a-z][a-z0-9_]{1,60})\//g;
const CORDOVA = /["']?pluginId["']?\s*:\s*["']([\w@./-]{3,100})["']/g;
const CAPACITOR = /"pkg"\s*:\s*"([\w@./-]{3,100})"/g;

/** Modules, plugins and packages that a script names, sorted, at most 200. */
export function scriptModules(text: string, kind: ScriptEntry['kind']): string[] {
  const modules = new Set<string>();
  const add = (pattern: RegExp, prefix = '') => {
    for (const [whole, group] of text.matchAll(pattern)) {
      if (modules.size >= MOST) return;
      modules.add((prefix + (group ?? whole)).slice(0, LONGEST));
    }
  };
  if (kind === 'dart') add(DART, 'package:');
  else if (kind === 'manifest') for (const module of uniAppModules(text).slice(0, MOST)) modules.add(module);
  else if (kind === 'plugins') {
    add(CORDOVA);
    add(CAPACITOR);
  } else add(REACT_NATIVE);
  return [...modules].sort().slice(0, MOST);
}

/** A uni-app manifest names the runtime's modules under `permissions`, and the SDKs behind them under `plus.distribute.plugins`. */
function uniAppModules(text: string): string[] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return [];
  }
  const modules = keysOf(manifest, 'permissions').map((name) => `uni-app:${name}`);
  for (const plugin of keysOf(manifest, 'plus', 'distribute', 'plugins')) {
    modules.push(`uni-app:plugins/${plugin}`);
    for (const vendor of keysOf(manifest, 'plus', 'distribute', 'plugins', plugin))
      modules.push(`uni-app:plugins/${plugin}/${vendor}`);
  }
  return modules.filter((name) => name.length <= 100);
}

function keysOf(value: unknown, ...path: readonly string[]): string[] {
  let at: unknown = value;
  for (const key of path) at = isRecord(at) ? at[key] : undefined;
  return isRecord(at) ? Object.keys(at) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
