import type { ColumnType, Generated, GeneratedAlways, Kysely } from 'kysely';
import type { CheckName, MissingCheck } from '../../domain/check.ts';
import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { PackageFormat } from '../../domain/facts/package.ts';
import type { RecordFacts } from '../../domain/facts/records.ts';
import type { FinalOutcome } from '../../domain/review/decision.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import type { SubmissionEvent, SubmissionState } from '../../domain/submission.ts';
import type { VerdictDecision } from '../../domain/verdict.ts';
import type { ApiScope, Delivery, PackageOrigin, PolicyDocument, Submission } from './repositories.ts';
import type { ReviewTables } from './review-tables.ts';

/** Read as a value, written as JSON text. */
export type Json<Value> = ColumnType<Value, string, string>;
export type JsonOrNull<Value> = ColumnType<Value | null, string | null, string | null>;
export type Time = ColumnType<Date, Date | string | undefined, Date | string>;
export type TimeOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** The rows of the tables, as `migrations/` makes them. */
export interface Tables extends ReviewTables {
  stores: { id: string; name: string; webhook_secret: string; created_at: Time };
  api_keys: {
    id: string;
    store_id: string;
    name: string;
    hash: Buffer;
    scopes: ApiScope[];
    rate_per_minute: number;
    created_at: Time;
    expires_at: TimeOrNull;
    revoked_at: TimeOrNull;
  };
  packages: {
    sha256: string;
    object_key: string;
    /** bigint, which `pg` reads as text. */
    bytes: ColumnType<string, number, number>;
    format: PackageFormat;
    content_digests: Buffer | null;
    created_at: Time;
  };
  submissions: {
    id: string;
    store_id: string;
    state: SubmissionState;
    run: Generated<number>;
    listing: Json<ListingFacts>;
    origin: Json<PackageOrigin>;
    package_sha256: string | null;
    policy_document: JsonOrNull<PolicyDocument>;
    callback_url: string | null;
    decision: VerdictDecision | null;
    failure: JsonOrNull<NonNullable<Submission['failure']>>;
    package_name: string | null;
    developer_id: string;
    /** The package's own name, once it was inspected. */
    identity_name: ColumnType<string | null, string | undefined, string>;
    created_at: Time;
    updated_at: Time;
    decided_at: TimeOrNull;
    final_outcome: ColumnType<FinalOutcome | null, undefined, FinalOutcome | null>;
  };
  idempotency_keys: { store_id: string; key: string; fingerprint: string; submission_id: string; created_at: Time };
  transitions: {
    submission_id: string;
    number: GeneratedAlways<string>;
    at: Time;
    run: number;
    from_state: SubmissionState;
    to_state: SubmissionState;
    event: SubmissionEvent;
  };
  package_facts: { sha256: string; inspector: string; facts: Buffer; created_at: Time };
  policy_facts: { submission_id: string; run: number; facts: Buffer; snapshot_key: string | null; created_at: Time };
  rulebooks: { sha256: string; file: Buffer; rulebook: Json<Rulebook>; first_used_at: Time };
  rulebook_uses: { subject: string; number: GeneratedAlways<string>; sha256: string; at: Time };
  review_records: { submission_id: string; run: number; records: Json<RecordFacts>; rulebook: string; at: Time };
  check_results: {
    submission_id: string;
    run: number;
    check_name: CheckName;
    report: Buffer | null;
    failure: JsonOrNull<MissingCheck>;
    at: Time;
  };
  verdicts: { submission_id: string; run: number; decision: VerdictDecision; verdict: Buffer; at: Time };
  events: {
    id: string;
    submission_id: string;
    run: number;
    type: string;
    /** What of its run the event is about: a decision, a letter; empty for the verdict. */
    subject: Generated<string>;
    payload: Json<unknown>;
    url: string | null;
    state: Delivery['state'];
    attempts: Generated<number>;
    created_at: Time;
    since: Time;
    next_attempt_at: TimeOrNull;
    leased_until: TimeOrNull;
  };
  delivery_attempts: {
    event_id: string;
    number: GeneratedAlways<string>;
    at: Date;
    status: number | null;
    error: string | null;
    duration_ms: number;
  };
}

export type Db = Kysely<Tables>;
