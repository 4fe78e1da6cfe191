import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT_CODES } from '../../../services/cli/exit-code.ts';
import { loadSamples } from '../../../services/cli/samples.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';

const bin = fileURLToPath(new URL('../../../services/cli/bin.mjs', import.meta.url));
const sample = (await loadSamples()).find(({ id }) => id === 'undisclosed-permissions')!;
const RULE = 'permission/undisclosed-dangerous';
const APP = 'io.appium.android.apis';
const HEAD = 'schema: rulebook/1\nname: 示例商店\nversion: "7"\n';
const WAIVER = `waivers:\n  - {id: W-1, rule: ${RULE}, app: ${APP}, reason: 已人工核实, by: 王, granted: 2026-01-01, expires: 2026-06-30}\n`;

function shelfgate(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', maxBuffer: 64 << 20 });
}
const review = (...more: string[]) =>
  shelfgate('review', sample.package, '--listing', sample.listing, '--policy', sample.policy.file!, ...more);

let folder: string;
const at = (name: string) => join(folder, name);
async function file(name: string, content: string): Promise<string> {
  await writeFile(at(name), content);
  return at(name);
}
beforeAll(async () => {
  spawnSync(process.execPath, [bin, '--version']);
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-rulebook-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('facts that were saved are judged again', () => {
  test('to the byte, from one document and from its parts, with the rulebook and on the day of the review', async () => {
    const book = await file('book.yaml', `${HEAD}rules:\n  permission/beyond-category: observe\n${WAIVER}`);
    const saved = at('saved');
    const given = review('--rulebook', book, '--date', '2026-03-01', '--save', saved, '--facts-out', at('case.json'), '--json');
    expect(given.stderr).not.toMatch(/error/);
    const verdict = JSON.parse(given.stdout) as Verdict;
    expect(verdict.provenance).toMatchObject({ rulebookName: '示例商店', rulebookVersion: '7', reviewedOn: '2026-03-01' });
    expect(verdict.waived.map(({ finding }) => finding.rule)).toContain(RULE);
    expect(verdict.observed.map(({ rule }) => rule)).toContain('permission/beyond-category');

    const again = shelfgate('verdict', '--case', at('case.json'), '--json');
    expect(again).toMatchObject({ stdout: given.stdout, status: given.status });
    const parts = ['--facts', 'facts.json', '--policy-facts', 'policy-facts.json', '--listing', 'listing.json'];
    const named = [...parts, '--records', 'records.json', '--rulebook', 'rulebook.yaml'];
    const args = named.map((part) => (part.startsWith('--') ? part : join(saved, part)));
    expect(shelfgate('verdict', ...args, '--json').stdout).toBe(given.stdout);
    // The listing as the store wrote it is the same as what was made of it.
    const withListing = args.map((part) => (part.endsWith('listing.json') ? sample.listing : part));
    expect(shelfgate('verdict', ...withListing, '--json').stdout).toBe(given.stdout);
  });

  test('after the waiver has ended the app is rejected, and the verdict says what would have saved it', () => {
    const { stdout, status } = shelfgate('verdict', '--case', at('case.json'), '--date', '2026-07-01', '--json');
    const verdict = JSON.parse(stdout) as Verdict;
    expect(status).toBe(EXIT_CODES.reject);
    expect(verdict.waived).toEqual([]);
    expect(verdict.reasons.find(({ code }) => code === 'stale-waiver')?.text.zh).toContain('W-1');
  });

  test('for a reader it is the page that review prints', () => {
    const { stdout } = shelfgate('verdict', '--case', at('case.json'), '--format', 'text', '--lang', 'zh');
    expect(stdout.split('\n')[0]).toMatch(/^机审结论/);
  });

  test.each<[string, () => Promise<string[]>, RegExp]>([
    ['no such file', async () => ['--case', at('none.json')], /error \(no-such-file\)/],
    ['no JSON', async () => ['--case', await file('x.json', '{')], /error \(not-json\)/],
    [
      'another document',
      async () => ['--case', join(at('saved'), 'facts.json')],
      /error \(invalid-document\)[\s\S]*\/package {2}缺少/,
    ],
    [
      'facts of an older version',
      async () => {
        const document = JSON.parse(await readFile(at('case.json'), 'utf8')) as { package: object };
        const older = { ...document, package: { ...document.package, schema: 'package-facts/1' } };
        return ['--case', await file('older.json', JSON.stringify(older))];
      },
      /older\.json[\s\S]*\/package\/schema .*package-facts\/2/,
    ],
    ['a broken rulebook', async () => ['--case', at('case.json'), '--rulebook', await file('b.yaml', 'a: b')], /1:1 {2}a {2}/],
  ])('%s ends with 3 and says where', async (_, args, message) => {
    const { status, stdout, stderr } = shelfgate('verdict', ...(await args()));
    expect([status, stdout]).toEqual([EXIT_CODES.error, '']);
    expect(stderr).toMatch(message);
  });
});

describe('rulebook', () => {
  test('check tells faults with line and reason, or remarks, and answers a script', async () => {
    const good = await file('good.yaml', HEAD);
    expect(shelfgate('rulebook', 'check', good).status).toBe(0);
    const bad = await file('bad.yaml', `${HEAD}rules:\n  permission/undisclosed-dangerus: off\n`);
    const refused = shelfgate('rulebook', 'check', bad);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain(`${bad}:5:3: `);
    expect(refused.stdout).toContain(`${RULE}？`);
    expect(JSON.parse(shelfgate('rulebook', 'check', bad, '--json').stdout)).toMatchObject({
      valid: false,
      faults: [{ line: 5, column: 3, path: 'rules.permission/undisclosed-dangerus' }],
    });
    const remarks = shelfgate('rulebook', 'check', await file('old.yaml', HEAD + WAIVER), '--on', '2026-07-01', '--json');
    expect(remarks.status).toBe(2);
    expect(JSON.parse(remarks.stdout)).toMatchObject({ valid: true, warnings: [{ code: 'waiver-expired', line: 5 }] });
    expect(shelfgate('rulebook', 'check', at('none.yaml')).status).toBe(EXIT_CODES.error);
  });

  test('show and waivers say what holds', async () => {
    const book = await file('shown.yaml', `${HEAD}rules:\n  ${RULE}: {atMost: review}\n${WAIVER}`);
    const { rules } = JSON.parse(shelfgate('rulebook', 'show', book, '--json').stdout) as { rules: { changed: boolean }[] };
    expect(rules.filter(({ changed }) => changed)).toMatchObject([{ rule: RULE, strongest: 'review', ceiling: 'reject' }]);
    expect(shelfgate('rulebook', 'show', book, '--lang', 'en').stdout).toMatch(
      /Differences[^\n]*1\n {2}permission\/undisclosed-dangerous {2}atMost review/,
    );
    expect(shelfgate('rulebook', 'waivers', book, '--on', '2026-06-15').stdout).toMatch(/W-1 {2}\[即将到期 expires soon\]/);
  });

  test('try says what would change, and whether anything does', async () => {
    const cases = at('cases');
    await mkdir(cases);
    await copyFile(at('case.json'), join(cases, 'one.json'));
    await writeFile(join(cases, 'two.json'), '{}');
    const softer = await file('softer.yaml', `${HEAD}rules:\n  ${RULE}: off\n`);
    const harder = await file('harder.yaml', HEAD);
    const tried = shelfgate('rulebook', 'try', harder, '--against', softer, '--cases', cases, '--json');
    expect(tried.status).toBe(2);
    expect(JSON.parse(tried.stdout)).toMatchObject({
      comparison: {
        apps: 1,
        changed: 1,
        decided: { newlyRejected: 1, newlyHeld: 0, newlyApproved: 0 },
        byRule: [{ rule: RULE, apps: { reject: 1 } }],
        listed: [{ app: APP, to: 'reject', causes: [RULE] }],
      },
      skipped: { count: 1, first: [{ app: 'two.json' }] },
    });
    const page = shelfgate('rulebook', 'try', harder, '--against', softer, '--cases', cases, '--lang', 'zh').stdout;
    expect(page).toMatch(/新驳回 1，新转人工复核 0，新通过 0/);
    const same = shelfgate('rulebook', 'try', harder, '--against', harder, '--cases', cases);
    expect(same.status).toBe(0);
    expect(shelfgate('rulebook', 'try', harder, '--cases', at('none')).status).toBe(EXIT_CODES.error);
  });
});
