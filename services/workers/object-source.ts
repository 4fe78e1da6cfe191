import type { ByteSource } from '../../shared/domain/ports.ts';
import type { ObjectStore } from '../../shared/platform/objects/object-store.ts';

/** An object as a source of bytes: every read is a range read of the store. */
export function objectSource(objects: ObjectStore, key: string, size: number): ByteSource {
  return { size, read: (offset, length) => objects.read(key, offset, length) };
}
