import { buildDex } from '../../../services/cli/building/dex.ts';
import { buildZip } from '../../../services/cli/building/zip.ts';
import { openSandbox, type Sandbox } from '../../../services/workers/sandbox/sandbox.ts';
import { TransientError } from '../../../shared/domain/errors.ts';
import type { ByteSource } from '../../../shared/domain/ports.ts';
import { bytesSource } from '../../fixtures/source.ts';

/** Enough code for several threads, and too far apart for one read. */
const files = Array.from({ length: 12 }, (_, i) => {
  const dex = buildDex([{ name: `com.example.C${i}` }]);
  const data = Buffer.concat([dex, Buffer.alloc(400_000, i)]);
  return { name: `classes${i === 0 ? '' : i + 1}.dex`, data, stored: true };
});
const bytes = buildZip([...files, { name: 'resources.arsc', data: Buffer.alloc(8) }]);

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = openSandbox({ threads: 2, memoryMb: 256 });
});
afterAll(() => sandbox.close());

test.each([1, 2, 3, 5, 8])(
  'a store that is away after %d reads is to be asked again, not the fault of the package',
  async (reads) => {
    const whole = bytesSource(bytes);
    let left = reads;
    const source: ByteSource = {
      size: bytes.length,
      read: async (offset, length) => {
        if (left-- <= 0) throw new TransientError('store-away', { zh: '不可用', en: 'away' });
        return whole.read(offset, length);
      },
    };
    const input = { size: bytes.length, sha256: '0'.repeat(64) };
    const performed = sandbox.perform('inspect-package', input, { timeoutMs: 30_000, source });
    await expect(performed).rejects.toMatchObject({ constructor: TransientError, code: 'store-away' });
  },
);
