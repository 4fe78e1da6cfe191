import type { Plugin, VersionClue } from '../../domain/facts/third-party.ts';
import type { AppFacts } from '../android/app.ts';
import type { Listing } from '../contents/listing.ts';
import type { CodeVersion } from './code-versions.ts';
import { declaredVersions } from './declared-versions.ts';
import { fileVersions } from './file-versions.ts';
import { readFlutterPlugins } from './flutter-plugins.ts';
import { MetadataFiles } from './metadata-files.ts';
import type { PluginClass } from './plugin-classes.ts';
import { PluginList } from './plugin-list.ts';
import { readUniAppPlugins } from './uni-app-plugins.ts';
import { VersionClues } from './version-clues.ts';
import { readWebPlugins } from './web-plugins.ts';

/** What other readers have found on their way. */
export interface FoundElsewhere {
  readonly app: AppFacts;
  readonly code: readonly CodeVersion[];
  readonly native: readonly VersionClue[];
  readonly pluginClasses: readonly PluginClass[];
}

/** Versions and plugins of code that others wrote, as the package names them. @throws only what the source throws */
export async function readThirdParty(
  listing: Listing,
  { app, code, native, pluginClasses }: FoundElsewhere,
): Promise<{ versions: VersionClue[]; plugins: Plugin[] }> {
  const files = new MetadataFiles(listing);
  const plugins = new PluginList();
  const clues = new VersionClues();
  clues.addAll(await readWebPlugins(files, plugins));
  await readUniAppPlugins(files, plugins);
  for (const { runtime, class: name, entry } of pluginClasses) {
    plugins.add({ runtime, name: name.slice(0, name.lastIndexOf('.')), version: null, entry });
  }
  await readFlutterPlugins(files, plugins);
  for (const { clue, library } of code) clues.add(clue, library);
  clues.addAll(declaredVersions(app));
  clues.addAll(native);
  clues.addAll(await fileVersions(files));
  return { versions: clues.list(), plugins: plugins.list() };
}
