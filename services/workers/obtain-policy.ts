import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { PolicyFacts } from '../../shared/domain/facts/policy.ts';
import type { Fetch } from '../../shared/domain/ports.ts';
import type { PolicyDocument, Submission } from '../../shared/platform/database/repositories.ts';
import { noPolicy } from '../../shared/policy/index.ts';
import type { WorkerPorts } from './ports.ts';
import { SandboxError } from './sandbox/sandbox.ts';

/** Facts of a policy and the object that holds the bytes they were read from; null when there were none. */
export interface ObtainedPolicy {
  readonly facts: PolicyFacts;
  readonly snapshotKey: string | null;
}

/** Pauses before a policy's address is tried again: a site may hiccup, but a verdict does not wait for its owner to mend it. */
const SECOND_TRIES_MS = [1_000, 4_000];

/**
 * Reads the policy of a submission: the document that came with it, else the page of the listing's address, else none.
 * What cannot be read never is an error: the facts say `unreadable` and why.
 * @throws TransientError of the object store
 */
export async function obtainPolicy(ports: WorkerPorts, submission: Submission, signal: AbortSignal): Promise<ObtainedPolicy> {
  if (submission.policyDocument !== null) return fromDocument(ports, submission.policyDocument, signal);
  const url = submission.listing.privacyPolicyUrl;
  return url === undefined ? { facts: noPolicy(), snapshotKey: null } : fromWeb(ports, url, signal);
}

async function fromDocument(ports: WorkerPorts, document: PolicyDocument, signal: AbortSignal): Promise<ObtainedPolicy> {
  const { objectKey, mediaType, fileName } = document;
  const bytes = await ports.objects.read(objectKey, 0, document.bytes);
  const timeoutMs = ports.settings.checkTimeoutMs;
  const read = ports.sandbox.perform('read-policy-document', { bytes, mediaType, fileName }, { timeoutMs, signal });
  const source = { kind: 'file' as const, sha256: document.sha256, bytes: document.bytes };
  return { facts: await unreadableWhenEnded(read, source), snapshotKey: objectKey };
}

async function fromWeb(ports: WorkerPorts, url: string, signal: AbortSignal): Promise<ObtainedPolicy> {
  const fetched = await fetchPatiently(ports, url, signal);
  const snapshot = fetched.ok && fetched.document.bytes.length > 0 ? fetched.document.bytes : null;
  const sha256 = snapshot === null ? null : createHash('sha256').update(snapshot).digest('hex');
  const snapshotKey = sha256 === null ? null : `snapshots/${sha256}`;
  if (snapshot !== null && snapshotKey !== null && (await ports.objects.stat(snapshotKey)) === null) {
    await ports.objects.put(snapshotKey, Readable.from([Buffer.from(snapshot)]), { size: snapshot.length });
  }
  const timeoutMs = ports.settings.checkTimeoutMs;
  const read = ports.sandbox.perform('read-policy-page', { url, fetched }, { timeoutMs, signal });
  return { facts: await unreadableWhenEnded(read, { kind: 'url', url, sha256, bytes: snapshot?.length ?? 0 }), snapshotKey };
}

async function fetchPatiently(ports: WorkerPorts, url: string, signal: AbortSignal): ReturnType<Fetch> {
  const limits = { maxBytes: ports.settings.limits.policyBytes, timeoutMs: ports.settings.policyFetchTimeoutMs };
  let fetched = await ports.fetch(url, limits);
  for (const wait of SECOND_TRIES_MS) {
    if (fetched.ok ? fetched.document.status < 500 : !mayPass(fetched.failure)) return fetched;
    await pause(wait, undefined, { signal });
    fetched = await ports.fetch(url, limits);
  }
  return fetched;
}

const mayPass = (failure: string): boolean => failure === 'dns' || failure === 'connect' || failure === 'timeout';

/** A document that keeps its reader busy for ever, or kills it, may well be a policy: unreadable, not absent. */
async function unreadableWhenEnded(reading: Promise<PolicyFacts>, source: PolicyFacts['source']): Promise<PolicyFacts> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof SandboxError) || error.interruption === 'aborted') throw error;
    const reason = `reader-${error.interruption}`;
    const gap = {
      code: `policy-${reason}`,
      place: source.url ?? 'privacyPolicy',
      message: error.text,
      affects: 'policy' as const,
    };
    return { ...noPolicy(), source, outcome: 'unreadable', reason, gaps: [gap] };
  }
}
