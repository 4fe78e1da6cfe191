import type { ByteSource } from '../../../../shared/domain/ports.ts';

/** What was asked of a source. */
export interface Reads {
  requests: number;
  bytes: number;
}

/** The same source, with its reads counted. */
export function countReads(source: ByteSource, reads: Reads): ByteSource {
  return {
    size: source.size,
    async read(offset, length) {
      const bytes = await source.read(offset, length);
      reads.requests += 1;
      reads.bytes += bytes.length;
      return bytes;
    },
  };
}
