import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { PolicyFacts } from '../../shared/domain/facts/policy.ts';
import type { PolicyDocument, Submission } from '../../shared/platform/database/repositories.ts';
import {
  type GatheredPart,
  type GatheringLimits,
  type GatheringPorts,
  gatherParts,
  gatherPolicy,
  noPolicy,
  type PageSurvey,
  policyChanged,
} from '../../shared/policy/index.ts';
import { keepSnapshot, type ReadPolicy } from './policy-snapshot.ts';
import type { WorkerPorts } from './ports.ts';
import { SandboxError } from './sandbox/sandbox.ts';

/** Facts of a policy and the key of the snapshot that they were read from; null when there was nothing to read. */
export interface ObtainedPolicy {
  readonly facts: PolicyFacts;
  readonly snapshotKey: string | null;
}

/** Pauses before a policy's address is tried again: a site may hiccup, but a verdict does not wait for its owner to mend it. */
const SECOND_TRIES_MS = [1_000, 4_000];

/**
 * Reads the policy of a submission: the document that came with it, else the page of the listing's address, else none; with the
 * sub-documents that it links. What cannot be read never is an error: the facts say `unreadable` and why.
 * @throws TransientError of the object store or the database
 */
export async function obtainPolicy(ports: WorkerPorts, submission: Submission, signal: AbortSignal): Promise<ObtainedPolicy> {
  const url = submission.listing.privacyPolicyUrl;
  const { policyDocument } = submission;
  if (policyDocument === null && url === undefined) return { facts: noPolicy(), snapshotKey: null };
  const read = policyDocument === null ? await fromWeb(ports, url!, signal) : await fromDocument(ports, policyDocument, signal);
  const since = await changeSince(ports, submission, read.facts);
  return { facts: read.facts, snapshotKey: await keepSnapshot(ports, { ...read, since }) };
}

type Read = Omit<ReadPolicy, 'since'>;

async function fromDocument(ports: WorkerPorts, kept: PolicyDocument, signal: AbortSignal): Promise<Read> {
  const { objectKey, mediaType, fileName, sha256 } = kept;
  const document = { bytes: await ports.objects.read(objectKey, 0, kept.bytes), mediaType, fileName };
  const limits = { timeoutMs: ports.settings.checkTimeoutMs, signal };
  const links = await unlessEnded(ports.sandbox.perform('survey-policy-document', document, limits), []);
  const parts = await gatherParts(links, gatheringPorts(ports, signal), gatheringLimits(ports));
  const reading = ports.sandbox.perform('read-policy-document', { document, parts }, limits);
  const facts = await unreadableWhenEnded(reading, { kind: 'file', sha256, bytes: kept.bytes });
  return { facts, file: { sha256, bytes: kept.bytes, key: objectKey }, pages: pagesOf(parts) };
}

async function fromWeb(ports: WorkerPorts, url: string, signal: AbortSignal): Promise<Read> {
  const gathered = await gatherPolicy(url, gatheringPorts(ports, signal), gatheringLimits(ports));
  const reading = ports.sandbox.perform('read-policy-pages', gathered, { timeoutMs: ports.settings.checkTimeoutMs, signal });
  const { fetched } = gathered.page;
  const bytes = fetched.ok ? fetched.document.bytes : new Uint8Array(0);
  const sha256 = bytes.length === 0 ? null : createHash('sha256').update(bytes).digest('hex');
  const facts = await unreadableWhenEnded(reading, { kind: 'url', url, sha256, bytes: bytes.length });
  return { facts, file: null, pages: [gathered.page, ...pagesOf(gathered.parts)] };
}

const pagesOf = (parts: readonly GatheredPart[]) => parts.flatMap(({ page }) => (page === null ? [] : [page]));

function gatheringLimits({ settings }: WorkerPorts): GatheringLimits {
  const { policyFetchTimeoutMs: timeoutMs, renderTimeoutMs } = settings;
  return { maxBytes: settings.limits.policyBytes, timeoutMs, renderTimeoutMs };
}

/** What a survey kills a thread with will do so again when it is read, and is told then. */
const NOTHING_MORE: PageSurvey = { next: null, links: [] };

function gatheringPorts(ports: WorkerPorts, signal: AbortSignal): GatheringPorts {
  const limits = { timeoutMs: ports.settings.checkTimeoutMs, signal };
  return {
    fetch: (url, each, role) => (role === 'policy' ? fetchPatiently(ports, url, each, signal) : ports.fetch(url, each)),
    render: ports.render,
    survey: (page, role) => unlessEnded(ports.sandbox.perform('survey-policy-page', { page, role }, limits), NOTHING_MORE),
    clock: ports.clock,
  };
}

async function fetchPatiently(
  ports: WorkerPorts,
  url: string,
  limits: Parameters<WorkerPorts['fetch']>[1],
  signal: AbortSignal,
): ReturnType<WorkerPorts['fetch']> {
  let fetched = await ports.fetch(url, limits);
  for (const wait of SECOND_TRIES_MS) {
    if (fetched.ok ? fetched.document.status < 500 : !mayPass(fetched.failure)) return fetched;
    await pause(wait, undefined, { signal });
    fetched = await ports.fetch(url, limits);
  }
  return fetched;
}

const mayPass = (failure: string): boolean => failure === 'dns' || failure === 'connect' || failure === 'timeout';

/** What became of the policy since the run before, by its hashes: an app on the shelf that is checked again may have changed its policy. */
async function changeSince(ports: WorkerPorts, { id, run }: Submission, facts: PolicyFacts): Promise<ReadPolicy['since']> {
  const previous = run > 1 ? await ports.database.facts.policy(id, run - 1) : null;
  if (previous === null) return null;
  const since = policyChanged(previous, facts);
  if (since.state === 'changed') {
    const hashes = { before: previous.source.sha256, now: facts.source.sha256 };
    ports.log.info({ submission: id, run, ...hashes, parts: since.parts }, 'the policy has changed since the run before');
  }
  return since;
}

/** Nobody is told twice of a document that ends its reader: what reads it next is ended as well, and says so. */
async function unlessEnded<Value>(surveying: Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await surveying;
  } catch (error) {
    if (!(error instanceof SandboxError) || error.interruption === 'aborted') throw error;
    return otherwise;
  }
}

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
