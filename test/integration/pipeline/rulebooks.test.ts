import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadRules } from '../../../shared/checks/registry.ts';
import { BUILT_IN } from '../../../shared/checks/rulebook/built-in.ts';
import { dayInChina } from '../../../shared/domain/day.ts';
import { PermanentError } from '../../../shared/domain/errors.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { INSPECTOR_VERSION } from '../../../shared/inspection/index.ts';
import type { Submission } from '../../../shared/platform/database/repositories.ts';
import { openFilingRegistry } from '../../../shared/platform/filing/index.ts';
import { QUEUES, type QueueName, silentLog } from '../../../shared/platform/queues/index.ts';
import { rulebooksInForce } from '../../../shared/platform/rulebooks/in-force.ts';
import { openRulebookSource } from '../../../shared/platform/rulebooks/rulebook-source.ts';
import { runFolder } from '../../support/run-folder.ts';
import { until } from '../../support/until.ts';
import { BACKENDS, describeBackends } from './backends.ts';
import {
  cleanPackage,
  cleanPapers,
  freshRulebooks,
  LISTING,
  type PipelineChange,
  type RunningPipeline,
  realPackage,
  runPipeline,
} from './running-pipeline.ts';

/** A rule that finds something in every submission without a policy. */
const RULE = 'privacy-policy/absent';
const book = (version: string, more = '') => `schema: rulebook/1\nname: 测试\nversion: "${version}"\n${more}`;
const BROKEN = book('broken', 'rules:\n  privacy-policy/absent: maybe\n');
/** Until a process looks at a file again. */
const noticed = () => pause(1_100);
const without = (...left: QueueName[]) => QUEUES.filter((queue) => !left.includes(queue));
const hashOf = (verdict: Verdict) => verdict.provenance.rulebook;

let folder: string;
let running: RunningPipeline;
const put = (text: string, name = 'default.yaml') => writeFile(join(folder, name), text);
beforeEach(async () => {
  folder = await mkdtemp(join(runFolder(), 'rulebooks-'));
});
afterEach(() => running.close());

async function run(backend: (typeof BACKENDS)[number], change: PipelineChange = {}): Promise<void> {
  running = await runPipeline(backend, { rulebooks: folder, ...change });
}
async function verdictOf(id: string): Promise<Verdict> {
  await running.reaches(id, 'notified', 'failed');
  return (await running.ports.database.reviews.verdict(id))!.verdict;
}
/** Submits the package that has no policy, and waits for the verdict. */
async function judged(): Promise<{ readonly id: string; readonly verdict: Verdict }> {
  const { id } = await running.submit(realPackage());
  return { id, verdict: await verdictOf(id) };
}
const rulesOf = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule);

describeBackends('rulebooks of the pipeline', (backend) => {
  test('a run under way keeps its rulebook when the file changes; the next one has the new one', async () => {
    await put(book('1'));
    await run(backend);
    const inspection = running.work(['inspection']);
    const first = await running.submit(realPackage());
    await running.reaches(first.id, 'checking');
    await inspection.close(2_000);
    await put(book('2', `rules:\n  ${RULE}: off\n`));
    await noticed();
    // Workers of another process, which never saw the first version.
    running.work(QUEUES, { ...running.ports, rulebooks: await freshRulebooks(folder, running.ports.database) });
    const before = await verdictOf(first.id);
    expect(before.provenance.rulebookVersion).toBe('1');
    expect(rulesOf(before.findings)).toContain(RULE);
    const { id, verdict } = await judged();
    expect(verdict.provenance).toMatchObject({ rulebookName: '测试', rulebookVersion: '2' });
    expect(verdict.checks.off).toEqual([RULE]);
    expect(rulesOf(verdict.findings)).not.toContain(RULE);
    expect(verdict.checks.notAssessed).toEqual(before.checks.notAssessed);
    const { database } = running.ports;
    expect((await database.records.of(id, 1))?.records.rulebook).toBe(hashOf(verdict));
    expect((await database.rulebooks.find(hashOf(before)))?.text).toBe(book('1'));
  });
});

describe('rulebooks', () => {
  const [postgres] = BACKENDS as readonly [(typeof BACKENDS)[number]];

  test('two processes take up a change, and a broken file leaves the last good one to both and to a new one', async () => {
    await put(book('1'));
    await run(postgres);
    const { database } = running.ports;
    const processes = [await freshRulebooks(folder, database), await freshRulebooks(folder, database)];
    const versions = async () => Promise.all(processes.map(async (each) => (await each.of(running.store)).rulebook.version));
    expect(await versions()).toEqual(['1', '1']);
    await put(book('2'));
    await noticed();
    expect(await versions()).toEqual(['2', '2']);
    await put(BROKEN);
    await noticed();
    processes.push(await freshRulebooks(folder, database));
    expect(await versions()).toEqual(['2', '2', '2']);
    expect((await processes[2]!.of(running.store)).refused).toMatchObject({ code: 'rulebook-invalid', line: 5 });
    // A store that was never seen has what stores without a file of their own had.
    const other = await database.stores.create('another store');
    expect((await processes[2]!.of(other)).rulebook.version).toBe('2');
    // A file of its own that never was good is not replaced by somebody else's.
    await put(BROKEN, `${other.id}.yaml`);
    const own = await database.stores.create('own store');
    await put(BROKEN, `${own.id}.yaml`);
    await expect(processes[2]!.of(own)).rejects.toMatchObject({ name: 'TransientError', code: 'rulebook-unavailable' });

    running.work(QUEUES, { ...running.ports, rulebooks: processes[2]! });
    expect((await judged()).verdict.provenance.rulebookVersion).toBe('2');
  });

  test('a new version of the program without a rule that the file lists goes by the last good one', async () => {
    await put(book('1', `rules:\n  ${RULE}: observe\n`));
    await run(postgres);
    const { database } = running.ports;
    await running.ports.rulebooks.of(running.store);
    const rules = (await loadRules()).filter(({ id }) => id !== RULE);
    const clock = () => new Date();
    const source = openRulebookSource({ path: folder, rules, clock, log: silentLog });
    const granted = { waivers: database.waivers, rules, clock, log: silentLog };
    const inForce = await rulebooksInForce(source, database.rulebooks, granted).of(running.store);
    expect(inForce).toMatchObject({ refused: { line: 5 }, rulebook: { version: '1', rules: { [RULE]: { state: 'observe' } } } });
  });

  test('where no good one was ever seen, submissions wait until the file is mended', async () => {
    await put(BROKEN);
    await run(postgres);
    running.work();
    const { id } = await running.submit(realPackage());
    await running.reaches(id, 'inspecting');
    await until(async () => ((await running.ports.pipeline.depths()).inspection?.waiting ?? 0) === 1);
    await pause(1_000);
    expect((await running.ports.database.submissions.find(id))?.state).toBe('inspecting');
    await put(book('mended'));
    expect((await verdictOf(id)).provenance.rulebookVersion).toBe('mended');
  });

  test('rules that are off or observed have no effect; what is observed is recorded', async () => {
    await put(book('enforced'));
    await run(postgres);
    running.work();
    const enforced = (await judged()).verdict;
    expect(enforced.decision).toBe('reject');
    await put(book('observed', `rules:\n  ${RULE}: observe\n`));
    await noticed();
    const observed = (await judged()).verdict;
    expect(rulesOf(observed.observed)).toEqual([RULE]);
    expect(observed.checks.observing).toEqual([RULE]);
    expect(rulesOf(observed.findings)).not.toContain(RULE);
    await put(book('off', 'otherRules: off\n'));
    await noticed();
    const off = (await judged()).verdict;
    expect(off.findings).toEqual([]);
    expect(off.checks.off.length).toBeGreaterThan(50);
    const { body } = await (running.ports.metrics as unknown as { render(): Promise<{ body: string }> }).render();
    expect(body).toContain(`shelfgate_findings_total{rule="${RULE}",severity="reject",effect="counted"} 1`);
    expect(body).toContain(`shelfgate_findings_total{rule="${RULE}",severity="reject",effect="observed"} 1`);
  });

  test('a waiver holds on its last day and is stale on the next', async () => {
    const waiver = [
      'waivers:',
      '  - id: w-1',
      `    rule: ${RULE}`,
      '    app: io.appium.settings',
      '    reason: 试点',
      '    by: 张三',
      '    granted: 2026-03-01',
      '    expires: 2026-03-31',
    ];
    await put(book('1', `${waiver.join('\n')}\n`));
    let now = new Date('2026-03-31T15:59:00Z');
    await run(postgres, { clock: () => now });
    running.work();
    const held = (await judged()).verdict;
    expect(held.provenance.reviewedOn).toBe('2026-03-31');
    expect(held.waived).toMatchObject([{ finding: { rule: RULE }, waiver: { id: 'w-1', by: '张三' } }]);
    now = new Date('2026-03-31T16:01:00Z');
    const stale = (await judged()).verdict;
    expect(stale.provenance.reviewedOn).toBe('2026-04-01');
    expect(rulesOf(stale.findings)).toContain(RULE);
    expect(stale.waived).toEqual([]);
    expect(stale.staleWaivers).toMatchObject([{ waiver: { id: 'w-1', expires: '2026-03-31' } }]);
  });

  test('a run that is driven again has new records and the rulebook of that moment', async () => {
    await put(book('1'));
    let failing = true;
    await run(postgres, {
      sandbox: (real) => ({
        ...real,
        perform: (task, input, limits) => {
          if (task !== 'compose-verdict' || !failing) return real.perform(task, input, limits);
          return Promise.reject(new PermanentError('broken', { zh: '故障', en: 'broken' }));
        },
      }),
    });
    running.work();
    const { id } = await running.submit(realPackage());
    await running.reaches(id, 'failed');
    failing = false;
    await put(book('2'));
    await noticed();
    const { database, pipeline } = running.ports;
    await pipeline.advance((await database.submissions.redrive(id))!);
    expect((await verdictOf(id)).provenance.rulebookVersion).toBe('2');
    const [first, second] = [await database.records.of(id, 1), await database.records.of(id, 2)];
    expect(first?.records.rulebook).not.toBe(second?.records.rulebook);
    expect((await database.rulebooks.find(first!.rulebook))?.rulebook.version).toBe('1');
  });

  test('a run from before there were records gets them when its checks begin, the same for all of them', async () => {
    await run(postgres, { rulebooks: undefined });
    const { database, pipeline } = running.ports;
    const { id } = await running.keep(realPackage());
    await database.submissions.apply(id, 1, 'inspect');
    const checking = (await database.submissions.apply(id, 1, 'check')) as Submission;
    running.work(without('inspection'));
    await pipeline.advance(checking);
    const verdict = await verdictOf(id);
    expect(verdict.checks.missing).toEqual([]);
    expect(hashOf(verdict)).toBe(BUILT_IN.sha256);
    const kept = await database.records.of(id, 1);
    expect(kept).toMatchObject({ rulebook: BUILT_IN.sha256, records: { rulebook: null, previous: null, filing: null } });
    expect(verdict.provenance.reviewedOn).toBe(kept?.records.reviewedOn);
  });

  test('what the platform knows: the version approved before, and the filing of the number', async () => {
    const filings = join(folder, 'filings.json');
    await run(postgres, { rulebooks: undefined, filings: openFilingRegistry({ path: filings, log: silentLog }) });
    running.work();
    const { database } = running.ports;
    const papers = await cleanPapers(running);
    const { app: listed, developer } = papers.listing;
    const filing = (number: string, operator: string) => ({
      number,
      appName: listed.name,
      operator,
      packages: [{ platform: 'android', packageName: listed.packageName }],
    });
    const number = '粤ICP备12345678号-1A';
    const registered = [filing(listed.filingNumber!, developer.name!), filing(number, '其他公司')];
    await writeFile(filings, JSON.stringify({ filings: registered }));
    const first = await running.submit(cleanPackage(), papers);
    expect((await verdictOf(first.id)).decision).toBe('approve');
    expect((await database.records.of(first.id, 1))?.records).toMatchObject({
      previous: null,
      filing: { outcome: 'found', record: { operator: developer.name } },
    });

    const { packageName: _left, ...app } = papers.listing.app;
    const next = { ...papers, listing: { ...papers.listing, app: { ...app, filingNumber: number } } };
    const second = await running.submit(cleanPackage(), next);
    await verdictOf(second.id);
    const kept = (await database.records.of(second.id, 1))!.records;
    expect(kept.previous).toMatchObject({
      submission: first.id,
      approvedOn: dayInChina((await database.submissions.find(first.id))!.decidedAt!),
      targetSdk: expect.any(Number),
      signers: [expect.stringMatching(/^[0-9a-f]{64}$/)],
    });
    expect(kept.previous?.permissions).toEqual([...(kept.previous?.permissions ?? [])].sort());
    expect(kept.filing).toMatchObject({ outcome: 'found', record: { operator: '其他公司' } });
    // Another app has no such version.
    const other = await running.submit(realPackage(), { listing: LISTING });
    await verdictOf(other.id);
    expect((await database.records.of(other.id, 1))?.records).toMatchObject({ previous: null, filing: null });
    // Once a version of it with fewer permissions was approved, what has grown since is told, with the record as evidence.
    const facts = (await database.facts.package(other.packageSha256!, INSPECTOR_VERSION))!;
    const sha256 = 'ab'.repeat(32);
    await database.facts.keepPackage({ ...facts, sha256, permissions: [] });
    await database.packages.keep({ sha256, objectKey: 'uploads/older', bytes: 1, format: 'apk' });
    const older = await running.keep(Buffer.from('older'), { packageSha256: sha256 });
    for (const event of ['inspect', 'check'] as const) await database.submissions.apply(older.id, 1, event);
    const approval = { ...(await database.reviews.verdict(first.id))!.verdict, decision: 'approve' as const };
    await database.reviews.decide(older.id, 1, approval, { id: `evt_${older.id}`, type: 'submission.decided', payload: {} });
    const third = await running.submit(realPackage());
    const grown = (await verdictOf(third.id)).findings.filter(({ rule }) => rule === 'permission/grown');
    expect((await database.records.of(third.id, 1))?.records.previous).toMatchObject({ submission: older.id, permissions: [] });
    expect(facts.permissions.length).toBeGreaterThan(0);
    expect(grown.flatMap(({ evidence }) => evidence)).toContainEqual(
      expect.objectContaining({ type: 'record', record: 'previous-version', id: older.id }),
    );
  });
});
