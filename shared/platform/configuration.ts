import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { InputError } from '../domain/errors.ts';
import type { SecondReviewerFrom } from '../domain/review/decision.ts';
import type { ServiceLevel } from '../domain/review/service-level.ts';
import type { Kind } from './configuration/kinds.ts';
import { type SingleSignOnConfiguration, singleSignOnOf } from './configuration/single-sign-on.ts';
import type { Variable } from './configuration/variable.ts';
import {
  type LogLevel,
  QUEUES,
  type QueueName,
  ROLES,
  type Role,
  VARIABLES,
  type VariableName,
} from './configuration/variables.ts';

export { QUEUES, type QueueName, ROLES, type Role, VARIABLES } from './configuration/variables.ts';

/** What a process needs to know of its surroundings; all of it comes from the environment, see `VARIABLES`. */
export interface Configuration {
  /** Null means that the embedded PostgreSQL is to be started in `dataFolder`. */
  readonly databaseUrl: string | null;
  readonly databaseConnections: number;
  /** Null means the database's URL. */
  readonly queueUrl: string | null;
  readonly objectStore: { readonly url: string; readonly accessKey: string | null; readonly secretKey: string | null };
  /** Absolute. */
  readonly dataFolder: string;
  /** Absolute; null for the built-in rulebook. */
  readonly rulebooks: string | null;
  /** Absolute; null where filings are not compared. */
  readonly filingRegistry: string | null;
  /** `all` has been spelt out. */
  readonly roles: readonly Role[];
  readonly host: string;
  readonly port: number;
  /** Null: a process without the API listens on nothing. */
  readonly operationsPort: number | null;
  /** Without a slash at its end. */
  readonly publicUrl: string | null;
  /** What reports tell developers about appeals, in the operator's words. */
  readonly appeals: string | null;
  /** Within which reviewers answer an appeal. */
  readonly appealHours: number;
  readonly logLevel: LogLevel;
  readonly limits: {
    readonly packageBytes: number;
    readonly policyBytes: number;
    readonly listingBytes: number;
    readonly resumableAboveBytes: number;
  };
  /** Absolute. */
  readonly uploadStaging: string;
  readonly uploadStagingHours: number;
  /** Trusted reverse proxies in front of the API. */
  readonly trustProxy: number;
  readonly concurrency: Readonly<Record<QueueName, number>>;
  readonly threads: { readonly count: number; readonly memoryMb: number };
  /** All durations in milliseconds. */
  readonly inspectionTimeoutMs: number;
  readonly checkTimeoutMs: number;
  readonly policyFetchTimeoutMs: number;
  /** `executablePath` is null where pages are not rendered; `sandbox` is null where it is left to who runs the process. */
  readonly rendering: {
    readonly executablePath: string | null;
    readonly sandbox: boolean | null;
    readonly concurrency: number;
  };
  readonly renderTimeoutMs: number;
  readonly retrievalTimeoutMs: number;
  readonly enqueueTimeoutMs: number;
  readonly jobLockMs: number;
  readonly reconcileEveryMs: number;
  readonly callback: { readonly timeoutMs: number; readonly giveUpAfterMs: number };
  readonly fetchAllowPrivateAddresses: boolean;
  readonly shutdownGraceMs: number;
  readonly rate: { readonly perMinute: number; readonly unauthenticatedPerMinute: number; readonly signInPerMinute: number };
  /** People’s decisions. */
  readonly reviewing: {
    readonly secondReviewerFrom: SecondReviewerFrom;
    readonly undoSeconds: number;
    readonly claimMinutes: number;
  };
  /** How soon a dossier is due. */
  readonly serviceLevel: ServiceLevel;
  /** Of the console. `overHttp`: also for people on other machines. */
  readonly session: { readonly hours: number; readonly idleMinutes: number; readonly overHttp: boolean };
  /** Null where people sign in with local accounts alone. */
  readonly singleSignOn: SingleSignOnConfiguration | null;
}

/** What the environment says, variable by variable. */
export type Values = {
  readonly [Name in VariableName]: (typeof VARIABLES)[Name] extends Variable<infer Value> ? Value | null : never;
};

const wrong = (name: string, allowed: string, zh: string, en: string): InputError =>
  new InputError(
    'bad-configuration',
    { zh: `环境变量 ${name} ${zh}；允许：${allowed}`, en: `${name} ${en}; allowed: ${allowed}` },
    name,
  );

function readValues(env: NodeJS.ProcessEnv): Values {
  const values: Record<string, unknown> = {};
  for (const [name, { kind, standard }] of Object.entries(VARIABLES) as [string, Variable<unknown>][]) {
    const written = env[name]?.trim() || standard;
    if (written === null) {
      values[name] = null;
      continue;
    }
    const parsed = (kind as Kind<unknown>).schema.safeParse(written);
    // The value itself is not repeated: it may be a secret, or be one by mistake.
    if (!parsed.success) throw wrong(name, kind.allowed, '的值有误', 'has a wrong value');
    values[name] = parsed.data;
  }
  return values as Values;
}

/** The value of a variable that has a standard, which is therefore never null. */
const given = <Value>(value: Value | null): Value => value as Value;

/**
 * Reads the configuration. An empty variable counts as unset.
 * @throws InputError `bad-configuration` naming the variable and what it allows, never the value
 */
export function readConfiguration(env: NodeJS.ProcessEnv): Configuration {
  const value = readValues(env);
  const dataFolder = resolve(given(value.SHELFGATE_DATA));
  const objectStoreUrl = value.OBJECT_STORE_URL ?? `file:${join(dataFolder, 'objects')}`;
  for (const name of ['S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const)
    if (objectStoreUrl.startsWith('s3:') && value[name] === null)
      throw wrong(
        name,
        VARIABLES[name].kind.allowed,
        '未设置，而 OBJECT_STORE_URL 为 s3',
        'is not set, but OBJECT_STORE_URL is s3',
      );
  const roles = given(value.SHELFGATE_ROLES);
  const concurrency = Object.fromEntries(
    QUEUES.map((queue) => [queue, given(value[`${queue.toUpperCase().replaceAll('-', '_')}_CONCURRENCY` as 'SDK_CONCURRENCY'])]),
  );
  return {
    databaseUrl: value.DATABASE_URL,
    databaseConnections: given(value.DATABASE_CONNECTIONS),
    queueUrl: value.QUEUE_URL,
    objectStore: { url: objectStoreUrl, accessKey: value.S3_ACCESS_KEY, secretKey: value.S3_SECRET_KEY },
    dataFolder,
    rulebooks: value.RULEBOOKS && resolve(value.RULEBOOKS),
    filingRegistry: value.FILING_REGISTRY && resolve(value.FILING_REGISTRY),
    roles: roles.includes('all') ? ROLES : ROLES.filter((role) => roles.includes(role)),
    host: given(value.HOST),
    port: given(value.PORT),
    operationsPort: value.OPERATIONS_PORT,
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    appeals: value.APPEALS,
    appealHours: given(value.APPEAL_HOURS),
    logLevel: given(value.LOG_LEVEL),
    limits: {
      packageBytes: given(value.MAX_PACKAGE_BYTES),
      policyBytes: given(value.MAX_POLICY_BYTES),
      listingBytes: given(value.MAX_LISTING_BYTES),
      resumableAboveBytes: given(value.RESUMABLE_ABOVE_BYTES),
    },
    uploadStaging: resolve(value.UPLOAD_STAGING ?? join(dataFolder, 'uploads')),
    uploadStagingHours: given(value.UPLOAD_STAGING_HOURS),
    trustProxy: given(value.TRUST_PROXY),
    concurrency: concurrency as Record<QueueName, number>,
    threads: { count: value.WORKER_THREADS ?? availableParallelism(), memoryMb: given(value.WORKER_THREAD_MEMORY_MB) },
    inspectionTimeoutMs: given(value.INSPECTION_TIMEOUT_MS),
    checkTimeoutMs: given(value.CHECK_TIMEOUT_MS),
    policyFetchTimeoutMs: given(value.POLICY_FETCH_TIMEOUT_MS),
    rendering: {
      executablePath: value.CHROMIUM_PATH,
      sandbox: value.CHROMIUM_SANDBOX,
      concurrency: given(value.RENDER_CONCURRENCY),
    },
    renderTimeoutMs: given(value.RENDER_TIMEOUT_MS),
    retrievalTimeoutMs: given(value.RETRIEVAL_TIMEOUT_MS),
    enqueueTimeoutMs: given(value.ENQUEUE_TIMEOUT_MS),
    jobLockMs: given(value.JOB_LOCK_MS),
    reconcileEveryMs: given(value.RECONCILE_EVERY_MS),
    callback: { timeoutMs: given(value.CALLBACK_TIMEOUT_MS), giveUpAfterMs: given(value.CALLBACK_GIVE_UP_AFTER_MS) },
    fetchAllowPrivateAddresses: given(value.FETCH_ALLOW_PRIVATE_ADDRESSES),
    shutdownGraceMs: given(value.SHUTDOWN_GRACE_MS),
    rate: {
      perMinute: given(value.RATE_PER_MINUTE),
      unauthenticatedPerMinute: given(value.UNAUTHENTICATED_PER_MINUTE),
      signInPerMinute: given(value.SIGN_IN_PER_MINUTE),
    },
    reviewing: {
      secondReviewerFrom: given(value.SECOND_REVIEWER_FROM),
      undoSeconds: given(value.UNDO_SECONDS),
      claimMinutes: given(value.CLAIM_MINUTES),
    },
    serviceLevel: { hours: given(value.REVIEW_HOURS), hoursForChildren: given(value.REVIEW_HOURS_CHILDREN) },
    session: {
      hours: given(value.SESSION_HOURS),
      idleMinutes: given(value.SESSION_IDLE_MINUTES),
      overHttp: given(value.SIGN_IN_OVER_HTTP),
    },
    singleSignOn: singleSignOnOf(value, wrong),
  };
}
