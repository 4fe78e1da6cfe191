import { LIMITS } from '../limits.ts';
import type { KnownCalls } from './known-calls.ts';

/** What a script names: text found, not calls proven. */
export interface JavaScriptNames {
  readonly modules: ReadonlySet<string>;
  readonly calls: ReadonlySet<string>;
  /** Names of members called on anything, as far as they are ones that are looked for and telling by themselves. */
  readonly members: ReadonlySet<string>;
}

/** What facts call a module that a script requires; null for one that is the script's own. */
export type ModuleNames = (required: string) => string | null;

/** Modules of quick apps: `@app-module/system.geolocation` once built, `@system.geolocation` before; features are named without the `@`. */
export const quickAppModule: ModuleNames = (required) => {
  return /^(?:@app-module\/|@)?((?:system|service|hap)\.[\w.]{1,100})$/.exec(required)?.[1] ?? null;
};

/** Modules of HarmonyOS: `@ohos.x`, `@kit.x`, `@system.x`, however the build writes them. */
export const harmonyModule: ModuleNames = (required) => {
  const built = /^(?:@app-module\/|@native:)?((?:system|ohos)\.[\w.]{1,100})$/.exec(required)?.[1];
  if (built !== undefined) return `@${built}`;
  const named = /^@(ohos|hms|kit|system)[:.]([\w.]{1,100})$/.exec(required);
  return named ? `@${named[1]}.${named[2]}` : null;
};

/**
 * One after the other: a module that is required, with the variable it is kept in where there is one (`a = f($app_require$("…"))`); a
 * member called on a variable (`a.default.getLocation(`) or on what was just required.
 */
const TOKENS =
  /(?<![\w$])(?:([\w$]{1,80})\s*=\s*(?:[\w$.]{1,80}\(\s*){0,3})?(?:[\w$]{1,40}\.)?(?:\$app_require\$|require(?:Napi|NativeModule|Module|InternalModule)?|import)\s*\(\s*["']([\w@.:/-]{1,200})["']|\bfrom\s*["'](@[\w@.:/-]{1,200})["']|(?:(?<![\w$])([\w$]{1,80})|\))\s*(?:\.default)?\.([\w$]{2,60})\s*\(/g;

/** Shorter names (`get`, `show`, `start`) say nothing without the module that they are called on. */
const TELLING = 8;

/** Reads a script by its text, in one pass. */
export function readJavaScript(text: string, known: KnownCalls, moduleName: ModuleNames): JavaScriptNames {
  const modules = new Set<string>();
  const calls = new Set<string>();
  const members = new Set<string>();
  const bound = new Map<string, string>();
  let last: string | null = null;
  for (const [whole, variable, required, imported, object, member] of text.matchAll(TOKENS)) {
    const source = required ?? imported;
    if (source !== undefined) {
      last = /requireNapi/.test(whole) && /^[\w.]+$/.test(source) ? `@ohos.${source}` : moduleName(source);
      if (last !== null && modules.size < LIMITS.jsonList * 5) modules.add(last);
      if (variable !== undefined && last !== null && bound.size < LIMITS.scripts) bound.set(variable, last);
      continue;
    }
    if (member === undefined || !known.names.has(member)) continue;
    if (member.length >= TELLING) members.add(member);
    const module = object === undefined ? last : bound.get(object);
    const call = module ? known.find(module, member) : null;
    if (call) calls.add(call);
  }
  return { modules, calls, members };
}
