import type { Target } from '../engine/target.ts';
import { realParts } from '../seeds.ts';
import { packageAround, partTarget } from './package-target.ts';

const MODULE = Buffer.from(
  JSON.stringify({
    app: {
      bundleName: 'com.example.app',
      versionCode: 1,
      versionName: '1.0',
      minAPIVersion: 9,
      targetAPIVersion: 12,
      label: '$string:name',
      apiReleaseType: 'Release',
    },
    module: {
      name: 'entry',
      type: 'entry',
      mainElement: 'EntryAbility',
      deviceTypes: ['phone'],
      abilities: [
        {
          name: 'EntryAbility',
          exported: true,
          label: '$string:name',
          skills: [{ entities: ['entity.system.home'], actions: ['action.system.home'] }],
        },
      ],
      requestPermissions: [
        { name: 'ohos.permission.CAMERA', reason: '$string:reason', usedScene: { abilities: ['EntryAbility'], when: 'inuse' } },
      ],
      extensionAbilities: [{ name: 'Extension', type: 'service', metadata: [{ name: 'a', value: 'b' }] }],
    },
  }),
);

const declaration = partTarget({
  name: 'harmony-declaration',
  wrap: packageAround('module.json', {}),
  seeds: async () => [MODULE, ...(await realParts(/^(?:config|module)\.json$/))],
  tokens: ['"', '{', '}', '[', ']', '\\u0000', 'null', 'true', '1e400', '$string:name', '\ufeff', '//'],
  largest: 32 << 10,
});

const index = partTarget({
  name: 'resource-index',
  wrap: packageAround('resources.index', { 'module.json': MODULE }),
  seeds: () => realParts(/(?:^|\/)resources\.index$/),
  tokens: ['KEYS', 'IDSS', 'DATA', 'Restool 5.0.0.001', 'ResourceIndexV2'],
  largest: 48 << 10,
});

/** Header, class index and two names, as Ark's compiler lays them out (OpenHarmony, "Ark Bytecode File Format"). */
function smallAbc(): Buffer {
  const bytes = Buffer.alloc(160);
  bytes.write('PANDA\0\0\0', 0, 'latin1');
  bytes.set([12, 0, 6, 0], 12);
  bytes.writeUInt32LE(bytes.length, 16);
  bytes.writeUInt32LE(2, 28);
  bytes.writeUInt32LE(60, 32);
  bytes.writeUInt32LE(68, 60);
  bytes.writeUInt32LE(100, 64);
  for (const [at, text] of [
    [68, 'L&entry/src/main/ets/Entry&;'],
    [100, 'L@ohos:geoLocationManager;'],
  ] as const) {
    bytes[at] = text.length * 2 + 1;
    bytes.write(text, at + 1, 'latin1');
  }
  return bytes;
}

const abc = partTarget({
  name: 'abc',
  wrap: packageAround('ets/modules.abc', { 'module.json': MODULE }),
  seeds: async () => [smallAbc(), ...(await realParts(/\.abc$/))],
  tokens: ['PANDA\0\0\0', '@ohos:geoLocationManager', '@normalized:N&&&@ohos/axios/index&2.2.0'],
  largest: 48 << 10,
});

export const HARMONY: readonly Target[] = [declaration, index, abc];
