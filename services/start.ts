import { ShelfgateError } from '../shared/domain/errors.ts';
import { type Configuration, ROLES, type Role, readConfiguration } from '../shared/platform/configuration.ts';
import { migrate } from '../shared/platform/database/index.ts';
import { createLogger, type Logger } from '../shared/platform/log.ts';
import { startEmbeddedPostgres } from '../shared/platform/postgres/index.ts';
import { runningEmbeddedPostgres } from '../shared/platform/postgres/running.ts';
import { migrateQueues } from '../shared/platform/queues/index.ts';
import { SURFACES } from './api/surfaces.ts';
import { loadSamples } from './cli/samples.ts';
import { Closing } from './starting/closing.ts';
import { firstAdministrator } from './starting/first-administrator.ts';
import { firstKey } from './starting/first-key.ts';
import { type Greeting, greet } from './starting/greeting.ts';
import { watchParent } from './starting/parent.ts';
import { patiently } from './starting/patience.ts';
import { type Servers, wire } from './wiring.ts';

const COMMANDS = ['start', 'api', 'worker', 'migrate'] as const;
type Command = (typeof COMMANDS)[number];

/** npm passes Ctrl-C on to a child that the terminal has told already: what comes this soon is the same key stroke. */
const SAME_STROKE_MS = 1_000;

/** Beyond the grace for work at hand: what everything else together may take to close. */
const CLOSING_MARGIN_MS = 5_000;

/** Roles of a process: `start` plays those of the configuration, `api` (stores' API and console) and `worker` their share of them. */
function rolesOf(command: Command, configuration: Configuration): readonly Role[] {
  const roles = configuration.roles.length === 0 ? ROLES : configuration.roles;
  const serves = (role: Role) => SURFACES.some((surface) => surface === role);
  if (command === 'start') return roles;
  if (command === 'worker') return roles.filter((role) => !serves(role));
  const share = roles.filter(serves);
  return share.length === 0 ? ['api'] : share;
}

/**
 * Finds the servers: those of the configuration, else the embedded PostgreSQL of the data folder. One that runs there is joined,
 * except by `start`, which wants the folder for itself and is refused then.
 */
async function findServers(
  command: Command,
  configuration: Configuration,
  log: Logger,
  closing: Closing,
): Promise<Servers & { readonly startedHere: boolean }> {
  let databaseUrl = configuration.databaseUrl;
  if (databaseUrl === null && command !== 'start') databaseUrl = await runningEmbeddedPostgres(configuration.dataFolder);
  const startedHere = databaseUrl === null;
  if (databaseUrl === null) {
    const starting = startEmbeddedPostgres(configuration.dataFolder, {
      say: (message) => log.warn({}, message),
    });
    // Known before it runs: a signal that comes while it starts must not leave it behind.
    closing.add('embedded PostgreSQL', async () => (await starting.catch(() => null))?.stop());
    databaseUrl = (await starting).url;
  }
  return { databaseUrl, queueUrl: configuration.queueUrl ?? databaseUrl, startedHere };
}

async function migrateAll(servers: Servers, log: Logger): Promise<void> {
  const waiting = (reason: string): void => log.warn({ reason }, 'waiting for a server');
  const done = await patiently(() => migrate(servers.databaseUrl), 60_000, waiting);
  await migrateQueues(servers.queueUrl);
  log.info({ done }, 'database and queue are up to date');
}

/** A sample whose policy comes as a file, so that one request needs nothing else. */
async function trySample(): Promise<Greeting['sample']> {
  try {
    const sample = (await loadSamples()).find((each) => each.policy.file !== undefined && each.policy.path === undefined);
    if (sample === undefined) return null;
    return { packagePath: sample.package, listingPath: sample.listing, policyPath: sample.policy.file ?? null };
  } catch {
    return null;
  }
}

async function run(command: Command, configuration: Configuration, log: Logger, closing: Closing): Promise<void> {
  const servers = await findServers(command, configuration, log, closing);
  if (command === 'start' || command === 'migrate' || servers.startedHere) await migrateAll(servers, log);
  if (command === 'migrate') return;
  const { database, apiUrl, servesConsole } = await wire(configuration, servers, rolesOf(command, configuration), log, closing);
  if (command !== 'start' || apiUrl === null) return;
  const embedded = configuration.databaseUrl === null;
  const key = embedded ? await firstKey(database) : null;
  const wantsAdministrator = embedded && servesConsole && configuration.singleSignOn?.only !== true;
  const administrator = wantsAdministrator ? await firstAdministrator(database) : null;
  const dataFolder = embedded ? configuration.dataFolder : null;
  process.stdout.write(
    `${greet({ url: configuration.publicUrl ?? apiUrl, servesConsole, dataFolder, key, administrator, sample: await trySample() })}\n`,
  );
}

/** Ends the process in order at the first signal and at once at the second. */
function stopOnSignals(configuration: Configuration, log: Logger, closing: Closing): void {
  let stoppingSince: number | null = null;
  const stop = async (signal: string): Promise<void> => {
    if (stoppingSince !== null) {
      if (Date.now() - stoppingSince < SAME_STROKE_MS) return;
      log.warn({ signal }, 'stopping at once');
      process.exit(1);
    }
    stoppingSince = Date.now();
    log.info({ signal }, 'stopping; a second signal stops at once');
    await closing.closeAll(configuration.shutdownGraceMs + CLOSING_MARGIN_MS);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
  watchParent(() => {
    if (stoppingSince === null) void stop('the parent has gone');
  });
}

/** What nobody expected leaves the process in an unknown state: it ends, and the queue hands its jobs to another one. */
function endOnTheUnexpected(log: Logger): void {
  const end = (error: unknown, what: string): void => {
    log.fatal({ err: error }, what);
    process.exit(1);
  };
  process.on('uncaughtException', (error) => end(error, 'uncaught exception'));
  process.on('unhandledRejection', (error) => end(error, 'unhandled rejection'));
}

async function main(): Promise<void> {
  const given = process.argv[2] ?? 'start';
  const command = COMMANDS.find((each) => each === given);
  if (command === undefined) {
    process.stderr.write(`用法 Usage: start.js ${COMMANDS.join('|')}\n`);
    process.exit(3);
  }
  let configuration: Configuration;
  try {
    configuration = readConfiguration(process.env);
  } catch (error) {
    process.exit(complain(error));
  }
  const log = createLogger(configuration);
  const closing = new Closing((name, error) => log.warn({ name, reason: String(error) }, 'could not be closed in order'));
  endOnTheUnexpected(log);
  stopOnSignals(configuration, log, closing);
  try {
    await run(command, configuration, log, closing);
    if (command === 'migrate') {
      await closing.closeAll(CLOSING_MARGIN_MS);
      process.exit(0);
    }
  } catch (error) {
    log.debug({ err: error }, 'start failed');
    const code = complain(error);
    await closing.closeAll(CLOSING_MARGIN_MS);
    process.exit(code);
  }
}

/** Says on the terminal why it does not start. @returns the exit code */
function complain(error: unknown): number {
  const text = error instanceof ShelfgateError ? `${error.text.zh}\n${error.text.en}` : String((error as Error)?.stack ?? error);
  process.stderr.write(`${text}\n`);
  return 1;
}

await main();
