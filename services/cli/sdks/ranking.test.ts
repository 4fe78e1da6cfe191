import { NEUTRAL_PACKAGE } from '../../../test/rules/support/facts.ts';
import { Company, vendorWord } from './company.ts';
import { Ranking } from './ranking.ts';
import { Tally } from './tally.ts';

test('the commonest come first, several versions of an app are one', () => {
  const ranking = new Ranking();
  ranking.add('a', ['x', 'y']);
  ranking.add('b', ['y']);
  ranking.add('a', ['z', 'y']);
  expect(ranking.apps).toBe(2);
  expect(ranking.ranked(1)).toEqual([
    { name: 'y', apps: 2 },
    { name: 'x', apps: 1 },
    { name: 'z', apps: 1 },
  ]);
  expect(ranking.ranked(2).map(({ name }) => name)).toEqual(['y']);
});

test('beyond what memory is for, the rarest are forgotten, and it says so', () => {
  const ranking = new Ranking(100);
  for (let app = 0; app < 1_000; app += 1) ranking.add(`app ${app}`, ['common', `own ${app}`]);
  expect(ranking.approximate).toBe(true);
  expect(ranking.size).toBeLessThanOrEqual(100);
  expect(ranking.ranked(2)).toEqual([{ name: 'common', apps: 1_000 }]);
});

test('a tally counts each name once a time, keeps no more than it may, and says so', () => {
  const tally = new Tally(2);
  tally.add(['b', 'b', 'a']);
  tally.add(['a', 'c']);
  expect(tally.ranked()).toEqual([
    { name: 'a', count: 2 },
    { name: 'b', count: 1 },
  ]);
  expect([tally.full, tally.of('c')]).toEqual([true, 0]);
});

describe('what seems to be of the same vendor', () => {
  const facts = (...hosts: string[]) => ({ ...NEUTRAL_PACKAGE, code: { ...NEUTRAL_PACKAGE.code, hosts } });
  const seen = (carriers: string[][], others: string[][]) => {
    const company = new Company();
    for (const hosts of carriers) company.add(facts(...hosts), ['com.acmeads']);
    for (const hosts of others) company.add(facts(...hosts), []);
    return company.of('com.acmeads', carriers.length, 'hosts').map(({ name }) => name);
  };

  test('names that hold its word; what everybody has is not', () => {
    expect(seen([['log.acmeads.cn', 'cdn.example.com']], [['cdn.example.com']])).toEqual(['log.acmeads.cn']);
  });

  test('names that come with it and hardly without it, once there are enough apps to say so', () => {
    const together = ['t.xyzlog.cn', 'cdn.example.com'];
    expect(seen([together, together], [['cdn.example.com']])).toEqual([]);
    expect(seen([together, together, together], [['cdn.example.com']])).toEqual(['t.xyzlog.cn']);
  });

  test('no name of another form', () => {
    expect(seen([['acmeads.cn\u0000', 'acmeads', `${'a'.repeat(200)}.acmeads.cn`]], [])).toEqual([]);
  });

  test.each([
    ['com.umeng.analytics', 'umeng'],
    ['cn.com.vendor', 'vendor'],
    ['com.github.somebody', 'somebody'],
    ['io.sdk.core', null],
  ])('the word of %s is %s', (prefix, word) => {
    expect(vendorWord(prefix)).toBe(word);
  });
});
