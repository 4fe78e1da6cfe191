import { buildElf } from '../../fixtures/elf.ts';
import { buildHermes } from '../../fixtures/hermes.ts';
import type { Target } from '../engine/target.ts';
import { realParts } from '../seeds.ts';
import { packageAround, partTarget } from './package-target.ts';
import { SAMPLE_PARTS } from './parts.ts';

const elf = partTarget({
  name: 'elf',
  wrap: packageAround('lib/arm64-v8a/libsample.so', SAMPLE_PARTS),
  seeds: async () => [
    buildElf({ buildId: '0123456789abcdef', strings: ['https://api.example.com/v1', 'libsgmain'] }),
    buildElf({ bits: 32, stripped: true, littleEndian: false, buildId: '0123', strings: ['ro.product.model'] }),
    ...(await realParts(/\.so$/, { most: 4, largest: 24 << 10 })),
  ],
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

const hermes = partTarget({
  name: 'hermes',
  wrap: packageAround('assets/index.android.bundle', SAMPLE_PARTS),
  seeds: async () => [buildHermes(['https://api.example.com/v1', '隐私政策', 'getDeviceId', 'x'.repeat(300)])],
  largest: 64 << 10,
});

export const CONTENTS: readonly Target[] = [elf, script, hermes];
