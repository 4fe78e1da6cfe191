import type { Target } from '../engine/target.ts';
import { realParts } from '../seeds.ts';
import { packageAround, partTarget } from './package-target.ts';
import { SAMPLE_PARTS } from './parts.ts';

/** A 64-bit library of the least there can be: header, a note segment with a build id, two sections, texts. */
function smallElf(): Buffer {
  const bytes = Buffer.alloc(512);
  bytes.write('\x7fELF\x02\x01\x01', 0, 'latin1');
  bytes.writeUInt16LE(3, 16);
  bytes.writeUInt16LE(183, 18);
  bytes.writeUInt32LE(1, 20);
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeBigUInt64LE(256n, 40);
  for (const [at, value] of [
    [52, 64],
    [54, 56],
    [56, 1],
    [58, 64],
    [60, 2],
    [62, 1],
  ] as const)
    bytes.writeUInt16LE(value, at);
  bytes.writeUInt32LE(4, 64);
  bytes.writeBigUInt64LE(128n, 72);
  bytes.writeBigUInt64LE(36n, 96);
  bytes.writeUInt32LE(4, 128);
  bytes.writeUInt32LE(20, 132);
  bytes.writeUInt32LE(3, 136);
  bytes.write('GNU\0', 140, 'latin1');
  bytes.writeUInt32LE(3, 256 + 64 + 4);
  bytes.writeBigUInt64LE(400n, 256 + 64 + 24);
  bytes.writeBigUInt64LE(100n, 256 + 64 + 32);
  bytes.write('\0.shstrtab\0.note.gnu.build-id\0https://api.example.com/v1\0', 400, 'latin1');
  return bytes;
}

const elf = partTarget({
  name: 'elf',
  wrap: packageAround('lib/arm64-v8a/libsample.so', SAMPLE_PARTS),
  seeds: async () => [smallElf(), ...(await realParts(/\.so$/, { most: 4, largest: 24 << 10 }))],
  tokens: ['\x7fELF', 'GNU\0', '.rodata', '.note.gnu.build-id'],
  largest: 64 << 10,
});

const script = partTarget({
  name: 'script',
  wrap: packageAround('app.js', {
    'manifest.json': Buffer.from(
      '{"package":"com.example","minPlatformVersion":1070,"features":[{"name":"system.fetch"}],"router":{"entry":"a"}}',
    ),
  }),
  seeds: async () => [
    Buffer.from(
      'import fetch from "@system.fetch";\nconst d = require("@app-module/system.device"); d.getId({type:["device"]});\n$app_require$("@app-module/system.geolocation");',
    ),
    ...(await realParts(/\.js$/, { most: 6, largest: 24 << 10 })),
  ],
  tokens: ['$app_require$(', '@app-module/', 'require("', '/*', '*/', '`${', '\\u{', '//', '"', "'", '`', '/['],
  largest: 64 << 10,
});

export const CONTENTS: readonly Target[] = [elf, script];
