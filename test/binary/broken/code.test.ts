import { buildApk } from '../../../services/cli/building/apk.ts';
import { buildDex, type ClassRecipe } from '../../../services/cli/building/dex.ts';
import { inspectBytes } from '../../fixtures/source.ts';

/** Code that is made to take for ever: hierarchies, calls and names whose cost would grow with the square, or without end. */

const ENTRY: ClassRecipe = {
  name: 'com.example.Main',
  superclass: 'android.app.Activity',
  methods: [
    {
      name: 'onCreate',
      descriptor: '(Landroid/os/Bundle;)V',
      calls: ['Ljava/lang/Runnable;->run()V', 'Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;'],
    },
  ],
};
const IMEI = 'Landroid/telephony/TelephonyManager;->getDeviceId';
const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Facts of an app with an activity whose call of `getDeviceId` must be found, whatever stands beside it. */
async function factsBeside(classes: readonly ClassRecipe[]) {
  const facts = await inspectBytes(
    buildApk({
      packageName: 'com.example',
      components: [{ kind: 'activity', name: '.Main', launcher: true, exported: true }],
      classes: [ENTRY],
      moreDex: [classes],
    }),
  );
  expect(facts.gaps.filter(({ code }) => code === 'reader-failed')).toEqual([]);
  expect(facts.code.apiUses.map(({ target }) => target)).toContain(IMEI);
  expect(JSON.stringify(facts).length).toBeLessThan(1_000_000);
  return facts;
}

const reached = (facts: Awaited<ReturnType<typeof factsBeside>>) =>
  facts.code.apiUses.find(({ target }) => target === IMEI)?.callers.some(({ paths = [] }) => paths.length > 0) ?? false;

test('a hierarchy of twenty thousand levels', async () => {
  const facts = await factsBeside(
    times(20_000, (i) => ({
      name: `a.C${i}`,
      superclass: i === 0 ? 'android.app.Activity' : `a.C${i - 1}`,
      methods: [{ name: 'run', calls: [`La/C${(i * 7) % 20_000};->run()V`] }],
    })),
  );
  expect(facts.gaps).toEqual([]);
  expect(reached(facts)).toBe(true);
});

test('classes and interfaces that are their own parents', async () => {
  const facts = await factsBeside(
    times(2000, (i) => ({
      name: `a.C${i}`,
      superclass: `a.C${(i + 1) % 2000}`,
      interfaces: [`a.C${(i + 1) % 2000}`, `a.C${i}`],
      methods: [{ name: 'run', calls: [`La/C${i};->missing()V`] }],
    })),
  );
  expect(reached(facts)).toBe(true);
});

test('interfaces that extend all those before them, so that paths through them double with each', async () => {
  const interfaces: ClassRecipe[] = times(200, (i) => ({
    name: `a.I${i}`,
    flags: 0x601,
    interfaces: times(i, (j) => `a.I${j}`),
    methods: [{ name: 'go', flags: 0x401 }],
  }));
  const implementing: ClassRecipe[] = times(200, (i) => ({
    name: `a.K${i}`,
    interfaces: times(200, (j) => `a.I${j}`),
    methods: [{ name: 'go', calls: times(20, (j) => `La/I${j};->go()V`) }],
  }));
  expect(reached(await factsBeside([...interfaces, ...implementing]))).toBe(true);
});

test('thousands of bodies that each may call all the others', async () => {
  const facts = await factsBeside(
    times(8000, (i) => ({
      name: `a.R${i}`,
      interfaces: ['java.lang.Runnable'],
      methods: [{ name: 'run', calls: ['Ljava/lang/Runnable;->run()V'] }],
    })),
  );
  expect(reached(facts)).toBe(true);
});

test('names of half a megabyte end that file alone, and that is said', async () => {
  const facts = await factsBeside(
    times(20, (i) => ({ name: `a.${'N'.repeat(100_000)}${i}`, methods: [{ name: `${'x'.repeat(500_000)}${i}` }] })),
  );
  expect(facts.gaps.map(({ code }) => code)).toContain('dex-names-unreadable');
  expect(facts.coverage.level).not.toBe('full');
});

test('strings without end that look like addresses, keys and sentences', async () => {
  const strings = [
    `https://${'a.'.repeat(9000)}com/`,
    `http://${'1.'.repeat(9000)}`,
    'http://'.repeat(2800),
    'a@'.repeat(9000),
    '隐私政策'.repeat(5000),
  ];
  const methods = times(60, (i) => ({ name: `m${i}`, strings: strings.map((text) => `${text}${i}`) }));
  const facts = await factsBeside([{ name: 'a.A', methods }]);
  expect(JSON.stringify(facts.code).length).toBeLessThan(200_000);
});

test('a class that says it has four thousand million methods', async () => {
  const dex = buildDex([{ name: 'a.A', methods: [{ name: 'run' }] }]);
  const classData = dex.readUInt32LE(dex.readUInt32LE(100) + 24);
  // Counts of `class_data_item` (DEX format) are LEB128; the largest number goes over the three that follow it too.
  dex.set([0xff, 0xff, 0xff, 0xff, 0x0f], classData);
  const facts = await inspectBytes(buildApk({ packageName: 'com.example', classes: [ENTRY], entries: { 'classes2.dex': dex } }));
  expect(facts.gaps.map(({ code }) => code)).not.toContain('reader-failed');
  expect(facts.gaps.length).toBeGreaterThan(0);
  expect(facts.code.apiUses.map(({ target }) => target)).toContain(IMEI);
});

test('names that are made to collide cost the program, not the time', async () => {
  const facts = await factsBeside([{ name: 'a.A', methods: colliding(40_000).map((name) => ({ name })) }]);
  expect(facts.gaps.map(({ code }) => code)).toContain('dex-colliding-names');
});

/**
 * Identifiers that all have one FNV-1a hash: for each of sixteen places two different blocks of letters that lead to the same state, so
 * that every choice among them does (Joux, "Multicollisions in Iterated Hash Functions", 2004).
 */
function colliding(count: number): string[] {
  let state = 0x811c9dc5;
  const pairs: [string, string][] = [];
  while (2 ** pairs.length < count) {
    const found = twoBlocks(state);
    pairs.push(found.blocks);
    state = found.state;
  }
  return times(count, (i) => pairs.map((pair, place) => pair[(i >> place) & 1]).join(''));
}

function twoBlocks(from: number): { blocks: [string, string]; state: number } {
  const seen = new Map<number, string>();
  for (let i = 0; ; i++) {
    // Letters all over the place: FNV spreads neighbours badly, and they would not meet for long.
    const spread = Math.imul(i, 0x9e3779b1) >>> 0;
    const block = times(7, (place) => String.fromCharCode(97 + (Math.floor(spread / 26 ** place) % 26))).join('');
    const state = [...Buffer.from(block)].reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), from);
    const other = seen.get(state);
    if (other !== undefined) return { blocks: [other, block], state };
    seen.set(state, block);
  }
}
