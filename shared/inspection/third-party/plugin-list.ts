import type { Plugin } from '../../domain/facts/third-party.ts';
import { LIMITS } from '../limits.ts';

/** Gathers plugins, each name of a run time once: the first place that names it counts, a later one may add its version. */
export class PluginList {
  readonly #plugins = new Map<string, Plugin>();

  /** Names that are empty or no names (line breaks, too long) are passed over. */
  add(plugin: Plugin): void {
    const { runtime, name } = plugin;
    if (name === '' || name.length > LIMITS.pluginName || /[\p{Cc}]/u.test(name)) return;
    const key = `${runtime}\n${name}`;
    const known = this.#plugins.get(key);
    const version = (known?.version ?? plugin.version)?.slice(0, LIMITS.versionLength) ?? null;
    if (known) this.#plugins.set(key, { ...known, version });
    else if (this.#plugins.size < LIMITS.plugins) this.#plugins.set(key, { ...plugin, version });
  }

  list(): Plugin[] {
    return [...this.#plugins.values()];
  }
}
