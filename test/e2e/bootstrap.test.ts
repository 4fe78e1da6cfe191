import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COPIED = [
  'services/bootstrap.mjs',
  'services/bootstrap',
  'services/console/tsconfig.json',
  'services/console/vite.config.mjs',
  'services/tsconfig.build.json',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** The bootstrap over a small project of its own, with our dependencies. */
describe('bootstrap', () => {
  let project: string;
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  };
  const bootstrap = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'services/bootstrap.mjs'), ...args], {
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  };

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'shelfgate-bootstrap-'));
    for (const path of COPIED) await cp(join(ROOT, path), join(project, path), { recursive: true });
    await write('shared/domain/word.ts', 'export const word = "shelf";\n');
    await write(
      'services/console/index.html',
      '<!doctype html><title>x</title><script type="module" src="/src/main.tsx"></script>\n',
    );
    await write(
      'services/console/src/main.tsx',
      `import { word } from '../../../shared/domain/word.ts';\ndocument.title = word;\n`,
    );
    await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'));
    await write('shared/greeting.ts', 'export const greeting: string = "hello";\n');
    await write('shared/old.ts', 'export const old = 1;\n');
    await write('shared/data.json', '{ "answer": 7 }\n');
    await write(
      'services/start.ts',
      `import { createRequire } from 'node:module';
import { greeting } from '../shared/greeting.ts';
const { answer } = createRequire(import.meta.url)('../shared/data.json') as { answer: number };
console.log(greeting, process.argv.slice(2).join(' '));
process.exitCode = answer;
`,
    );
  });
  afterAll(() => rm(project, { recursive: true, force: true }));

  test('builds, becomes the program with its arguments, and ends with its exit code', () => {
    expect(bootstrap('start', 'now')).toEqual({
      status: 7,
      output: expect.stringMatching(/Building …\n.*Bundling the console …\nhello start now\n$/),
    });
  });

  test('builds again only when something has changed, and removes what has no source any more', async () => {
    expect(bootstrap('start')).toEqual({ status: 7, output: 'hello start\n' });
    expect(existsSync(join(project, 'dist/shared/old.js'))).toBe(true);
    await rm(join(project, 'shared/old.ts'));
    await write('shared/data.json', '{ "answer": 8, "changed": true }\n');
    expect(bootstrap('start')).toMatchObject({ status: 8, output: expect.stringContaining('Building') });
    expect(existsSync(join(project, 'dist/shared/old.js'))).toBe(false);
  });

  test('the console is bundled beside the program, again when its files or the domain change, and not when tests do', async () => {
    const scripts = () => readdirSync(join(project, 'dist/console/assets')).filter((name) => name.endsWith('.js'));
    const [script = '', ...others] = scripts();
    expect(others).toEqual([]);
    const text = () => readFileSync(join(project, 'dist/console/assets', scripts()[0]!), 'utf8');
    expect(text()).toContain('shelf');
    const page = readFileSync(join(project, 'dist/console/index.html'), 'utf8');
    expect(page).toContain(`src="/console/assets/${script}"`);
    expect(page).toContain('nonce="__SHELFGATE_NONCE__"');
    expect(brotliDecompressSync(readFileSync(join(project, 'dist/console/assets', `${script}.br`))).toString()).toBe(text());
    expect(gunzipSync(readFileSync(join(project, 'dist/console/assets', `${script}.gz`))).toString()).toBe(text());

    await write('services/console/src/main.test.ts', 'test("x", () => {});\n');
    expect(bootstrap('build')).toEqual({ status: 0, output: '' });
    await write('shared/domain/word.ts', 'export const word = "gate";\n');
    expect(bootstrap('build').output).toContain('Bundling');
    expect(text()).toContain('gate');
    expect(scripts()).toHaveLength(1);
  });

  test('a console that cannot be bundled is said, the program does not start, and the last page stays', async () => {
    await write('services/console/src/main.tsx', `import './nowhere.ts';\n`);
    const { status, output } = bootstrap('start');
    expect(status).not.toBe(0);
    expect(output).toContain('nowhere.ts');
    expect(output).toContain('The console could not be bundled');
    expect(output).not.toContain('hello');
    expect(readdirSync(join(project, 'dist')).sort()).toEqual(['.build.json', 'console', 'services', 'shared']);
    expect(existsSync(join(project, 'dist/console/index.html'))).toBe(true);
    await write('services/console/src/main.tsx', 'document.title = "x";\n');
  });

  test('sources that do not compile are not run', async () => {
    await write('shared/greeting.ts', 'export const greeting: string = 1;\n');
    const { status, output } = bootstrap('start');
    expect(status).not.toBe(0);
    expect(output).toContain('shared/greeting.ts');
    expect(output).not.toContain('hello');
  });

  test('an unknown command shows what there is', () => {
    expect(bootstrap('dance')).toMatchObject({ status: 3, output: expect.stringContaining('Usage') });
  });
});
