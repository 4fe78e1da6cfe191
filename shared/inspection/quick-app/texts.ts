import type { LocalText } from '../../domain/facts/manifest.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { JsonObject } from '../json/read-json.ts';
import { readJsonEntry } from '../json/read-json-entry.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';

/** Languages in the order in which the engine falls back (quick app engine, `LocaleResourcesParser`). */
const CHINESE = ['zh-CN', 'zh', 'zh-Hans', 'defaults', 'default', 'en', 'en-US'];
const DEFAULT = ['defaults', 'default', 'en', 'en-US', 'zh-CN', 'zh'];

/** Texts of a quick app's manifest, `${message.appName}`, out of `i18n/<language>.json`. */
export class QuickAppTexts {
  readonly #languages: ReadonlyMap<string, JsonObject>;

  constructor(languages: ReadonlyMap<string, JsonObject>) {
    this.#languages = languages;
  }

  /** A text as it stands, or with each `${path}` replaced; what no language has stays as it is written. */
  resolve(text: string | null): LocalText {
    if (text === null) return { zh: null, default: null };
    if (!text.includes('${')) return { zh: text, default: text };
    return { zh: this.#fill(text, CHINESE), default: this.#fill(text, DEFAULT) };
  }

  #fill(text: string, order: readonly string[]): string {
    return text
      .replace(/\$\{\s*([\w.-]{1,200})\s*\}/g, (written, path: string) => {
        for (const language of order) {
          const found = valueAt(this.#languages.get(language), path);
          if (found !== null) return found;
        }
        return written;
      })
      .slice(0, LIMITS.text);
  }
}

/** Reads the language files that a manifest's texts may stand in. @throws only what the source throws */
export async function readTexts(archive: ZipArchive, observations: Observations): Promise<QuickAppTexts> {
  const languages = new Map<string, JsonObject>();
  for (const language of new Set([...CHINESE, ...DEFAULT])) {
    const root = await readJsonEntry(archive, `i18n/${language}.json`, 'resources', observations, { lenient: true });
    if (root) languages.set(language, root);
  }
  return new QuickAppTexts(languages);
}

function valueAt(root: JsonObject | undefined, path: string): string | null {
  let at: unknown = root;
  for (const name of path.split('.')) at = at instanceof Map ? (at as JsonObject).get(name) : undefined;
  return typeof at === 'string' ? at.slice(0, LIMITS.text) : null;
}
