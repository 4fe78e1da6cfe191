import type { VersionClue } from '../../domain/facts/third-party.ts';
import type { AppFacts } from '../android/app.ts';
import type { Resources } from '../android/resources.ts';
import { isVersionName } from './version-names.ts';
import { isVersion } from './version-text.ts';

const MANIFEST = 'AndroidManifest.xml';
const RESOURCES = 'resources.arsc';
/** Plain numbers, as Google writes them for Play services: 12451000. */
const NUMBER = /^\d{4,10}$/;
/** Numbers of versions in keys of meta-data that are the app's own settings: of the screen, of a file. */
const SETTING = /aspect|width|density/i;

/** Versions in meta-data of the application and its components, and in string and integer resources, by their names. */
export function* declaredVersions(app: AppFacts): Generator<VersionClue> {
  const { application, components } = app.facts;
  for (const { metaData } of [application, ...components]) {
    for (const { name, value } of metaData) {
      if (value === undefined || SETTING.test(name)) continue;
      const plain = isVersionName(name) && NUMBER.test(value);
      if (plain || isVersion(value)) yield { source: 'meta-data', subject: name, value, entry: MANIFEST };
    }
  }
  if (app.resources) yield* resourceVersions(app.resources);
}

function* resourceVersions(resources: Resources): Generator<VersionClue> {
  for (const type of ['string', 'integer']) {
    for (const { id, name } of resources.named?.(type) ?? []) {
      if (!isVersionName(name)) continue;
      const value = resources.resolve(id, 'default');
      const text = value?.text ?? (type === 'integer' && value ? String(value.data) : '');
      if (isVersion(text) || (type === 'integer' && NUMBER.test(text))) {
        yield { source: 'resource', subject: name, value: text, entry: RESOURCES };
      }
    }
  }
}
