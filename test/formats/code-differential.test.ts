import { basename } from 'node:path';
import { openLocalFile } from '../../services/cli/local-file.ts';
import { Ranges } from '../../shared/inspection/binary/ranges.ts';
import { openArchive } from '../../shared/inspection/binary/zip.ts';
import { readEntry } from '../../shared/inspection/binary/zip-entry.ts';
import { Observations } from '../../shared/inspection/observations.ts';
import { corpus, DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { programOf } from '../fixtures/program.ts';
import { dexdump, isInstalled } from './judges.ts';

const packages = [...DEPENDENCY_APKS.slice(0, 3), ...corpus('apk')].map((path) => [basename(path), path] as const);
const judged = isInstalled('dexdump') ? describe : describe.skip;

judged(`the program against dexdump${isInstalled('dexdump') ? '' : ' (not installed)'}`, () => {
  test.each(packages)('%s: every call of every method, by the class and name that it names', async (_name, path) => {
    const [judge, program] = await Promise.all([dexdump(path), readProgram(path)]);
    const { calls, methods, types } = program;
    const byMethod = new Int32Array(methods.count);
    for (let call = 0; call < calls.target.length; call++) byMethod[calls.target[call]!]! += 1;
    const counted = new Map<string, number>();
    for (const [method, count] of byMethod.entries()) {
      const owner = types.descriptor(methods.class[method]!);
      if (count === 0 || !/^\[*L/.test(owner)) continue;
      const key = `${owner}->${methods.name(method)}`;
      counted.set(key, (counted.get(key) ?? 0) + count);
    }
    const difference = [...new Set([...counted.keys(), ...judge.calls.keys()])].filter(
      (key) => counted.get(key) !== judge.calls.get(key),
    );
    expect(difference.slice(0, 20)).toEqual([]);
    expect(judge.calls.size).toBeGreaterThan(0);
  });
});

async function readProgram(path: string) {
  const file = await openLocalFile(path);
  try {
    const observations = new Observations();
    const archive = await openArchive(new Ranges(file), observations);
    const files = new Map<string, Buffer>();
    for (const [name, entry] of archive.byName) {
      if (/^classes\d*\.dex$/.test(name)) files.set(name, await readEntry(archive, entry, 1 << 28, 'code', observations));
    }
    return programOf(...files.values());
  } finally {
    await file.close();
  }
}
