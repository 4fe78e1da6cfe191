import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { knowledge } from '../index.ts';
import { readSdkFiles } from './read.ts';
import { sdksFile } from './schema.ts';
import { describeProblem } from './validation/problem.ts';
import { validateSdks } from './validation/validate.ts';

const { sdks } = knowledge;

test('the data of SDKs has no fault', () => {
  expect(validateSdks(readSdkFiles(), knowledge).map((problem) => describeProblem(problem).en)).toEqual([]);
});

test('every file of the folder is read', () => {
  const files = readSdkFiles();
  expect([...files.keys()]).toEqual(expect.arrayContaining(['advertising.json', 'libraries.json', 'push.json']));
  expect([...files.keys()]).toEqual([...files.keys()].toSorted());
  expect(sdks).toEqual([...files.values()].flat());
});

test('there are enough, many of them common in China, and most that are no library say whether they collect', () => {
  expect(sdks.length).toBeGreaterThan(1000);
  expect(sdks.filter((sdk) => sdk.china).length).toBeGreaterThan(400);
  expect(sdks.filter((sdk) => sdk.collects === 'yes').length).toBeGreaterThan(400);
});

test.each(['umeng-analytics', 'jpush', 'getui', 'pangle', 'gdt', 'kuaishou-ads', 'amap', 'baidu-map', 'wechat', 'qq-connect'])(
  'the common SDK %s is known with operator and prefixes',
  (id) => {
    const sdk = sdks.find((entry) => entry.id === id);
    expect(sdk?.operator?.zh).toBeTruthy();
    expect(sdk?.prefixes.length).toBeGreaterThan(0);
  },
);

/** `UPDATE_SCHEMAS=1` writes the file anew: editors complete and check the data files by it. */
test('the JSON schema for editors is this schema', async () => {
  const file = new URL('./sdks.schema.json', import.meta.url);
  const made = z.toJSONSchema(sdksFile, { io: 'input' });
  if (process.env.UPDATE_SCHEMAS === '1') await writeFile(file, `${JSON.stringify(made, null, 2)}\n`);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(made)));
});
