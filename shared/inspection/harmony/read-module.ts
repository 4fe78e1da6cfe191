import type { ZipArchive } from '../binary/zip.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { BrokenBytes } from '../broken.ts';
import type { Part } from '../formats/part.ts';
import { objectOf, textOf } from '../json/fields.ts';
import type { JsonObject } from '../json/read-json.ts';
import { readJsonEntry } from '../json/read-json-entry.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { readConfigJson } from './config-json.ts';
import type { HarmonyDeclaration } from './declaration.ts';
import { readModuleJson } from './module-json.ts';
import { type PackInfo, readPackInfo } from './pack-info.ts';
import { type ResourceIndex, readResourceIndex } from './resource-index.ts';
import { HarmonyValues } from './values.ts';

/** Bytes that the modules of one app may still have: each is small, and a pack may hold hundreds that are packed well. */
export interface ModuleAllowance {
  json: number;
  index: number;
}

/** The allowance of one app. */
export function moduleAllowance(): ModuleAllowance {
  return { json: LIMITS.moduleJsonBytes, index: LIMITS.moduleIndexBytes };
}

/** One HAP or HSP: what it says about itself, and where its contents lie. */
export interface HarmonyModule {
  readonly archive: ZipArchive;
  /** Entry of the App Pack; the empty string for the package itself. */
  readonly entry: string;
  readonly part: Part;
  /** Null where there is no declaration that could be read. */
  readonly declaration: HarmonyDeclaration | null;
  readonly resources: ResourceIndex | null;
  readonly packInfo: PackInfo | null;
  /** `pkgContextInfo.json`: the packages that the build put together. */
  readonly packageContext: JsonObject | null;
}

/**
 * Reads the declaration of one HAP or HSP with its resources. A part that is broken becomes a gap and never hides the others.
 * @param entry name of the HAP in an App Pack; the empty string for the package itself
 * @param observations those of the HAP: places begin with `part.place`
 * @param allowance shared by the modules of one app
 * @throws only what the source throws
 */
export async function readHarmonyModule(
  archive: ZipArchive,
  entry: string,
  observations: Observations,
  allowance: ModuleAllowance = moduleAllowance(),
): Promise<HarmonyModule> {
  const resources = await readResources(archive, observations, allowance);
  const read = (name: string, affects: 'manifest' | 'package') =>
    readJsonEntry(archive, name, affects, observations, { allowance });
  const stage = archive.byName.has('module.json');
  const root = await read(stage ? 'module.json' : 'config.json', 'manifest');
  const values = new HarmonyValues(resources);
  const name = entry === '' || !root ? undefined : (moduleName(root) ?? entry);
  const declaration = root ? declare(root, stage, { values, ...(name === undefined ? {} : { module: name }) }) : null;
  if (!root && !archive.byName.has('module.json') && !archive.byName.has('config.json')) noDeclaration(observations);
  const packInfo = await read('pack.info', 'package');
  const place = entry === '' ? '' : `${entry}!`;
  return {
    archive,
    entry,
    part: { archive, entries: installedPaths(archive), place, ...(name === undefined ? {} : { module: name }) },
    declaration,
    resources,
    packInfo: packInfo ? readPackInfo(packInfo) : null,
    packageContext: await read('pkgContextInfo.json', 'package'),
  };
}

/** The FA model has a module's name in its `distro`, and calls something else `name`. */
function moduleName(root: JsonObject): string | null {
  const module = objectOf(root, 'module');
  return textOf(objectOf(module, 'distro'), 'moduleName') ?? (root.has('deviceConfig') ? null : textOf(module, 'name'));
}

function declare(root: JsonObject, stage: boolean, context: Parameters<typeof readModuleJson>[1]): HarmonyDeclaration {
  return stage ? readModuleJson(root, context) : readConfigJson(root, context);
}

function noDeclaration(observations: Observations): void {
  const what = { zh: '没有 module.json 或 config.json', en: 'there is neither module.json nor config.json' };
  observations.failed('manifest', 'ZIP', new BrokenBytes('manifest-missing', 'ZIP', 0, what));
}

/** `resources.index` at the root (stage model) or in the module's folder of the assets (FA model). */
async function readResources(
  archive: ZipArchive,
  observations: Observations,
  allowance: ModuleAllowance,
): Promise<ResourceIndex | null> {
  const names = [...archive.byName.keys()];
  const name = archive.byName.has('resources.index')
    ? 'resources.index'
    : names.find((path) => /^assets\/[^/]+\/resources\.index$/.test(path));
  if (name === undefined) return null;
  return observations.attempt('resources', name, null, async () => {
    const most = Math.min(LIMITS.indexBytes, allowance.index);
    const bytes = await readEntry(archive, archive.byName.get(name)!, most, 'resources', observations);
    allowance.index -= bytes.length;
    return readResourceIndex(bytes, name, (error) => observations.failed('resources', name, error));
  });
}

/** Native libraries lie in `libs/<abi>` of a HAP, and in `lib/<abi>` where readers of contents look for them. */
function installedPaths({ byName }: ZipArchive): Part['entries'] {
  return new Map([...byName].map(([name, entry]) => [name.replace(/^libs\/(?=[^/]+\/[^/]+\.so$)/, 'lib/'), entry]));
}
