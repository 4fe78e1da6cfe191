import fc from 'fast-check';
import { type AbcRecipe, abcString, buildAbc } from '../../../test/fixtures/abc.ts';
import { isAbc, readAbc } from './abc.ts';
import { abcText, sweepAbcStrings } from './abc-strings.ts';

const RECIPE: AbcRecipe = {
  records: [
    { name: 'entry/src/main/ets/pages/Index', requests: ['@ohos:geoLocationManager', '@normalized:N&&&@ohos/axios/index&2.2.4'] },
    { name: '&@ohos/axios/src/main/ets/core&2.2.4', requests: [] },
    { name: 'com.example.app/entry/ets/页面', requests: ['@native:system.router'] },
  ],
  strings: ['getCurrentLocation', '我已阅读并同意《隐私政策》', 'https://api.example.com/v1', 'emoji 😀 end'],
};
const read = (bytes: Buffer) => {
  const broken: unknown[] = [];
  return { ...readAbc(bytes, 'modules.abc', (error) => broken.push(error)), broken };
};
const strings = (bytes: Buffer, most = 1e6) => {
  const found: string[] = [];
  sweepAbcStrings(bytes, most, (string) => found.push(abcText(bytes, string)));
  return found;
};

test.each([
  [[9, 0, 0, 0], true],
  [[11, 0, 2, 0], true],
  [[12, 0, 6, 0], false],
  [[13, 0, 1, 0], false],
] as const)('version %j: records and what their modules request', (version, tabled) => {
  const bytes = buildAbc({ ...RECIPE, version, tabled });
  expect(isAbc(bytes)).toBe(true);
  expect(read(bytes)).toMatchObject({
    version: version.join('.'),
    declaredBytes: bytes.length,
    records: RECIPE.records,
    broken: [],
  });
});

test('every string is found, in whatever table it is named', () => {
  const found = strings(buildAbc(RECIPE));
  for (const text of [...RECIPE.strings!, '@ohos:geoLocationManager', 'moduleRecordIdx', 'Lentry/src/main/ets/pages/Index;']) {
    expect(found).toContain(text.startsWith('L') ? text.replace('L', 'L_') : text);
  }
  expect(strings(buildAbc(RECIPE), 2)).toHaveLength(2);
});

test('whatever strings are written are found', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }).filter((value) => !value.includes('\0'));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (list) => {
      expect(strings(buildAbc({ strings: list }))).toEqual(expect.arrayContaining(list));
    }),
    { numRuns: 100 },
  );
});

test('text that is no string is not taken for one', () => {
  const wrong = Buffer.concat([
    Buffer.alloc(60),
    abcString('right'),
    Buffer.from('\x0bwrongs\0'),
    Buffer.from([0x06, 0xff, 0xfe, 0x80, 0]),
  ]);
  expect(strings(wrong)).toEqual(['right']);
});

test('cut anywhere behind the header, it gives the records that are whole', () => {
  const bytes = buildAbc(RECIPE);
  for (let length = 60; length < bytes.length; length += 1) {
    const { records, broken } = read(bytes.subarray(0, length));
    expect(records.length <= 3 && (records.length === 3 || broken.length > 0)).toBe(true);
  }
  expect(() => read(bytes.subarray(0, 40))).toThrow(expect.objectContaining({ code: 'truncated' }));
});

test.each<[string, (bytes: Buffer) => void]>([
  ['a class index beyond the end', (bytes) => bytes.writeUInt32LE(0xfffffff0, 36)],
  ['four billion classes', (bytes) => bytes.writeUInt32LE(0xffffffff, 32)],
  ['a class that lies in the header', (bytes) => bytes.writeUInt32LE(4, bytes.readUInt32LE(36))],
  ['all classes external', (bytes) => bytes.writeUInt32LE(0x7fffffff, 28)],
])('%s: what can be read is read', (_lie, change) => {
  const bytes = buildAbc(RECIPE);
  change(bytes);
  expect(read(bytes).records.length).toBeLessThanOrEqual(3);
});

test('any changed byte leaves a file that can be read', () => {
  const bytes = buildAbc(RECIPE);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, value) => {
      const changed = Buffer.from(bytes);
      changed[at] = value;
      expect(read(changed).records.length).toBeLessThan(100);
      expect(strings(changed).length).toBeLessThan(100);
    }),
    { numRuns: 1000 },
  );
});

test('modules that share one list of requests do not multiply it', () => {
  const requests = Array.from({ length: 2000 }, (_, index) => `@ohos:module${index}`);
  const bytes = buildAbc({
    records: [
      { name: 'a', requests },
      { name: 'b', requests: ['@ohos:x'] },
    ],
  });
  const records = read(bytes).records;
  expect(records[0]!.requests).toHaveLength(2000);
  expect(records.reduce((sum, record) => sum + record.requests.length, 0)).toBe(2001);
});
