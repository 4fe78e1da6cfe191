import { buildApk } from '../../../services/cli/building/apk.ts';
import { buildZip } from '../../../services/cli/building/zip.ts';
import { buildAab } from '../../fixtures/aab.ts';
import { buildHap, moduleJson } from '../../fixtures/hap.ts';
import { buildRpk, rpkManifest } from '../../fixtures/rpk.ts';
import { buildSplit, packSet } from '../../fixtures/split-set.ts';
import type { Target } from '../engine/target.ts';
import { changeArchive } from '../mutate/zip.ts';
import { examineFacts, inspectSoundly } from '../oracle.ts';
import { smallPackages } from '../seeds.ts';
import { SAMPLE_PARTS } from './parts.ts';

const run = async (input: Buffer): Promise<void> => void (await inspectSoundly(input));
const TOKENS = [
  'PK\x01\x02',
  'PK\x03\x04',
  'PK\x05\x06',
  'PK\x06\x06',
  'PK\x06\x07',
  'PK\x07\x08',
  'AndroidManifest.xml',
  'classes.dex',
];

/** Directory, headers and end records: only the bytes of the archive are changed. */
const zip: Target = {
  name: 'zip',
  run,
  examine: examineFacts,
  async seeds() {
    const parts = Object.entries(SAMPLE_PARTS).map(([name, data]) => ({ name, data }));
    return [
      buildZip(parts),
      buildZip(parts, { zip64: true }),
      buildZip(parts, { comment: Buffer.from('a comment') }),
      buildZip(parts, { prefix: Buffer.from('prefix'), unadjusted: true }),
      buildZip(parts.map((part) => ({ ...part, lies: { dataDescriptor: true } }))),
      buildZip([]),
    ];
  },
  tokens: TOKENS,
  largest: 48 << 10,
};

/** One package of each format. */
function builtPackages(): Buffer[] {
  const label = { default: 'Sample', 'zh-rCN': '示例' };
  const classes = [{ name: 'com.example.app.Main', methods: [{ name: 'run' }] }];
  const base = buildSplit({ packageName: 'com.example.app', label, classes });
  const config = buildSplit({ packageName: 'com.example.app', split: 'config.xxhdpi', configFor: '' });
  const hap = buildHap({ module: moduleJson(), abc: { strings: ['getCurrentLocation'] } });
  return [
    buildApk({
      packageName: 'com.example.app',
      label: 'x',
      entries: { 'assets/inner.apk': buildApk({ packageName: 'com.example.inner' }) },
    }),
    buildAab({
      packageName: 'com.example.app',
      modules: { base: { label, classes }, feature: { classes: [{ name: 'com.example.feature.F' }] } },
    }),
    packSet({ 'base.apk': base, 'split_config.xxhdpi.apk': config }),
    packSet({ 'base.apk': base, 'config.apk': config, 'manifest.json': '{"xapk_version":2,"package_name":"com.example.app"}' }),
    packSet({ 'base.apk': base, 'info.json': '{"pname":"com.example.app"}' }, { deflated: true }),
    hap,
    packSet({ 'entry.hap': hap, 'pack.info': '{"summary":{"app":{"bundleName":"com.example.app"},"modules":[]},"packages":[]}' }),
    buildRpk({ manifest: rpkManifest(), files: { 'app.js': 'require("@app-module/system.device")' } }),
  ];
}

/** Whole packages of every format: contents are changed within an archive that stays sound, as well as the archive itself. */
const whole: Target = {
  name: 'package',
  run,
  examine: examineFacts,
  async seeds() {
    return [...builtPackages(), ...smallPackages()];
  },
  mutators: [changeArchive],
  tokens: TOKENS,
};

export const ARCHIVES: readonly Target[] = [zip, whole];
