import type { ScriptApi, ScriptRuntime } from '../../knowledge/types.ts';

/** The calls of some run times that the knowledge has, by module and name. */
export class KnownCalls {
  /** Names of members that are looked for. */
  readonly names: ReadonlySet<string>;
  readonly #byModule = new Map<string, Map<string, string>>();

  constructor(apis: readonly ScriptApi[], runtimes: readonly ScriptRuntime[]) {
    const names = new Set<string>();
    for (const { runtime, modules, calls } of apis) {
      if (!runtimes.includes(runtime)) continue;
      for (const name of calls.flatMap((call) => call.names)) {
        names.add(name);
        for (const module of modules) this.#of(module).set(name, `${modules[0]}.${name}`);
      }
    }
    this.names = names;
  }

  /** What facts call a member of a module, `@ohos.geoLocationManager.getCurrentLocation`; null where nothing is known of it. */
  find(module: string, name: string): string | null {
    return this.#byModule.get(module)?.get(name) ?? null;
  }

  /** The calls of these modules whose names are among those found: named beside each other, no more. */
  among(modules: Iterable<string>, names: ReadonlySet<string>): string[] {
    const found = new Set<string>();
    for (const module of modules) {
      for (const [name, call] of this.#byModule.get(module) ?? []) if (names.has(name)) found.add(call);
    }
    return [...found].sort();
  }

  #of(module: string): Map<string, string> {
    const known = this.#byModule.get(module) ?? new Map<string, string>();
    this.#byModule.set(module, known);
    return known;
  }
}
