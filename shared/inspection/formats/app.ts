import { readAppPack } from '../harmony/read-app-pack.ts';
import type { FormatReader } from './format.ts';

/** An App Pack of HarmonyOS: the modules of one app with what the store is told of them. */
export const app: FormatReader = {
  format: 'app',
  sniff: (view) =>
    view.has('pack.info') && !view.has('module.json') && !view.has('config.json') && view.some(/^[^/]+\.(?:hap|hsp)$/i),
  read: readAppPack,
};
