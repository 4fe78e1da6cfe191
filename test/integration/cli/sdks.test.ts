import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSamples } from '../../../services/cli/samples.ts';
import type { SdkInventory } from '../../../shared/pledge/sdk-inventory.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';

const bin = fileURLToPath(new URL('../../../services/cli/bin.mjs', import.meta.url));
const [sample] = (await loadSamples()).filter(({ policy }) => policy.file !== undefined);
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  // So that no test pays for the build, and none prints its progress.
  spawnSync(process.execPath, [bin, '--version']);
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-list-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function shelfgate(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', maxBuffer: 64 << 20 });
}

test('the list of a package: what is in it, as JSON and as a file for a spreadsheet, beside policy and listing', async () => {
  const { package: path, policy, listing } = sample!;
  const { status, stdout } = shelfgate(
    ...['sdks', 'list', path, '--policy', policy.file!, '--listing', listing, '--csv', at('list.csv'), '--json'],
  );
  expect(status).toBe(0);
  const inventory = JSON.parse(stdout) as SdkInventory;
  expect(inventory).toMatchObject({ schema: 'sdk-inventory/1', policy: { outcome: 'read' } });
  for (const { policy: said, listing: told } of inventory.sdks) {
    expect(said).not.toBe('unread');
    expect(told).not.toBeNull();
  }
  const bytes = await readFile(at('list.csv'));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head, ...rows] = parsedCsv(bytes.toString('utf8'));
  expect(head!.slice(0, 2)).toEqual(['名称 Name', '版本 Version']);
  const { sdks, thirdParty } = inventory;
  expect(rows).toHaveLength(sdks.length + thirdParty.unknown.length + thirdParty.notes.length);
  expect(rows.slice(0, sdks.length).map(([name]) => name)).toEqual(sdks.map(({ name }) => name.zh));
});

test('a review leaves the same list, and its facts are what proposals are made of', async () => {
  const { package: path, policy, listing } = sample!;
  shelfgate(
    ...['review', path, '--listing', listing, '--policy', policy.file!, '--sdks-out', at('reviewed.csv')],
    ...['--facts-out', at('case.json')],
  );
  expect(await readFile(at('reviewed.csv'), 'utf8')).toBe(await readFile(at('list.csv'), 'utf8'));
  const { status, stdout } = shelfgate('sdks', 'propose', '--facts', folder, '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'sdk-proposals/1', apps: 1, skipped: { count: 0 } });
});

test('in words, without a policy nothing is said of one', () => {
  const { status, stdout } = shelfgate('sdks', 'list', sample!.package, '--lang', 'zh');
  expect(status).toBe(0);
  expect(stdout).toContain('第三方SDK');
  expect(stdout).not.toContain('隐私政策：');
});

test('what is no package ends with 3', () => {
  expect(shelfgate('sdks', 'list', sample!.listing)).toMatchObject({
    status: 3,
    stdout: '',
    stderr: expect.stringContaining('error (not-a-package)'),
  });
});
