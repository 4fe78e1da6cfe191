import { buildAbc } from '../../fixtures/abc.ts';
import { buildIndexV1, buildIndexV2 } from '../../fixtures/resource-index.ts';
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
  async seeds() {
    const directories = [
      { values: [{ id: 0x1000000, type: 'string', name: 'app_name', value: 'Sample' }] },
      { language: 'zh', region: 'CN', values: [{ id: 0x1000000, type: 'string', name: 'app_name', value: '示例' }] },
    ] as const;
    return [buildIndexV1(directories), buildIndexV2(directories), ...(await realParts(/(?:^|\/)resources\.index$/))];
  },
  tokens: ['KEYS', 'IDSS', 'DATA', 'Restool 5.0.0.001', 'ResourceIndexV2'],
  largest: 48 << 10,
});

const abc = partTarget({
  name: 'abc',
  wrap: packageAround('ets/modules.abc', { 'module.json': MODULE }),
  async seeds() {
    const records = [
      { name: '&entry/src/main/ets/Entry&', requests: ['@ohos:geoLocationManager', '@normalized:N&&&@ohos/axios/index&2.2.0'] },
    ];
    const strings = ['getCurrentLocation', '隐私政策', 'https://api.example.com/v1'];
    const built = [buildAbc({ records, strings }), buildAbc({ version: [9, 0, 0, 0], records, strings, tabled: true })];
    return [...built, ...(await realParts(/\.abc$/))];
  },
  tokens: ['PANDA\0\0\0', '@ohos:geoLocationManager', '@normalized:N&&&@ohos/axios/index&2.2.0'],
  largest: 48 << 10,
});

export const HARMONY: readonly Target[] = [declaration, index, abc];
