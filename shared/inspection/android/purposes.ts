import type { LocalText } from '../../domain/facts/manifest.ts';
import type { XmlElement } from '../binary/axml.ts';
import type { ManifestValues } from './values.ts';

/**
 * Why permissions are requested, as T/TAF 076-2020 has apps declare it: `<meta-data>` of the application whose name is the permission's
 * and whose `resource` (or value) is the text that the system shows.
 */
export function readPurposes(application: XmlElement | undefined, values: ManifestValues): ReadonlyMap<string, LocalText> {
  const purposes = new Map<string, LocalText>();
  for (const child of application?.children ?? []) {
    if (child.name !== 'meta-data') continue;
    const name = values.text(child, 'name');
    if (name === null || !/\.permission(?:-group)?\./.test(name)) continue;
    const holder = values.attribute(child, 'resource') ? 'resource' : 'value';
    const text = { zh: values.text(child, holder, 'zh'), default: values.text(child, holder) };
    if (text.zh !== null || text.default !== null) purposes.set(name, text);
  }
  return purposes;
}
