import type { ArchiveView } from '../formats/archive-view.ts';
import { asObject, objectOf, textOf } from '../json/fields.ts';
import { type JsonObject, readJson } from '../json/read-json.ts';

/** JSON that an archive view has the text of; null where it is none. */
export async function viewJson(view: ArchiveView, name: string): Promise<JsonObject | null> {
  if (!view.has(name)) return null;
  try {
    return asObject(readJson(Buffer.from(await view.text(name)), name).value);
  } catch {
    return null;
  }
}

/**
 * Whether an archive is a HAP (`entry`, `feature`, `har`) or an HSP (`shared`), by its declaration; where that is broken or too large,
 * by what the build tools always put beside it. Null: neither.
 */
export async function harmonyKind(view: ArchiveView): Promise<'hap' | 'hsp' | null> {
  const stage = view.has('module.json');
  const root = await viewJson(view, stage ? 'module.json' : 'config.json');
  if (root && stage && root.has('module')) return textOf(objectOf(root, 'module'), 'type') === 'shared' ? 'hsp' : 'hap';
  if (root?.has('app') && root.has('module')) return 'hap';
  if (root && (textOf(objectOf(root, 'app'), 'bundleName') !== null || root.has('deviceConfig'))) return 'hap';
  if (!stage && !view.has('config.json')) return null;
  const built =
    view.has('resources.index') ||
    view.has('pack.info') ||
    view.some(/^ets\/.+\.abc$/) ||
    view.some(/^assets\/[^/]+\/resources\.index$/);
  return root === null && built ? 'hap' : null;
}
