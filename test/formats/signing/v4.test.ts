import { bundletool, splits } from '../../fixtures/sample-set.ts';
import { inspectBytes } from '../../fixtures/source.ts';
import { packSet } from '../../fixtures/split-set.ts';

const inspectWith = async (file: string) => (await inspectBytes(packSet({ ...bundletool(splits), [file]: 'a tree' }))).signing;

test('a v4 signature beside the base is seen and not taken for verified', async () => {
  const signing = await inspectWith('splits/base-master.apk.idsig');
  expect(signing.schemes).toEqual(['v2', 'v4']);
  expect(signing.results!.at(-1)).toMatchObject({ scheme: 'v4', result: 'not-checked', problems: [{ code: 'v4-not-verified' }] });
  const without = await inspectWith('splits/nothing.apk.idsig');
  expect(without.schemes).toEqual(['v2']);
  expect(signing.verified).toBe(without.verified);
});
