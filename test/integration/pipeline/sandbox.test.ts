import { buildApk } from '../../../services/cli/building/apk.ts';
import { openSandbox, type Sandbox, SandboxError } from '../../../services/workers/sandbox/sandbox.ts';
import { TransientError } from '../../../shared/domain/errors.ts';
import type { ByteSource } from '../../../shared/domain/ports.ts';
import { ensureBuild } from '../../support/build.ts';
import { realPackage } from './running-pipeline.ts';

const bytes = realPackage();
const source: ByteSource = { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
const input = { size: bytes.length, sha256: 'ab'.repeat(32) };

describe('threads for foreign bytes', () => {
  let sandbox: Sandbox;
  const open = (memoryMb: number): void => {
    sandbox = openSandbox({ threads: 2, memoryMb });
  };
  const inspect = (timeoutMs: number, from: ByteSource = source, signal?: AbortSignal) =>
    sandbox.perform('inspect-package', input, { timeoutMs, source: from, ...(signal === undefined ? {} : { signal }) });
  beforeAll(ensureBuild);
  afterEach(() => sandbox.close());

  test('gives the facts of a real package, read by ranges', async () => {
    open(512);
    const facts = await inspect(60_000);
    expect(facts.identity.packageName).toBe('io.appium.settings');
    expect(facts.sha256).toBe(input.sha256);
  });

  test('a thread that is busy at its deadline is ended; the next task gets another one', async () => {
    open(512);
    const late = await inspect(15).catch((error: unknown) => error);
    expect(late).toBeInstanceOf(SandboxError);
    expect(late).toMatchObject({ code: 'sandbox-timeout', interruption: 'timeout' });
    expect((await inspect(60_000)).coverage.level).toBe('full');
  });

  test('hanging tasks in every thread do not make the waiting one late: its time counts from its start', async () => {
    open(512);
    const never: ByteSource = { size: bytes.length, read: () => new Promise(() => undefined) };
    const hanging = [inspect(8_000, never), inspect(8_000, never)].map((each) => each.catch((error: unknown) => error));
    // Small, so that it is the waiting that could make it late.
    const small = buildApk({ packageName: 'com.example.small' });
    const from: ByteSource = { size: small.length, read: async (offset, length) => small.subarray(offset, offset + length) };
    const limits = { timeoutMs: 7_900, source: from };
    const waiting = sandbox.perform('inspect-package', { ...input, size: small.length }, limits);
    for (const error of await Promise.all(hanging)) expect(error).toMatchObject({ interruption: 'timeout' });
    expect((await waiting).identity.packageName).toBe('com.example.small');
  });

  test('a thread that runs out of memory is a crash of its task only', async () => {
    // Enough to load the inspector (Node.js itself dies when that fails), too little for what such a manifest becomes.
    open(28);
    const components = Array.from({ length: 20_000 }, (_, i) => ({ kind: 'activity', name: `com.example.A${i}` }) as const);
    const heavy = buildApk({ packageName: 'com.example.heavy', components });
    const task = { size: heavy.length, sha256: input.sha256 };
    const read = async (offset: number, length: number) => heavy.subarray(offset, offset + length);
    const crashed = await sandbox
      .perform('inspect-package', task, { timeoutMs: 60_000, source: { size: heavy.length, read } })
      .catch((error: unknown) => error);
    expect(crashed).toMatchObject({ code: 'sandbox-crashed', interruption: 'crashed' });
  });

  test('a fault of the store passes through as what it is, and can be tried again', async () => {
    open(512);
    const away: ByteSource = {
      size: bytes.length,
      read: async () => {
        throw new TransientError('store-away', { zh: '不可用', en: 'away' });
      },
    };
    await expect(inspect(60_000, away)).rejects.toBeInstanceOf(TransientError);
  });

  test('who cancels, or closes the sandbox, is told so', async () => {
    open(512);
    const never: ByteSource = { size: bytes.length, read: () => new Promise(() => undefined) };
    const cancel = new AbortController();
    const cancelled = inspect(60_000, never, cancel.signal).catch((error: unknown) => error);
    cancel.abort();
    expect(await cancelled).toMatchObject({ interruption: 'aborted' });
    const closed = inspect(60_000, never).catch((error: unknown) => error);
    await sandbox.close();
    expect(await closed).toMatchObject({ interruption: 'aborted' });
  });
});
