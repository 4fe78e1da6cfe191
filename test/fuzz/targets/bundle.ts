import { proto, writeProtoXml } from '../../fixtures/proto.ts';
import { buildProtoResources } from '../../fixtures/proto-resources.ts';
import type { Target } from '../engine/target.ts';
import { changeProtobuf } from '../mutate/nested.ts';
import { realParts } from '../seeds.ts';
import { packageAround, partTarget } from './package-target.ts';
import { SAMPLE_PARTS } from './parts.ts';

const CONFIG = proto([1, proto([1, '1.15.6'])]);
const RESOURCES = buildProtoResources('com.example.app', {
  string: { app_name: { default: 'Sample', 'zh-rCN': '示例', 'b+zh+Hans': '例' }, agree: { default: 'I agree' } },
  array: { list: { default: { array: ['a', 'b'] } } },
  style: { base: { default: { style: { 16842904: 1 } } } },
  plurals: { items: { default: { plural: { one: '1', other: 'n' } } } },
  layout: { main: { default: { file: 'res/layout/main.xml' } } },
});
const MANIFEST = writeProtoXml({
  name: 'manifest',
  plain: { package: 'com.example.app', split: 'feature' },
  android: { versionCode: 7, versionName: '1.0' },
  children: [
    { name: 'uses-sdk', android: { minSdkVersion: 21, targetSdkVersion: 33 } },
    { name: 'uses-permission', android: { name: 'android.permission.CAMERA' } },
    {
      name: 'module',
      isDist: true,
      dist: { title: { reference: RESOURCES.id('string', 'app_name') } },
      children: [{ name: 'delivery', isDist: true }],
    },
    {
      name: 'application',
      android: { label: { reference: RESOURCES.id('string', 'app_name') }, debuggable: true },
      children: [{ name: 'activity', android: { name: '.Main', exported: true } }],
    },
  ],
});

const around = (name: string): ((input: Buffer) => Buffer) =>
  packageAround(name, {
    'BundleConfig.pb': CONFIG,
    'base/manifest/AndroidManifest.xml': MANIFEST,
    'base/resources.pb': RESOURCES.bytes,
    'base/dex/classes.dex': SAMPLE_PARTS['classes.dex']!,
  });

const manifest = partTarget({
  name: 'proto-manifest',
  wrap: around('base/manifest/AndroidManifest.xml'),
  seeds: async () => [MANIFEST, ...(await realParts(/^[^/]+\/manifest\/AndroidManifest\.xml$/))],
  mutators: [changeProtobuf],
  tokens: ['manifest', 'application', 'uses-permission'],
  largest: 48 << 10,
});

const resources = partTarget({
  name: 'proto-resources',
  wrap: around('base/resources.pb'),
  seeds: async () => [RESOURCES.bytes, ...(await realParts(/^[^/]+\/resources\.pb$/, { largest: 16 << 10 }))],
  mutators: [changeProtobuf],
  largest: 48 << 10,
});

export const BUNDLE: readonly Target[] = [manifest, resources];
