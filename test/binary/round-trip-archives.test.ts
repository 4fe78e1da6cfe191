import fc from 'fast-check';
import { buildZip } from '../../services/cli/building/zip.ts';
import { Ranges } from '../../shared/inspection/binary/ranges.ts';
import { openArchive } from '../../shared/inspection/binary/zip.ts';
import { readEntry } from '../../shared/inspection/binary/zip-entry.ts';
import { Observations } from '../../shared/inspection/observations.ts';
import { bytesSource } from '../fixtures/source.ts';

/** Whatever an archive holds comes out of it, however it was written. */

const name = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map((part) => part.replaceAll(/[/\\\0:]|^\.+$/g, '_')).join('/'));
const entries = fc.uniqueArray(
  fc.record({
    name,
    data: fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(5000).map((size) => new Uint8Array(size).fill(size)),
    ),
    stored: fc.boolean(),
    lies: fc.record({ dataDescriptor: fc.boolean(), localExtra: fc.uint8Array({ maxLength: 40 }) }, { requiredKeys: [] }),
  }),
  { selector: (entry) => entry.name, minLength: 1, maxLength: 12 },
);
const whole = fc.record(
  { zip64: fc.boolean(), comment: fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).map((text) => Buffer.from(text)) },
  { requiredKeys: [] },
);

test('names and contents, deflated or stored, with data descriptors, extra fields, a comment, or as a 64-bit archive', async () => {
  await fc.assert(
    fc.asyncProperty(entries, whole, async (given, lies) => {
      const observations = new Observations();
      const archive = await openArchive(new Ranges(bytesSource(buildZip(given, lies))), observations);
      expect(archive.entries.map((entry) => entry.name)).toEqual(given.map((entry) => entry.name));
      for (const { name: wanted, data } of given) {
        const content = await readEntry(archive, archive.byName.get(wanted)!, 1 << 20, 'package', observations);
        expect(Buffer.compare(content, data)).toBe(0);
      }
      expect(observations.gaps).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('data in front, with or without offsets that know of them, change nothing that is read', async () => {
  await fc.assert(
    fc.asyncProperty(
      entries,
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      fc.boolean(),
      async (given, prefix, unadjusted) => {
        const observations = new Observations();
        const archive = await openArchive(new Ranges(bytesSource(buildZip(given, { prefix, unadjusted }))), observations);
        for (const { name: wanted, data } of given) {
          const content = await readEntry(archive, archive.byName.get(wanted)!, 1 << 20, 'package', observations);
          expect(Buffer.compare(content, data)).toBe(0);
        }
        expect(observations.gaps).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});
