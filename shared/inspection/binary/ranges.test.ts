import { Ranges } from './ranges.ts';

function counted(bytes: Buffer) {
  const reads: [number, number][] = [];
  const read = async (offset: number, length: number) => {
    reads.push([offset, length]);
    return bytes.subarray(offset, offset + length);
  };
  return { reads, ranges: new Ranges({ size: bytes.length, read }) };
}

test('neighbouring small reads cost one exchange, a large one exactly its bytes', async () => {
  const { reads, ranges } = counted(Buffer.alloc(1 << 20, 7));
  await ranges.read(1000, 10, 'x');
  await ranges.read(2000, 500, 'x');
  await ranges.read(1000 + (64 << 10) - 5, 5, 'x');
  expect(reads).toEqual([[1000, 64 << 10]]);
  expect((await ranges.read(300_000, 200_000, 'x')).length).toBe(200_000);
  expect(reads[1]).toEqual([300_000, 200_000]);
  expect(ranges.fetched).toBe((64 << 10) + 200_000);
});

test('reads end with the source, and one that begins beyond it is broken', async () => {
  const { ranges } = counted(Buffer.from('0123456789'));
  expect((await ranges.read(6, 100, 'x')).toString()).toBe('6789');
  await expect(ranges.read(11, 1, 'header')).rejects.toMatchObject({ code: 'beyond-end', place: 'header @ 0xb' });
});

test('a source that gives too little is not taken for the end of the file', async () => {
  const ranges = new Ranges({ size: 100, read: async () => new Uint8Array(3) });
  await expect(ranges.read(0, 10, 'x')).rejects.toMatchObject({ code: 'source-short' });
});

test('a small source is fetched once and whole, wherever it is read', async () => {
  const { reads, ranges } = counted(Buffer.from('0123456789'));
  const [head, tail] = await Promise.all([ranges.read(0, 4, 'x'), ranges.read(8, 2, 'x')]);
  expect([head.toString(), tail.toString()]).toEqual(['0123', '89']);
  expect(reads).toEqual([[0, 10]]);
});
