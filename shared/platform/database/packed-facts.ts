import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { RecordFacts } from '../../domain/facts/records.ts';
import { unpack } from './packed.ts';

/** All facts of a run as they are kept; null where one kind is not. */
export interface StoredFacts {
  readonly submission: string;
  readonly package: PackageFacts | null;
  readonly policy: PolicyFacts | null;
  readonly listing: ListingFacts;
  readonly records: RecordFacts | null;
}

/** The same as they lie in the database, to be unpacked elsewhere: `unpack` of packed.ts reads them. */
export interface PackedFacts {
  readonly submission: string;
  readonly package: Uint8Array | null;
  readonly policy: Uint8Array | null;
  readonly listing: ListingFacts;
  readonly records: RecordFacts | null;
}

/** Unpacks and reads them, which for megabytes of facts takes its time. */
export async function unpackFacts({ package: packageFacts, policy, ...rest }: PackedFacts): Promise<StoredFacts> {
  return {
    ...rest,
    package: packageFacts && (await unpack<PackageFacts>(bufferOf(packageFacts))),
    policy: policy && (await unpack<PolicyFacts>(bufferOf(policy))),
  };
}

/** What came from another thread is no Buffer any more. */
const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
