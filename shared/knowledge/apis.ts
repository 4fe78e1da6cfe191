import type { z } from 'zod';
import type { permissionApisFile, piApisFile } from './schemas.ts';
import type { ApiEntry } from './types.ts';

/**
 * Joins the two API tables into one map from method (`Landroid/…;->name`, overloads together) to what is known about it.
 * @param piApis methods that give away personal information
 * @param permissionApis methods guarded by permissions
 */
export function joinApis(
  piApis: z.output<typeof piApisFile>,
  permissionApis: z.output<typeof permissionApisFile>,
): Map<string, ApiEntry> {
  const drafts = new Map<string, { ids: Set<string>; permissions: Set<string>; piTypes: Set<string> }>();
  const draft = (target: string) => {
    const known = drafts.get(target);
    if (known !== undefined) return known;
    const created = { ids: new Set<string>(), permissions: new Set<string>(), piTypes: new Set<string>() };
    drafts.set(target, created);
    return created;
  };
  for (const [className, methods] of Object.entries(piApis.classes)) {
    for (const [method, api] of Object.entries(methods)) {
      const entry = draft(`${className}->${method}`);
      for (const id of api.ids) entry.ids.add(id);
      for (const type of api.piTypes) entry.piTypes.add(type);
      for (const permission of api.permissions) entry.permissions.add(permission);
    }
  }
  for (const { permissions, methods } of permissionApis.entries) {
    for (const [className, names] of Object.entries(methods)) {
      for (const name of names) for (const permission of permissions) draft(`${className}->${name}`).permissions.add(permission);
    }
  }
  return new Map(
    [...drafts].map(([target, entry]) => [
      target,
      { ids: [...entry.ids].sort(), permissions: [...entry.permissions].sort(), piTypes: [...entry.piTypes].sort() },
    ]),
  );
}
