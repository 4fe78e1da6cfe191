import { aab } from './aab.ts';
import { apk } from './apk.ts';
import { apkm } from './apkm.ts';
import { apks } from './apks.ts';
import { app } from './app.ts';
import type { FormatReader } from './format.ts';
import { hap } from './hap.ts';
import { hsp } from './hsp.ts';
import { rpk } from './rpk.ts';
import { xapk } from './xapk.ts';

/** Formats that are inspected, in the order in which they are tried: containers of packages before the packages they look like. */
export const READERS: readonly FormatReader[] = [aab, xapk, apkm, apks, apk, app, hsp, hap, rpk];
