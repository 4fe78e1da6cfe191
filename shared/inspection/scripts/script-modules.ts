import { BrokenBytes } from '../broken.ts';
import { type Json, readJson } from '../json/read-json.ts';
import { LIMITS } from '../limits.ts';
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

/**
 * A uni-app manifest names the runtime's modules under `permissions`, and the SDKs behind them under `plus.distribute.plugins`. What is
 * no JSON names nothing.
 * @throws BrokenBytes where there is more than is read of any JSON file
 */
function uniAppModules(text: string): string[] {
  if (text.length > LIMITS.jsonBytes) {
    const what = { zh: '文件过大', en: 'is too large' };
    throw new BrokenBytes('json-too-large', 'manifest.json', 0, what);
  }
  let manifest: Json;
  try {
    manifest = readJson(Buffer.from(text), 'manifest.json').value;
  } catch (error) {
    if (error instanceof BrokenBytes && error.code === 'json-broken') return [];
    throw error;
  }
  const modules = namesIn(manifest, 'permissions').map((name) => `uni-app:${name}`);
  for (const plugin of namesIn(manifest, 'plus', 'distribute', 'plugins').slice(0, MOST)) {
    modules.push(`uni-app:plugins/${plugin}`);
    for (const vendor of namesIn(manifest, 'plus', 'distribute', 'plugins', plugin))
      modules.push(`uni-app:plugins/${plugin}/${vendor}`);
  }
  return modules.filter((name) => name.length <= LONGEST);
}

/** Names of the members of the object at a path; none where there is none. */
function namesIn(value: Json, ...path: readonly string[]): string[] {
  let at: Json | undefined = value;
  for (const key of path) at = at instanceof Map ? at.get(key) : undefined;
  return at instanceof Map ? [...at.keys()].filter((name) => name.length <= LONGEST).slice(0, MOST) : [];
}
