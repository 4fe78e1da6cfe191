/** What the command line makes of a store's decided submissions: the service's own facts and verdicts. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Console } from '../../../services/cli/console.ts';
import { main } from '../../../services/cli/main.ts';
import type { Trial } from '../../../services/cli/rulebook/try.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { INSPECTOR_VERSION } from '../../../shared/inspection/index.ts';
import type { CaseDocument } from '../../../shared/pledge/case/case.ts';
import { rawSql } from '../../support/raw-sql.ts';
import { runFolder } from '../../support/run-folder.ts';
import { makeAccount } from '../../support/staff.ts';
import { BACKENDS } from '../pipeline/backends.ts';
import { cleanPackage, cleanPapers, type RunningPipeline, realPackage, runPipeline } from '../pipeline/running-pipeline.ts';

const bin = fileURLToPath(new URL('../../../services/cli/bin.mjs', import.meta.url));
const BOOK = 'schema: rulebook/1\nname: 测试\nversion: "1"\nrules:\n  privacy-policy/absent: observe\n';
const HEAD = 'schema: rulebook/1\nname: 测试\nversion: "2"\n';

let folder: string;
let running: RunningPipeline;
let databaseUrl: string;
let verdicts: readonly { readonly id: string; readonly verdict: Verdict }[];

beforeAll(async () => {
  folder = await mkdtemp(join(runFolder(), 'shelf-'));
  await writeFile(join(folder, 'default.yaml'), BOOK);
  running = await runPipeline(BACKENDS[0]!, { rulebooks: folder });
  databaseUrl = running.databaseUrl;
  running.work();
  const papers = await cleanPapers(running);
  const submitted = [];
  // Two versions of one app, and another app: two apps.
  for (const [bytes, paper] of [
    [cleanPackage(), papers],
    [realPackage(), {}],
    [cleanPackage(), papers],
  ] as const) {
    const { id } = await running.submit(bytes, paper);
    await running.reaches(id, 'notified');
    submitted.push({ id, verdict: (await running.ports.database.reviews.verdict(id))!.verdict });
  }
  verdicts = submitted;
});
afterAll(() => running.close());

async function shelfgate(...args: string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const env = { DATABASE_URL: databaseUrl };
  const console: Console = { out: (text) => out.push(text), err: (text) => err.push(text), env, version: '0' };
  const status = await main(args, console);
  return { status, out: out.join('\n'), err: err.join('\n') };
}
async function book(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

test('the verdict that the pipeline stored is made again by the command line, to the byte', async () => {
  const { facts, submissions, records, rulebooks } = running.ports.database;
  for (const { id, verdict } of verdicts) {
    const submission = (await submissions.find(id))!;
    const kept = (await records.of(id, 1))!;
    const { rulebook, text } = (await rulebooks.find(kept.rulebook))!;
    const document: CaseDocument = {
      package: await facts.package(submission.packageSha256!, INSPECTOR_VERSION),
      policy: await facts.policy(id, 1),
      listing: submission.listing,
      records: kept.records,
      rulebook: { sha256: rulebook.sha256, text },
    };
    const path = await book(`${id}.json`, JSON.stringify(document));
    const { stdout, stderr } = spawnSync(process.execPath, [bin, 'verdict', '--case', path], { encoding: 'utf8' });
    expect(stderr).not.toMatch(/error/);
    expect(stdout).toBe(`${JSON.stringify(verdict)}\n`);
  }
});

test('a new rulebook is tried over the newest decided submission of every app', async () => {
  const enforced = await book('enforced.yaml', HEAD);
  const tried = await shelfgate('rulebook', 'try', enforced, '--store', running.store.name, '--json');
  expect(tried.status).toBe(2);
  expect(JSON.parse(tried.out)).toMatchObject({
    rulebook: { version: '2' },
    against: { version: '1' },
    comparison: {
      apps: 2,
      changed: 1,
      byRule: [{ rule: 'privacy-policy/absent' }],
      listed: [{ app: 'io.appium.settings' }],
    },
    skipped: { count: 0 },
  });
  const same = await shelfgate('rulebook', 'try', await book('same.yaml', BOOK), '--store', running.store.name, '--json');
  expect([same.status, JSON.parse(same.out).comparison.changed]).toEqual([0, 0]);
  const one = await shelfgate('rulebook', 'try', enforced, '--store', running.store.name, '--limit', '1', '--json');
  expect(JSON.parse(one.out).comparison).toMatchObject({ apps: 1, changed: 0 });
  expect((await shelfgate('rulebook', 'try', enforced, '--store', 'nobody')).err).toContain('unknown-store');
});

test('third-party code that nobody knows is looked for over the newest submission of every app, of one store or of all', async () => {
  for (const more of [['--store', running.store.name], []]) {
    const { status, out } = await shelfgate('sdks', 'propose', '--json', ...more);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ schema: 'sdk-proposals/1', apps: 2, approximate: false, skipped: { count: 0 } });
  }
  expect(await shelfgate('sdks', 'propose', '--store', 'nobody')).toMatchObject({
    status: 3,
    err: expect.stringContaining('unknown-store'),
  });
});

test('what reviewers have granted holds under the new rulebook as it does under the old one', async () => {
  const { database } = running.ports;
  const enforced = await book('enforced.yaml', HEAD);
  const tried = async (...more: string[]) => {
    const { out } = await shelfgate('rulebook', 'try', enforced, '--store', running.store.name, '--json', ...more);
    const { listed } = (JSON.parse(out) as Trial).comparison;
    return listed.flatMap(({ findings }) => findings.map(({ to }) => to));
  };
  const { id: account } = await makeAccount(database, 'senior-reviewer');
  const sql = await rawSql(databaseUrl);
  try {
    await sql.run`insert into granted_waivers (id, store_id, rule, app, reason, by_account, granted, expires, submission_id)
      values ('wav_1', ${running.store.id}, 'privacy-policy/absent', 'io.appium.settings', '试点', ${account}, '2026-01-01', '2026-06-30',
        ${verdicts[1]!.id})`;
    // Observed by the old one, enforced by the new one, and waived by people on that day.
    expect(await tried('--on', '2026-06-30')).toEqual(['waived']);
    expect(await tried('--on', '2026-07-01')).toEqual(['reject']);
    await sql.run`update granted_waivers set revoked_at = clock_timestamp()`;
    expect(await tried('--on', '2026-06-30')).toEqual(['reject']);
  } finally {
    await sql.close();
  }
});

test('pages of decided submissions leave none out and give none twice', async () => {
  const { shelf } = running.ports.database;
  const all = await shelf.decided(running.store.id, 10, null);
  expect(all.map(({ id }) => id)).toEqual(verdicts.map(({ id }) => id).reverse());
  expect(new Set(all.map(({ app }) => app))).toEqual(new Set(['io.appium.settings', 'io.appium.uiautomator2.server.test']));
  const first = await shelf.decided(running.store.id, 1, null);
  const rest = await shelf.decided(running.store.id, 10, first[0]!);
  expect([...first, ...rest]).toEqual(all);
  const facts = await shelf.facts([all[2]!, all[0]!], INSPECTOR_VERSION);
  expect(facts.map(({ submission }) => submission)).toEqual([all[2]!.id, all[0]!.id]);
  expect(facts[0]?.package?.sha256).toBe(all[2]!.packageSha256);
});
