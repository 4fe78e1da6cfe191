import { readHap } from '../harmony/read-hap.ts';
import { harmonyKind } from '../harmony/recognise.ts';
import type { FormatReader } from './format.ts';

/** A HarmonyOS package by its declaration; an APK may carry files of these names and is tried before. */
export const hap: FormatReader = { format: 'hap', sniff: async (view) => (await harmonyKind(view)) === 'hap', read: readHap };
