import type { ScriptFile } from '../../domain/facts/contents.ts';
import { collectAddresses } from '../code/addresses.ts';
import { LIMITS } from '../limits.ts';
import { type ModuleNames, readJavaScript } from './javascript.ts';
import type { KnownCalls } from './known-calls.ts';
import { scriptTexts } from './script-texts.ts';
import type { UiTexts } from './ui-texts.ts';

/** Reads a JavaScript file of a quick app or of HarmonyOS by its text. @param place where it lies */
export function readJavaScriptFile(
  bytes: Buffer,
  place: string,
  { known, moduleName, texts }: { readonly known: KnownCalls; readonly moduleName: ModuleNames; readonly texts: UiTexts },
): ScriptFile {
  const text = bytes.toString('utf8');
  const { modules, calls, members } = readJavaScript(text, known, moduleName);
  texts.take(scriptTexts(text, place.slice(0, LIMITS.place)));
  return {
    entry: place.slice(0, LIMITS.place),
    runtime: 'javascript',
    bytes: bytes.length,
    modules: [...modules].sort().slice(0, LIMITS.scriptNames),
    apis: [...new Set([...calls, ...known.among(modules, members)])].sort().slice(0, LIMITS.scriptNames),
    hosts: collectAddresses(bytes).hosts.sort().slice(0, LIMITS.scriptNames),
  };
}

/**
 * The files whose names say something, and the largest ones, in the order in which they were read: an app may have a thousand pages.
 */
export function tellingScripts(files: readonly ScriptFile[]): ScriptFile[] {
  const weight = ({ modules, apis, hosts }: ScriptFile) => apis.length * 100 + modules.length * 10 + hosts.length;
  const kept = new Set(files.toSorted((a, b) => weight(b) - weight(a) || b.bytes - a.bytes).slice(0, LIMITS.assetScriptsKept));
  return files.filter((file) => kept.has(file));
}
