import { attribute, readSections } from './jar-manifest.ts';

test('lines are continued behind every kind of break, and sections keep their bytes', () => {
  const text = 'Manifest-Version: 1.0\r\nA: b\n c\r d\r\n \r\n e\r\n\r\nName: x\n y\nSHA: 1';
  const [main, named] = readSections(Buffer.from(text));
  expect(main!.attributes).toEqual(['Manifest-Version', '1.0', 'A', 'bcde']);
  expect([named!.name, attribute(named!, 'sha')]).toEqual(['xy', '1']);
  expect(text.slice(named!.start, named!.end)).toBe('Name: x\n y\nSHA: 1');
});

test('a line of millions of continuations is one text', () => {
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
  const sections = readSections(Buffer.from(`A: b\r\n${' c\r\n'.repeat(4_000_000)}`));
  const after = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
  expect(sections[0]!.attributes[1]).toHaveLength(4_000_001);
  expect(after - before).toBeLessThan(150 << 20);
});
