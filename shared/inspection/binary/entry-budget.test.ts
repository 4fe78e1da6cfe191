import { buildZip } from '../../../services/cli/building/zip.ts';
import { bytesSource } from '../../../test/fixtures/source.ts';
import { Observations } from '../observations.ts';
import { readWithin } from './entry-budget.ts';
import { Ranges } from './ranges.ts';
import { openArchive } from './zip.ts';

test('what is read counts with its true length, what fails with all that it can hold', async () => {
  const observations = new Observations();
  const archive = await openArchive(
    new Ranges(
      bytesSource(
        buildZip([
          { name: 'small', data: Buffer.alloc(1000), lies: { size: 1 } },
          { name: 'bomb', data: Buffer.alloc(4 << 20), lies: { size: 1 } },
        ]),
      ),
    ),
    observations,
  );
  const budget = { left: 2 << 20 };
  const read = (name: string) => readWithin(archive, archive.byName.get(name)!, budget, 1 << 20, 'package', observations);
  expect((await read('small')).length).toBe(1000);
  expect(budget.left).toBe((2 << 20) - 1000);
  await expect(read('bomb')).rejects.toMatchObject({ code: 'zip-entry-too-large' });
  expect(budget.left).toBe((1 << 20) - 1000);
  await expect(read('bomb')).rejects.toMatchObject({ code: 'zip-entry-too-large' });
  expect(budget.left).toBe(0);
  await expect(read('small')).rejects.toMatchObject({ code: 'zip-entry-too-large' });
});
