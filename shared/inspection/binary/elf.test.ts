import { buildElf, type ElfRecipe } from '../../../test/fixtures/elf.ts';
import { readElf } from './elf.ts';
import type { EntryBytes } from './entry-bytes.ts';

const buildId = '0123456789abcdef0123456789abcdef01234567';
const recipe: ElfRecipe = {
  buildId,
  strings: ['https://collect.example.com/v1', '/proc/self/maps'],
  code: Buffer.alloc(200, 0x90),
};

function bytesOf(buffer: Buffer, readable = buffer.length): EntryBytes {
  const read = async (offset: number, length: number) =>
    buffer.subarray(Math.min(offset, readable), Math.min(offset + length, readable));
  return { size: buffer.length, readable, read };
}

async function textOf(bytes: Buffer, name = 'libx.so'): Promise<string> {
  const { constants } = await readElf(bytesOf(bytes), name);
  return constants.map(({ offset, size }) => bytes.toString('latin1', offset, offset + size)).join('');
}

test.each([
  [32, true],
  [32, false],
  [64, true],
  [64, false],
] as const)('%i bits, little-endian %s: build id, machine and constants', async (bits, littleEndian) => {
  const bytes = buildElf({ ...recipe, bits, littleEndian, machine: 40 });
  expect(await readElf(bytesOf(bytes), 'libx.so')).toMatchObject({ bits, littleEndian, machine: 40, buildId });
  expect(await textOf(bytes)).toContain('\0https://collect.example.com/v1\0/proc/self/maps\0');
});

test('constants are found by the sections where a segment holds much else', async () => {
  const padding = Array.from({ length: 30 }, () => 'x'.repeat(100_000));
  const bytes = buildElf({ ...recipe, strings: [...recipe.strings!, ...padding] });
  const { constants } = await readElf(bytesOf(bytes), 'libx.so');
  expect(constants).toHaveLength(1);
  expect(bytes.toString('latin1', constants[0]!.offset, constants[0]!.offset + 31)).toBe('\0https://collect.example.com/v1');
});

test('without sections the segments for reading tell where constants are, and the notes', async () => {
  const bytes = buildElf({ ...recipe, stripped: true });
  const elf = await readElf(bytesOf(bytes), 'libx.so');
  expect(elf.buildId).toBe(buildId);
  expect(await textOf(bytes)).toContain('collect.example.com');
  expect(await textOf(bytes)).not.toContain('\x90');
});

test('of a prefix what is in it is known', async () => {
  const bytes = buildElf(recipe);
  const elf = await readElf(bytesOf(bytes, 300), 'libx.so');
  expect(elf.buildId).toBe(buildId);
  expect(elf.constants).toHaveLength(1);
});

test('a library without a build id', async () => {
  expect((await readElf(bytesOf(buildElf({ strings: ['x'] })), 'libx.so')).buildId).toBeNull();
});

test.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('#!/system/bin/sh\n'.repeat(8))],
  ['a header that breaks off', buildElf(recipe).subarray(0, 40)],
  ['a class that there is not', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 9, 1]), Buffer.alloc(80)])],
])('%s is no ELF file', async (_name, bytes) => {
  await expect(readElf(bytesOf(bytes), 'libx.so')).rejects.toMatchObject({ code: 'elf-header' });
});

test('places beyond the end, huge counts and false sizes find nothing and end', async () => {
  for (let at = 16; at < 64; at += 4) {
    const bytes = buildElf(recipe);
    bytes.writeUInt32LE(0xfffffff0, at);
    const elf = await readElf(bytesOf(bytes), 'libx.so');
    for (const { offset, size } of elf.constants) expect(offset >= 0 && size >= 0).toBe(true);
  }
});
