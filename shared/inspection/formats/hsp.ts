import { readHap } from '../harmony/read-hap.ts';
import { harmonyKind } from '../harmony/recognise.ts';
import type { FormatReader } from './format.ts';

/** A shared package of HarmonyOS differs from a HAP by the type of its module alone. */
export const hsp: FormatReader = { format: 'hsp', sniff: async (view) => (await harmonyKind(view)) === 'hsp', read: readHap };
