import type { ZipArchive } from '../binary/zip.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { asObject } from './fields.ts';
import { type JsonObject, readJson } from './read-json.ts';

/**
 * An entry as a JSON object; null where it is not there or cannot be read, with a gap for the latter.
 * @param options.lenient as the quick app engine reads; HarmonyOS refuses comments
 * @param options.allowance what may be read of all JSON files that share it
 * @throws only what the source throws
 */
export async function readJsonEntry(
  archive: ZipArchive,
  name: string,
  affects: 'manifest' | 'package' | 'resources',
  observations: Observations,
  { lenient = false, allowance }: { readonly lenient?: boolean; readonly allowance?: { json: number } } = {},
): Promise<JsonObject | null> {
  const entry = archive.byName.get(name);
  if (!entry) return null;
  return observations.attempt(affects, name, null, async () => {
    const most = Math.min(LIMITS.jsonBytes, allowance?.json ?? LIMITS.jsonBytes);
    const bytes = await readEntry(archive, entry, most, affects, observations);
    if (allowance) allowance.json -= bytes.length;
    const { value, duplicates, forgiven } = readJson(bytes, name);
    for (const path of duplicates) {
      observations.trick(
        'duplicate-json-key',
        `${name}: ${path}`,
        {
          zh: '同一 JSON 对象中有重名成员，不同工具可能读取不同的值；此处以最后一个为准',
          en: 'an object of the JSON has this name twice and tools may differ in which value they take; the last one was read',
        },
        'analysis',
      );
    }
    if (forgiven !== null && !lenient) {
      observations.trick(
        'json-not-strict',
        name,
        {
          zh: 'JSON 中含注释或多余的逗号，系统的解析器会拒绝',
          en: 'the JSON holds comments or a stray comma, which the platform refuses',
        },
        'install',
      );
    }
    return asObject(value);
  });
}
