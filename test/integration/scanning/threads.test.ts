import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { deflateRawSync } from 'node:zlib';
import { buildDex } from '../../../services/cli/building/dex.ts';
import { runScanJob, type ScanJob, type ScanResult } from '../../../shared/inspection/code/scan-job.ts';
import { inspectPackage } from '../../../shared/inspection/index.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { ScanThreads } from '../../../shared/platform/scanning/threads.ts';
import { DEPENDENCY_APKS } from '../../fixtures/packages.ts';
import { bytesSource } from '../../fixtures/source.ts';
import { ensureBuild } from '../../support/build.ts';

beforeAll(ensureBuild);

const WISH = { fields: [], strings: [], prefixes: [] };

function stored(bytes: Buffer): ScanJob {
  const { length } = bytes;
  const entry = { name: 'classes.dex', method: 0, size: length, compressedSize: length, crc: 0 };
  return { packed: Uint8Array.from(bytes), entry, maxBytes: length, wish: WISH };
}

test('facts are the same, to the byte, with threads and without', async () => {
  const threads = new ScanThreads({ threads: 2 });
  try {
    for (const path of DEPENDENCY_APKS.filter((each) => !each.includes('androidTest'))) {
      const bytes = readFileSync(path);
      let handed = 0;
      const scanDex = (job: ScanJob) => {
        handed += 1;
        return threads.scan(job);
      };
      const context = { sha256: '0'.repeat(64), knowledge };
      const alone = await inspectPackage(bytesSource(bytes), context);
      const together = await inspectPackage(bytesSource(bytes), { ...context, scanDex });
      expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
      // One file alone is not worth a thread.
      expect(handed).toBe(alone.code.dexFiles.length > 1 ? alone.code.dexFiles.length : 0);
    }
  } finally {
    await threads.close();
  }
});

test('small files, whose bytes may lie in a pool of the thread, arrive whole', async () => {
  const threads = new ScanThreads({ threads: 1 });
  const bare = (result: ScanResult) => ({ ...result, dexes: result.dexes.map((dex) => ({ ...dex, bytes: [...dex.bytes] })) });
  try {
    const one = buildDex([{ name: 'a.One', methods: [{ name: 'run', calls: ['La/Two;->go()V'] }] }]);
    const deflated = { ...stored(one), packed: Uint8Array.from(deflateRawSync(one)) };
    const jobs = [stored(one), { ...deflated, entry: { ...deflated.entry, method: 8 } }, stored(Buffer.from('dex\n039\0'))];
    for (const job of jobs) expect(bare(await threads.scan(job))).toEqual(bare(runScanJob(job)));
  } finally {
    await threads.close();
  }
});

test('what a thread was doing when it ended fails, and the next job gets another', async () => {
  const threads = new ScanThreads({ threads: 1 });
  try {
    const job = stored(buildDex([{ name: 'a.One' }]));
    const lost = threads.scan(job);
    await Promise.all([expect(lost).rejects.toMatchObject({ code: 'scan-thread-died' }), threads.close()]);
    expect((await threads.scan(job)).dexes).toHaveLength(1);
  } finally {
    await threads.close();
  }
});

test('threads end with the thread that made them', async () => {
  // The outer thread keeps the inner one busy for ever; when it is ended, both must be gone or this process would not become idle.
  const file = new URL('../../../dist/shared/platform/scanning/threads.js', import.meta.url).href;
  const code = `
    const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(file)}).then(async ({ ScanThreads }) => {
      const threads = new ScanThreads({ threads: 1 });
      const entry = { name: 'classes.dex', method: 0, size: 4, compressedSize: 4, crc: 0 };
      const job = { packed: new Uint8Array(4), entry, maxBytes: 4, wish: { fields: [], strings: [], prefixes: [] } };
      await threads.scan(job);
      parentPort.postMessage('busy');
      for (;;) await threads.scan(job);
    });`;
  const outer = new Worker(code, { eval: true, env: {} });
  expect(await once(outer, 'message')).toEqual(['busy']);
  expect(await outer.terminate()).toBe(1);
});
