import { buildZip } from '../../../services/cli/building/zip.ts';
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

/** Files of build tools and other run times, all of which the same bytes are: each reader takes what it knows. */
const METADATA = [
  'assets/www/cordova_plugins.js',
  'assets/capacitor.plugins.json',
  'assets/capacitor.config.json',
  'assets/data/dcloud_properties.xml',
  'assets/dcloud_uniplugins.json',
  'assets/apps/x/www/manifest.json',
  'assets/flutter_assets/NOTICES',
  'assets/www/node_modules/x/package.json',
  'META-INF/maven/a.b/c/pom.properties',
  'META-INF/a.b_c.version',
  'play-services-base.properties',
];

const metadata = partTarget({
  name: 'metadata',
  wrap: (input) =>
    buildZip(
      [...Object.entries(SAMPLE_PARTS), ...METADATA.map((name) => [name, input] as const)].map(([name, data]) => ({
        name,
        data,
        stored: true,
      })),
    ),
  seeds: async () =>
    [
      'module.exports = [{"id":"a.B","pluginId":"a"}];\nmodule.exports.metadata = {"a": "1.2.3"};',
      '[{"pkg":"@capacitor/app","classpath":"a.B"}]',
      '{"version":"1.2.3","permissions":{"Push":{}},"plugins":{"a":{}},"nativePlugins":[{"plugins":[{"name":"x"}]}],"plus":{"distribute":{"plugins":{"statics":{"umeng":{}}}},"nativePlugins":{"y":{"__plugin_info__":{"version":"1.0.0"}}}}}',
      '<features><!-- <feature name="A"/> --><feature name="Push" value="x"><module name="igexin"/></feature></features>',
      `jpush_flutter\nurl_launcher\n\nA licence.\n${'-'.repeat(80)}\nskia\n\nAnother.`,
      'version=17.6.0\nclient=play-services-base\n',
      '1.7.0\n',
    ].map((text) => Buffer.from(text)),
  tokens: [
    'module.exports',
    '.metadata',
    '"pluginId":',
    '<!--',
    '-->',
    '<feature name="',
    '<module name="',
    '\n\n',
    '-'.repeat(80),
    'version=',
  ],
  largest: 16 << 10,
});

export const CONTENTS: readonly Target[] = [elf, script, hermes, metadata];
