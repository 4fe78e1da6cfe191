import { viewJson } from '../harmony/recognise.ts';
import { textOf } from '../json/fields.ts';
import { readRpk } from '../quick-app/read-rpk.ts';
import type { ArchiveView } from './archive-view.ts';
import type { FormatReader } from './format.ts';

/** What only a quick app's manifest has beside its package. */
const MEMBERS = ['minPlatformVersion', 'minPlatformVersionCode', 'router', 'features', 'subpackages', 'versionCode'];

/**
 * A quick app or quick game names its package in `manifest.json` and has scripts; a browser extension, a web app and an Android split set
 * have a file of that name too, which names no package. A container of subpackages (`rpks`) has no manifest of its own.
 */
async function sniff(view: ArchiveView): Promise<boolean> {
  if (!view.has('manifest.json') && !view.has('manifest-phone.json')) return view.some(/^[^/]+\.srpk$/i);
  const scripts = view.has('app.js') || view.has('game.js') || view.has('main.js');
  const name = view.has('manifest.json') ? 'manifest.json' : 'manifest-phone.json';
  const root = await viewJson(view, name);
  // A broken manifest beside the script that the engine starts is a broken quick app.
  if (!root) return scripts && (view.has('META-INF/CERT') || /"package"\s*:\s*"/.test(await view.text(name)));
  if (textOf(root, 'package') === null || root.has('manifest_version')) return false;
  return scripts ? MEMBERS.some((name) => root.has(name)) : root.has('minPlatformVersion') || root.has('router');
}

export const rpk: FormatReader = { format: 'rpk', sniff, read: readRpk };
