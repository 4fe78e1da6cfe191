import { asObject, flagOf, textOf } from '../json/fields.ts';
import { LIMITS } from '../limits.ts';
import type { OhpmPackage } from './module-names.ts';
import type { HarmonyModule } from './read-module.ts';

/** Names under which the app's own modules stand where packages are named. */
export function ownModules(modules: readonly HarmonyModule[]): Set<string> {
  const own = new Set<string>();
  for (const { declaration, packageContext } of modules) {
    if (declaration?.moduleName) own.add(declaration.moduleName);
    for (const [, entry] of packageContext ?? []) {
      const context = asObject(entry);
      const name = textOf(context, 'packageName');
      if (name !== null && textOf(context, 'moduleName') !== null) own.add(name);
    }
  }
  return own;
}

/**
 * Packages that an app was built with: those that `pkgContextInfo.json` lists (a module of the app has a module name there, a native
 * library is marked `isSO`) and those that bytecode names; local ones of the project cannot be told from those of OHPM.
 */
export function packagesOf(
  modules: readonly HarmonyModule[],
  named: readonly OhpmPackage[],
  own: ReadonlySet<string>,
): { readonly name: string; readonly version: string | null }[] {
  const found = new Map<string, OhpmPackage>();
  const add = (name: string, version: string | null) => {
    if (own.has(name) || (found.size >= LIMITS.ohpmPackages && !found.has(name))) return;
    if (!found.get(name)?.version) found.set(name, { name, version });
  };
  for (const { packageContext } of modules) {
    for (const [, entry] of packageContext ?? []) {
      const context = asObject(entry);
      const name = textOf(context, 'packageName');
      if (name === null || textOf(context, 'moduleName') !== null || flagOf(context, 'isSO') === true) continue;
      add(name.slice(0, LIMITS.fileName), textOf(context, 'version')?.slice(0, 60) ?? null);
    }
  }
  for (const { name, version } of named) add(name, version);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
