import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureConsole } from '../../support/build.ts';
import { BUILT } from '../support/console.ts';

/** The same as in budget.test.ts, which asks a real browser; this one holds where there is none. */
const MOST_BYTES = 600_000;

const ASSETS = join(BUILT, 'assets');
const textOf = (name: string) => readFileSync(join(ASSETS, name), 'utf8');
const gzipped = (name: string) => statSync(join(ASSETS, `${name}.gz`)).size;

/** Scripts that a script cannot start without; `import()` is not among them. */
const needs = (name: string): string[] =>
  [...textOf(name).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)].map((match) => match[1]!);

/** The scripts and everything that they need, and so on. */
function closure(roots: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...needs(name));
  }
  return found;
}

describe('the bundle of the console', () => {
  let names: readonly string[];
  let first: readonly string[];
  beforeAll(async () => {
    await ensureConsole();
    names = readdirSync(ASSETS).filter((name) => !/\.(br|gz)$/.test(name));
    const page = readFileSync(join(BUILT, 'index.html'), 'utf8');
    first = [...page.matchAll(/"\/console\/assets\/([\w.-]+\.(?:js|css))"/g)].map((match) => match[1]!);
  });
  const scriptOf = (page: string) => names.find((name) => name.startsWith(`${page}-`) && name.endsWith('.js'))!;

  test.each(['login', 'queue'])('%s: at most 600 kB, with every style sheet there is', (page) => {
    const scripts = closure([...first.filter((name) => name.endsWith('.js')), scriptOf(page)]);
    expect(scripts.size).toBeGreaterThan(2);
    const styles = names.filter((name) => name.endsWith('.css'));
    const bytes = [...scripts, ...styles].reduce((sum, name) => sum + gzipped(name), 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('charts come with the overview and with no page that is opened before it', () => {
    const charts = names.filter((name) => name.endsWith('.js') && textOf(name).includes('recharts-'));
    expect(charts.length).toBeGreaterThan(0);
    for (const page of ['login', 'queue', 'submission']) {
      const scripts = closure([...first.filter((name) => name.endsWith('.js')), scriptOf(page)]);
      expect(charts.filter((name) => scripts.has(name))).toEqual([]);
    }
  });

  test('holds nothing of the machine that built it, no source and no map', () => {
    expect(names.filter((name) => !/^[\w.-]+-[\w-]{8}\.(?:js|css|svg|png|woff2)$/.test(name))).toEqual([]);
    for (const name of names.filter((each) => /\.(js|css)$/.test(each))) {
      expect([name, /sourceMappingURL|node_modules\/|\/home\/|\/root\//.test(textOf(name))]).toEqual([name, false]);
    }
  });

  test('every script and style sheet has its compressed forms', () => {
    for (const name of names.filter((each) => /\.(js|css|svg)$/.test(each))) {
      expect([name, gzipped(name) > 0, statSync(join(ASSETS, `${name}.br`)).size > 0]).toEqual([name, true, true]);
    }
  });
});
