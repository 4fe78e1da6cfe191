import { aab } from './aab.ts';
import { apk } from './apk.ts';
import type { FormatReader } from './format.ts';

/** Formats that are inspected, in the order in which they are tried: containers of packages before the packages they look like. */
export const READERS: readonly FormatReader[] = [aab, apk];
