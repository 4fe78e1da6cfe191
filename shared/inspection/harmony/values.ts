import type { LocalText } from '../../domain/facts/manifest.ts';
import { integerOf, textOf } from '../json/fields.ts';
import type { JsonObject } from '../json/read-json.ts';
import type { ResourceIndex, ResourceType } from './resource-index.ts';

export const NO_TEXT: LocalText = { zh: null, default: null };

/** Values of a declaration that may stand in the resources: `"label": "$string:app_name", "labelId": 16777216`. */
export class HarmonyValues {
  readonly #index: ResourceIndex | null;

  constructor(index: ResourceIndex | null) {
    this.#index = index;
  }

  /** A text as the platform takes it: by the id that the build put beside it, else by the name, else as it stands. */
  text(object: JsonObject, name: string): LocalText {
    const written = textOf(object, name);
    const id = integerOf(object, `${name}Id`);
    const found = id !== null && id > 0 ? (this.#index?.byId(id) ?? null) : null;
    if (found) return found;
    const reference = written === null ? null : /^\$(string|media|profile):(.+)$/s.exec(written);
    if (!reference) return { zh: written, default: written };
    return this.#index?.byName(reference[1] as ResourceType, reference[2]!) ?? NO_TEXT;
  }
}
