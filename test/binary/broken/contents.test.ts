import { buildApk } from '../../../services/cli/building/apk.ts';
import { readElf } from '../../../shared/inspection/binary/elf.ts';
import type { EntryBytes } from '../../../shared/inspection/binary/entry-bytes.ts';
import { hermesStrings } from '../../../shared/inspection/binary/hermes.ts';
import { BrokenBytes } from '../../../shared/inspection/broken.ts';
import { inspectPackage } from '../../../shared/inspection/index.ts';
import { LIMITS } from '../../../shared/inspection/limits.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { buildElf } from '../../fixtures/elf.ts';
import { buildHermes } from '../../fixtures/hermes.ts';
import { bytesSource, inspectBytes } from '../../fixtures/source.ts';

/** Numbers that look random and are the same in every run (xorshift, Marsaglia 2003). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function mutations(original: Buffer, count: number): Buffer[] {
  const next = numbers(20_261_121);
  return Array.from({ length: count }, () => {
    const bytes = Buffer.from(original.subarray(0, next(8) === 0 ? next(original.length) : original.length));
    for (let change = 0; change <= next(4); change++) {
      if (bytes.length > 4)
        bytes.writeUInt32LE([0, 1, 0x7fffffff, 0xffffffff, next(0xffffffff)][next(5)]!, next(bytes.length - 4));
    }
    return bytes;
  });
}

const wholeOf = (bytes: Buffer): EntryBytes => ({
  size: bytes.length,
  readable: bytes.length,
  read: async (offset, length) => {
    expect(offset >= 0 && length >= 0 && length <= LIMITS.elfHeaders * 64).toBe(true);
    return bytes.subarray(Math.min(offset, bytes.length), Math.min(offset + length, bytes.length));
  },
});

test('an ELF file with any bytes changed is read, or is none', async () => {
  for (const recipe of [{}, { bits: 32 as const }, { littleEndian: false }]) {
    for (const bytes of mutations(buildElf({ buildId: 'ab'.repeat(20), strings: ['x'.repeat(500)], ...recipe }), 400)) {
      const read = await readElf(wholeOf(bytes), 'lib.so').catch((error: unknown) => error);
      if (read instanceof Error) expect(read).toBeInstanceOf(BrokenBytes);
    }
  }
});

test('Hermes bytecode with any bytes changed gives no more text than asked for, or is none', () => {
  for (const bytes of mutations(buildHermes(['navigator', '位置', 'y'.repeat(400)]), 1000)) {
    try {
      expect(hermesStrings(bytes, 'x.bundle', 5000).length).toBeLessThanOrEqual(5000);
    } catch (error) {
      expect(error).toBeInstanceOf(BrokenBytes);
    }
  }
});

test('ten thousand entries that begin like archives and DEX files: few are fetched, and the rest is told', async () => {
  const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(300, 1)]);
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`assets/a${index}.apk`, head]));
  const source = bytesSource(
    buildApk({ packageName: 'com.example.app', classes: [{ name: 'com.example.app.A' }], entries: many }),
  );
  const facts = await inspectPackage(source, { sha256: 'ab'.repeat(32), knowledge });
  expect(facts.code.packages).toHaveLength(1);
  expect(facts.nested.length).toBeLessThanOrEqual(LIMITS.nestedOpened);
  expect(facts.coverage.level).toBe('partial');
  expect(JSON.stringify(facts).length).toBeLessThan(1_000_000);
});

test('scripts that are made of nothing but beginnings of texts', async () => {
  const entries = {
    'assets/www/a.js': '私'.repeat(400_000),
    'assets/www/b.js': '\\u9690'.repeat(200_000),
    'assets/www/c.js': 'uni.'.repeat(300_000),
    'assets/www/d.js': `navigator${'.a'.repeat(300_000)}`,
    'assets/www/e.js': '@react-native'.repeat(100_000),
    'assets/www/f.js': `react-native${'-a'.repeat(300_000)}`,
    'assets/apps/x/www/manifest.json': '['.repeat(300_000),
  };
  const facts = await inspectBytes(
    buildApk({ packageName: 'com.example.app', classes: [{ name: 'com.example.app.A' }], entries }),
  );
  expect(facts.code.packages).toHaveLength(1);
  expect(JSON.stringify(facts).length).toBeLessThan(200_000);
});
