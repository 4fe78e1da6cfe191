import { PermanentError } from '../domain/errors.ts';
import { readData } from './read-data.ts';
import { clausesFile, piTypesFile } from './schemas.ts';

test('a file that does not fit its schema is refused with file and place', () => {
  let thrown: unknown;
  try {
    readData('./data/clauses.json', piTypesFile);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(PermanentError);
  expect(thrown).toMatchObject({ code: 'knowledge-invalid' });
  expect((thrown as PermanentError).text.en).toContain('./data/clauses.json: entries.0');
});

test('lists that a file leaves out are empty, unknown fields are errors', () => {
  const note = { source: 'x'.repeat(40), confidence: 'high' };
  const type = { id: 'camera', name: { zh: '相机', en: 'Camera' }, sensitive: 'no', nonResettable: null };
  expect(piTypesFile.parse({ ...note, entries: [type] }).entries[0]?.synonyms).toEqual([]);
  expect(piTypesFile.safeParse({ ...note, entries: [{ ...type, colour: 'red' }] }).success).toBe(false);
  expect(clausesFile.safeParse({ entries: [] }).success).toBe(false);
});
