import { buildApk } from '../../fixtures/apk.ts';
import { buildZip } from '../../fixtures/zip.ts';
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

/** Whole packages of every format: contents are changed within an archive that stays sound, as well as the archive itself. */
const whole: Target = {
  name: 'package',
  run,
  examine: examineFacts,
  async seeds() {
    return [buildApk({ packageName: 'com.example', label: 'x' }), ...smallPackages()];
  },
  mutators: [changeArchive],
  tokens: TOKENS,
};

export const ARCHIVES: readonly Target[] = [zip, whole];
