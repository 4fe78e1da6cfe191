import { readFileSync } from 'node:fs';
import { buildDex } from '../../../test/fixtures/dex.ts';
import { Observations } from '../observations.ts';
import { buildProgram } from './build-program.ts';
import { scanEntry } from './scan-dex.ts';

test('x', () => {
  const b = buildDex([{ name: 'a.B', methods: [{ name: 'run', calls: ['Lb/C;->go(Ljava/lang/String;I)V'] }] }]);
  const { dexes } = scanEntry(b as Buffer<ArrayBuffer>, 'classes.dex', { fields: [], strings: [], prefixes: [] });
  const { program } = buildProgram(
    dexes.map((scanned) => ({ entry: 'classes.dex', hidden: false, scanned })),
    new Observations(),
  );
  expect(program.calls.target.length).toBe(1);
  expect(program.methods.prototype(program.calls.target[0]!)).toBe('(Ljava/lang/String;I)V');
  void readFileSync;
});
