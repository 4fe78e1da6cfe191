import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { loadApps } from './demo/apps/recipe.ts';
import { type ReviewedVersion, reviewApps } from './demo/apps/run.ts';
import { clearDataFolder, dataFolderOf } from './demo/data-folder.ts';
import { type Instance, startInstance } from './demo/instance.ts';
import { Progress } from './demo/progress.ts';
import { publishedValidator } from './demo/published-schema.ts';
import { type Reviewed, reviewAll } from './demo/run.ts';
import { openSite, type Site } from './demo/site.ts';
import { type Staff, signInReviewers } from './demo/staff.ts';
import { StoreClient } from './demo/store-client.ts';
import { isAsExpected, renderTable } from './demo/table.ts';
import { loadSamples, type Sample } from './samples.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Ends with every sample decided as it was written to be, every verdict valid, every callback signed and received once. */
async function demonstrate(samples: readonly Sample[], instance: Instance, site: Site): Promise<boolean> {
  const client = new StoreClient(instance.url, instance.apiKey);
  const progress = new Progress(
    samples.map((sample) => sample.id),
    process.stdout,
  );
  const started = performance.now();
  const reviewed = await reviewAll(samples, client, site, progress);
  say(`\n${reviewed.length} 个送审全部有结论 submissions decided: ${seconds(started)}\n`);
  say(renderTable(reviewed));
  const schemas = await checkSchemas(instance, reviewed);
  return reviewed.every(isAsExpected) && schemas && checkCallbacks(site, reviewed);
}

async function checkSchemas(instance: Instance, reviewed: readonly Reviewed[]): Promise<boolean> {
  const validate = await publishedValidator(instance.url, 'Verdict');
  const wrong = reviewed.flatMap(({ sample, verdict }) => {
    const problem = validate(verdict);
    return problem === null ? [] : [`${sample.id}: ${problem}`];
  });
  const valid = reviewed.length - wrong.length;
  say(`\n结论符合公布的 JSON Schema verdicts valid against the published schema: ${valid}/${reviewed.length}`);
  for (const line of wrong) say(`  ✗ ${line}`);
  return wrong.length === 0;
}

function checkCallbacks(site: Site, reviewed: readonly Reviewed[]): boolean {
  const right = reviewed.filter(({ submission, verdict }) => {
    const events = new Set((site.callbacks.get(submission) ?? []).map((callback) => callback.id));
    return events.size === 1 && site.callbacks.get(submission)?.[0]?.decision === verdict.decision;
  });
  say(`回调已收到且签名有效 callbacks received, signature valid, one event each: ${right.length}/${reviewed.length}`);
  for (const reason of site.refused) say(`  ✗ refused: ${reason}`);
  return right.length === reviewed.length && site.refused.length === 0;
}

/** Apps with several versions, and reviewers who decide some of them: what the console has to show. */
async function fillConsole(instance: Instance, site: Site): Promise<boolean> {
  const started = performance.now();
  const apps = await loadApps();
  const versions = apps.reduce((sum, app) => sum + app.versions.length, 0);
  say(`\n${apps.length} 款应用的 ${versions} 个版本送审，审核人员逐一处理 versions of apps, and reviewers at work …`);
  const reviewers = await signInReviewers(instance.url, instance.staff);
  const done = await reviewApps(apps, new StoreClient(instance.url, instance.apiKey), site, reviewers, (what) =>
    say(`  ✓ ${what}`),
  );
  const wrong = done.filter(({ expected, decided }) => expected !== decided);
  for (const each of wrong) say(`  ✗ ${describe(each)}`);
  say(`${done.length - wrong.length}/${versions} 个机审结论符合预期 verdicts as expected: ${seconds(started)}`);
  return wrong.length === 0;
}

const describe = ({ app, version, submission, expected, decided }: ReviewedVersion): string =>
  `${app} ${version} (${submission}): ${decided}, expected ${expected}`;

/** How to look at what the demonstration has left. */
function sayGoodbye(data: string, staff: Staff): void {
  say(`\n数据已保留 the data stay in ${relative(process.cwd(), data) || data}. 打开审核工作台 to open the reviewers' console:\n`);
  say(`  SHELFGATE_DATA=${relative(process.cwd(), data) || data} npm start      →  http://127.0.0.1:8080/console/\n`);
  for (const { name, role, password, account } of Object.values(staff)) {
    say(`  ${name.padEnd(12)}${password.padEnd(28)}${role.padEnd(18)}${account.displayName}`);
  }
}

async function main(): Promise<number> {
  const started = performance.now();
  const samples = await loadSamples();
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-demo-'));
  const data = dataFolderOf(process.argv.slice(3));
  const interrupted = new AbortController();
  let starting: Promise<Instance | null> = Promise.resolve(null);
  let site: Site | null = null;
  let stopping = false;
  const cleanUp = async (): Promise<void> => {
    stopping = true;
    await (await starting.catch(() => null))?.program.stop();
    await site?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const interrupt = (): void => {
    interrupted.abort();
    if (!stopping) void cleanUp().finally(() => process.exit(130));
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    say('启动内嵌数据库、队列、接口和全部检查 Starting embedded database, queue, API and all workers …');
    await clearDataFolder(data);
    const start = startInstance(data, join(folder, 'service.log'), interrupted.signal);
    starting = start;
    const instance = await start;
    const secret = instance.webhookSecret;
    const documents = samples.flatMap(({ policy }) => (policy.path && policy.file ? [[policy.path, policy.file] as const] : []));
    site = await openSite(new Map(documents), () => secret);
    say(`就绪 ready: ${seconds(started)}  ${instance.url}\n`);
    const samplesOk = await demonstrate(samples, instance, site);
    const ok = (await fillConsole(instance, site)) && samplesOk;
    say(`\n${ok ? '✓ 全部符合预期 everything as expected' : '✗ 与预期不符 not as expected'}  ${seconds(started)}`);
    sayGoodbye(data, instance.staff);
    say('\n下一步 Next:  npm start   |   npx shelfgate review APK --listing L.json --policy P.html   |   npx shelfgate help');
    return ok ? 0 : 1;
  } catch (error) {
    if (stopping) return 130;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stderr.write(await readFile(join(folder, 'service.log'), 'utf8').catch(() => ''));
    return 1;
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    if (!stopping) await cleanUp();
  }
}

process.exitCode = await main();
