import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { PolicyFacts } from '../../shared/domain/facts/policy.ts';
import { type GatheredPage, type PolicyChange, textHash } from '../../shared/policy/index.ts';
import type { WorkerPorts } from './ports.ts';

/** Bytes that were read, where they lie. */
interface KeptBytes {
  readonly sha256: string;
  readonly bytes: number;
  readonly key: string;
}

/** A reading as it is kept beside its bytes. All ranges of evidence count in `text`; `parts` say which document each stretch comes from. */
export interface PolicySnapshot {
  readonly schema: 'policy-snapshot/1';
  readonly readAt: string;
  readonly reader: string;
  readonly source: PolicyFacts['source'];
  readonly outcome: PolicyFacts['outcome'];
  readonly reason: string | null;
  readonly textSha256: string | null;
  readonly text: string;
  readonly parts: NonNullable<PolicyFacts['understanding']>['parts'];
  /** The file that was handed in; null for a policy of the web. */
  readonly file: KeptBytes | null;
  /** Every page that was asked for, with the page as its scripts left it. */
  readonly pages: readonly {
    readonly url: string;
    readonly finalUrl: string | null;
    readonly at: string;
    readonly status: number | null;
    readonly failure: string | null;
    readonly kept: KeptBytes | null;
    readonly rendered: KeptBytes | null;
    readonly renderFailure: string | null;
  }[];
  /** Against the run before this one; null for the first. */
  readonly since: PolicyChange | null;
}

/** What a snapshot is made of. */
export interface ReadPolicy {
  readonly facts: PolicyFacts;
  readonly file: KeptBytes | null;
  readonly pages: readonly GatheredPage[];
  readonly since: PolicyChange | null;
}

/**
 * Keeps a reading: the bytes of every page under their hash, and a record with text, hashes, times and statuses under its own, so that
 * two runs at once never write over each other.
 * @returns the record's key
 * @throws TransientError of the object store
 */
export async function keepSnapshot(
  { objects, clock }: Pick<WorkerPorts, 'objects' | 'clock'>,
  read: ReadPolicy,
): Promise<string> {
  const { facts } = read;
  const pages: PolicySnapshot['pages'][number][] = [];
  for (const { url, at, fetched, rendered } of read.pages) {
    const document = fetched.ok ? fetched.document : null;
    pages.push({
      url,
      finalUrl: document?.finalUrl ?? null,
      at,
      status: document?.status ?? null,
      failure: fetched.ok ? null : fetched.failure,
      kept: document === null ? null : await keepBytes(objects, document.bytes),
      rendered: rendered?.ok ? await keepBytes(objects, rendered.page.html) : null,
      renderFailure: rendered === null || rendered.ok ? null : rendered.failure,
    });
  }
  const snapshot: PolicySnapshot = {
    schema: 'policy-snapshot/1',
    readAt: clock().toISOString(),
    reader: facts.reader,
    source: facts.source,
    outcome: facts.outcome,
    reason: facts.reason,
    textSha256: facts.outcome === 'read' ? textHash(facts) : null,
    text: facts.text,
    parts: facts.understanding?.parts ?? [],
    file: read.file,
    pages,
    since: read.since,
  };
  const record = Buffer.from(JSON.stringify(snapshot));
  const key = `snapshots/${hash(record)}.json`;
  await objects.put(key, Readable.from([record]), { size: record.length, contentType: 'application/json' });
  return key;
}

async function keepBytes(objects: WorkerPorts['objects'], bytes: Uint8Array): Promise<KeptBytes | null> {
  if (bytes.length === 0) return null;
  const sha256 = hash(bytes);
  const key = `snapshots/${sha256}`;
  if ((await objects.stat(key)) === null) await objects.put(key, Readable.from([Buffer.from(bytes)]), { size: bytes.length });
  return { sha256, bytes: bytes.length, key };
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
