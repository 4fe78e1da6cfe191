import { createHash } from 'node:crypto';
import type { PackageFacts } from '../../../../shared/domain/facts/package.ts';
import type { ByteSource } from '../../../../shared/domain/ports.ts';
import { inspectPackage } from '../../../../shared/inspection/index.ts';
import { ContentDigester, type ContentDigests } from '../../../../shared/inspection/signing/content-digests.ts';
import { knowledge } from '../../../../shared/knowledge/index.ts';
import { openLocalFile } from '../../local-file.ts';
import { countReads, type Reads } from './counted-source.ts';

const PIECE = 1 << 20;

/** What ingestion takes of a package while its bytes pass by: SHA-256, and the digests that signatures are verified with. */
export async function passBy(source: ByteSource): Promise<{ sha256: string; digests: ContentDigests }> {
  const hash = createHash('sha256');
  const digester = new ContentDigester();
  for (let at = 0; at < source.size; at += PIECE) {
    const piece = await source.read(at, PIECE);
    hash.update(piece);
    digester.update(piece);
  }
  return { sha256: hash.digest('hex'), digests: digester.finish() };
}

/** Everything the product says about a local package: the pass of ingestion and the inspection, as a worker does them. */
export async function fullFacts(path: string): Promise<{ facts: PackageFacts; reads: Reads }> {
  const file = await openLocalFile(path);
  try {
    const passed = await passBy(file);
    const reads: Reads = { requests: 0, bytes: 0 };
    const facts = await inspectPackage(countReads(file, reads), { ...passed, knowledge });
    return { facts, reads };
  } finally {
    await file.close();
  }
}
