import type { Knowledge, PermissionEntry } from './types.ts';

/**
 * The entry of a permission; a family entry (`android.permission.health.*`) answers for its members.
 * @returns null for a permission that the knowledge has nothing on (an app's own, a vendor's)
 */
export function findPermission(knowledge: Knowledge, name: string): PermissionEntry | null {
  const exact = knowledge.permissions.get(name);
  if (exact !== undefined) return exact;
  const lastDot = name.lastIndexOf('.');
  return lastDot < 0 ? null : (knowledge.permissions.get(`${name.slice(0, lastDot)}.*`) ?? null);
}
