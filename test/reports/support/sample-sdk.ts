import type { Report } from '../../../shared/pledge/index.ts';

/** An SDK of which everything is known, every foreign string of it `text`. */
export function everySdk(text: string): Report['sdks'][number] {
  const names = [text, text, text, text, text, `${text}6`, text];
  return {
    id: 'sample-sdk',
    name: { zh: '示例统计', en: 'Sample Analytics' },
    operator: { zh: '示例数据有限公司', en: 'Sample Data Ltd.' },
    category: 'analytics',
    level: 'started',
    confidence: 'medium',
    collects: 'yes',
    profiling: true,
    stub: true,
    packages: names,
    renamed: [{ package: text, matched: 30, of: 42, confidence: 'medium' }],
    copies: names,
    versions: [
      { value: '9.4.0', sure: true, source: 'constant', subject: text, entry: text },
      { value: text, sure: false, source: 'cordova', subject: text, entry: 'plugins.json' },
    ],
    components: names,
    nativeLibraries: names,
    traces: (['plugin', 'meta-data', 'asset', 'resource', 'domain'] as const).map((kind) => ({ kind, value: text })),
    calledFrom: names,
    start: {
      kind: 'application',
      class: text,
      target: 'Lcom/sample/Core;->start',
      consent: 'before',
      path: [{ class: text, method: text, offset: 1, link: 'call' }],
    },
    switches: (['before', 'start', 'tell'] as const).map((kind) => ({ kind, method: 'com.sample.Core.init', callers: names })),
    within: { id: 'amap', name: { zh: '示例聚合', en: 'Sample Aggregate' } },
    takes: [
      { id: 'device.imei', name: { zh: '国际移动设备识别码', en: 'IMEI' }, stated: true, calls: 2, targets: [text, text] },
      { id: 'location.precise', name: { zh: '精确位置', en: 'Precise location' }, stated: false, calls: 1, targets: [text] },
    ],
    permissions: [
      { name: 'android.permission.READ_PHONE_STATE', requested: true },
      { name: 'android.permission.CAMERA', requested: false },
    ],
    policy: 'operator',
    policyPlaces: [
      {
        kind: 'row',
        range: [2, 6],
        excerpt: text,
        row: { name: text, operator: text, purpose: text, types: text, link: text },
      },
      { kind: 'sentence', range: [3, 5], excerpt: text, row: null },
    ],
    listing: true,
    listed: { name: text, operator: text, purpose: text },
    privacyUrl: 'https://sample.example/privacy',
    reasons: [{ zh: '示例理由', en: 'a sample reason' }],
  };
}
