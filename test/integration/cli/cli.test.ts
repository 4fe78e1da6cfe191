import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { EXIT_CODES } from '../../../services/cli/exit-code.ts';
import { loadSamples, type Sample } from '../../../services/cli/samples.ts';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { packageFactsSchema } from '../../../shared/inspection/schema/package-facts.ts';

const bin = fileURLToPath(new URL('../../../services/cli/bin.mjs', import.meta.url));
const schema = JSON.parse(readFileSync(new URL('../../../shared/pledge/schema/verdict.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv2020.default({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
const samples = await loadSamples();
const sampleOf = (id: string): Sample => samples.find((sample) => sample.id === id)!;

function shelfgate(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', maxBuffer: 64 << 20 });
}

function review(sample: Sample, ...more: string[]): ReturnType<typeof shelfgate> {
  const policy = sample.policy.file ? ['--policy', sample.policy.file] : [];
  return shelfgate('review', sample.package, '--listing', sample.listing, ...policy, ...more);
}

let folder: string;
beforeAll(async () => {
  // So that no test pays for the build, and none prints its progress.
  spawnSync(process.execPath, [bin, '--version']);
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('review', () => {
  // A sample whose policy only exists on a web site is the demonstration's business.
  test.each(samples.filter((sample) => sample.policy.file).map((sample) => [sample.id, sample] as const))(
    'the sample %s gets the decision it was written for, as valid JSON and as exit code',
    (_, sample) => {
      const { status, stdout, stderr } = review(sample, '--json');
      expect(stderr).not.toContain('error');
      const verdict = JSON.parse(stdout) as Verdict;
      validate(verdict);
      expect(validate.errors ?? []).toEqual([]);
      expect(verdict.decision).toBe(sample.expect.decision);
      expect(status).toBe(EXIT_CODES[sample.expect.decision]);
      const touched = verdict.clauses.filter(({ assessment }) => assessment === 'violated' || assessment === 'needs-review');
      expect(touched.map(({ clause }) => clause)).toEqual(expect.arrayContaining(sample.expect.clauses));
      expect(verdict.clauses).toHaveLength(29);
      expect(verdict.checks.missing).toEqual([]);
    },
  );

  test('the same input gives the same verdict, to the byte', () => {
    const sample = sampleOf('consent-by-use');
    expect(review(sample, '--json').stdout).toBe(review(sample, '--json').stdout);
  });

  test('a person reads Chinese first, the decision in the first line, and every finding with its clauses', () => {
    const { stdout, status } = review(sampleOf('undisclosed-permissions'));
    expect(status).toBe(1);
    expect(stdout.split('\n')[0]).toMatch(/^机审结论 Verdict {2}驳回 REJECT/);
    expect(stdout).toContain('permission/undisclosed-dangerous');
    expect(stdout).toMatch(/条款 Clauses: .*sz2025-2/);
    expect(stdout).toMatch(/静态检查的局限/);
  });

  test('a policy that nobody looked at is neither absent nor innocent', () => {
    const { stdout, status } = review(sampleOf('dead-policy-link'), '--json');
    expect(status).toBe(EXIT_CODES.review);
    expect((JSON.parse(stdout) as Verdict).gaps.map((gap) => gap.code)).toContain('policy-not-fetched');
  });
});

describe('reports', () => {
  const sample = sampleOf('undisclosed-permissions');
  const starts: readonly [string, RegExp][] = [
    ['html', /^<!doctype html>\n<html lang="zh-CN">/],
    ['markdown', /^# 应用上架审核整改通知\n/],
    ['sarif', /^\{\n {2}"\$schema": "https:.*sarif-schema-2\.1\.0\.json"/],
    ['json', /^\{\n {2}"schema": "report\/1"/],
  ];

  test.each(starts)('as %s, with the decision as exit code', (format, start) => {
    const { status, stdout, stderr } = review(sample, '--format', format);
    expect(stderr).not.toContain('error');
    expect(stdout).toMatch(start);
    expect(stdout).toContain('permission/undisclosed-dangerous');
    expect(status).toBe(1);
  });

  test('into a file; facts judged again give the same report', async () => {
    const [report, again, facts] = ['report.html', 'again.html', 'case.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const { status, stdout } = review(sample, '--format=html', '--lang=en', '--output', report, '--facts-out', facts);
    expect([status, stdout]).toEqual([1, '']);
    expect(readFileSync(report, 'utf8')).toContain('<html lang="en">');
    expect(shelfgate('verdict', '--case', facts, '--format=html', '--lang=en', '--output', again).status).toBe(1);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(report, 'utf8'));
  });

  test('a place that cannot be written is said, not passed over', () => {
    const { status, stderr } = review(sample, '--format', 'sarif', '--output', join(folder, 'no', 'such', 'folder.sarif'));
    expect(status).toBe(EXIT_CODES.error);
    expect(stderr).toMatch(/error \(not-writable\)/);
  });
});

describe('unusable input ends with 3 and says what is wrong and where', () => {
  const cases: readonly [string, () => Promise<string[]>, RegExp][] = [
    ['no such file', async () => ['no-such.apk', '--listing', sampleOf('approve').listing], /no-such-file.*no-such\.apk/],
    ['a folder', async () => [folder, '--listing', sampleOf('approve').listing], /unreadable-file/],
    [
      'not a package',
      async () => [await file('text.apk', 'hello'), '--listing', sampleOf('approve').listing],
      /error \(not-a-package\)/,
    ],
    ['no JSON', async () => [sampleOf('approve').package, '--listing', await file('broken.json', '{')], /error \(not-json\)/],
    [
      'a bad listing, with the path of every field',
      async () => {
        const listing = { app: { name: 'x\u001b[2J', category: 77 }, developer: {}, extra: 1 };
        return [sampleOf('approve').package, '--listing', await file('listing.json', JSON.stringify(listing))];
      },
      /\/app\/name .*\n.*\/app\/category .*\n.*\/developer\/id .*\n.*\/extra /,
    ],
    [
      'nothing to fetch',
      async () => [sampleOf('approve').package, '--listing', sampleOf('approve').listing, '--fetch'],
      /no-policy-url/,
    ],
    ['no listing', async () => [sampleOf('approve').package], /error \(usage\).*--listing/],
  ];
  test.each(cases)('%s', async (_, args, message) => {
    const { status, stdout, stderr } = shelfgate('review', ...(await args()));
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(status).toBe(EXIT_CODES.error);
  });

  test('a deadline that passes', () => {
    const { status, stderr } = review(sampleOf('wrong-package-name'), '--timeout', '0.001');
    expect(stderr).toMatch(/error \(deadline-exceeded\)/);
    expect(status).toBe(EXIT_CODES.error);
  });
});

test('inspect prints the facts', () => {
  const { status, stdout } = shelfgate('inspect', sampleOf('beyond-category').package, '--json');
  expect(status).toBe(0);
  const facts: PackageFacts = packageFactsSchema.parse(JSON.parse(stdout));
  expect(facts.identity.packageName).toBe('io.appium.android.apis');
  expect(facts.permissions.map(({ name }) => name)).toContain('android.permission.SEND_SMS');
  const { stdout: page } = shelfgate('inspect', sampleOf('beyond-category').package, '--lang', 'en');
  expect(page).toContain('android.permission.SEND_SMS');
  expect(page).not.toMatch(/权限/);
});

test('rules are listed as text, JSON and Markdown', () => {
  const { rules } = JSON.parse(shelfgate('rules', '--json').stdout) as {
    rules: { id: string; clauses: string[]; basis: object[] }[];
  };
  expect(rules.length).toBeGreaterThan(20);
  for (const rule of rules) expect(rule.clauses.length * rule.basis.length).toBeGreaterThan(0);
  const markdown = shelfgate('rules', '--markdown').stdout.trimEnd().split('\n');
  expect(markdown).toHaveLength(rules.length + 2);
  const text = shelfgate('rules').stdout;
  for (const { id } of rules) expect(text).toContain(id);
});

test('help, version and the unknown', () => {
  expect(shelfgate('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(shelfgate('help').stdout).toContain('shelfgate review FILE');
  expect(shelfgate('review', '--help').stdout).toContain('--timeout');
  const { status, stderr } = shelfgate('frobnicate');
  expect(status).toBe(EXIT_CODES.error);
  expect(stderr).toContain('shelfgate help');
});
