import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openFilingRegistry } from './index.ts';

const MODULUS = Buffer.from(
  generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' }).n!,
  'base64url',
).toString('hex');
const FILING = {
  number: '粵ICP備12345678號－2a',
  appName: '示例应用',
  operator: '示例科技（深圳）有限公司',
  packages: [
    {
      platform: 'android',
      packageName: 'com.example.app',
      certificateMd5: 'D4:1D:8C:D9:8F:00:B2:04:E9:80:09:98:EC:F8:42:7E',
      publicKey: `00${MODULUS}`,
    },
  ],
};
const RECORD = {
  ...FILING,
  number: '粤ICP备12345678号-2A',
  status: 'active',
  packages: [
    {
      ...FILING.packages[0],
      certificateMd5: 'd41d8cd98f00b204e9800998ecf8427e',
      publicKey: MODULUS.replace(/^0+/, '').toUpperCase(),
    },
  ],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filing-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A registry over a file that can be replaced, and what it logged. */
function registryOf(file: string) {
  const lines: { level: string; details: Record<string, unknown> }[] = [];
  const to = (level: string) => (details: object) => void lines.push({ level, details: details as Record<string, unknown> });
  const path = join(folder, file);
  const registry = openFilingRegistry({
    path,
    log: { info: to('info'), warn: to('warn'), error: to('error') },
    lookEveryMs: 0,
  });
  const write = async (content: string | Uint8Array) => {
    await writeFile(`${path}.new`, content);
    await rename(`${path}.new`, path);
  };
  return {
    registry,
    lines,
    path,
    write,
    problems: () => lines.filter(({ level }) => level !== 'info').map(({ details }) => details),
  };
}

const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');
const HEADER = ['number', 'appName', 'operator', 'status', 'platform', 'packageName', 'certificateMd5', 'publicKey'];
const ROW = [
  ...[FILING.number, FILING.appName, FILING.operator, 'active', 'android', 'com.example.app'],
  ...[FILING.packages[0]!.certificateMd5, FILING.packages[0]!.publicKey],
];

describe('what a file says, in each format', () => {
  test.each([
    ['filings.json', JSON.stringify({ filings: [FILING] })],
    ['filings.yaml', `# exported\nfilings:\n  - ${JSON.stringify(FILING)}\n`],
    ['filings.jsonl', `\n${JSON.stringify(FILING)}\n\n`],
    ['filings.ndjson', `\uFEFF${JSON.stringify(FILING)}`],
    ['filings.csv', csv([HEADER, ROW])],
    ['FILINGS.CSV', `${csv([HEADER, ROW])}\r\n\r\n`],
  ])('%s', async (file, content) => {
    const { registry, write, problems } = registryOf(file);
    await write(content);
    const found = await registry.lookup('APP备案号：粤ICP备12345678号-2A');
    expect(found).toEqual({
      registry: expect.stringMatching(`^${file} sha256:[0-9a-f]{64}$`),
      asked: '粤ICP备12345678号-2A',
      outcome: 'found',
      record: RECORD,
    });
    expect(await registry.lookup('粤ICP备12345678号-3A')).toMatchObject({ outcome: 'not-found', record: null });
    expect(await registry.lookup('备案中')).toMatchObject({ asked: '备案中', outcome: 'not-found' });
    expect(problems()).toEqual([]);
  });

  test('rows of one number are its packages', async () => {
    const { registry, write } = registryOf('filings.csv');
    const harmony = ['粤ICP备12345678号-2A', FILING.appName, FILING.operator, '', 'harmony', 'com.example.app', '', ''];
    const none = ['粤ICP备12345678号-3A', '"另一""应用"'.slice(1, -1), FILING.operator, 'cancelled', '', '', '', ''];
    await write(csv([HEADER, ROW, harmony, none]));
    const { record } = await registry.lookup(FILING.number);
    expect(record?.packages.map(({ platform }) => platform)).toEqual(['android', 'harmony']);
    expect(await registry.lookup('粤ICP备12345678号-3A')).toMatchObject({
      record: { appName: '另一"应用', status: 'cancelled', packages: [] },
    });
  });

  test('a spreadsheet in GB18030', async () => {
    const { registry, write } = registryOf('filings.csv');
    // 京ICP备12345678号-1A, 名 and 司 in GB18030.
    const number = Buffer.concat([
      Buffer.from('bea9', 'hex'),
      Buffer.from('ICP'),
      Buffer.from('b1b8', 'hex'),
      Buffer.from('12345678'),
    ]);
    const rest = Buffer.concat([Buffer.from('bac5', 'hex'), Buffer.from('-1A,'), Buffer.from('c3fb', 'hex'), Buffer.from(',')]);
    await write(
      Buffer.concat([Buffer.from('number,appName,operator\n'), number, rest, Buffer.from('cbbe', 'hex'), Buffer.from('\n')]),
    );
    expect(await registry.lookup('京ICP备12345678号-1A')).toMatchObject({ record: { appName: '名', operator: '司' } });
  });

  test('what is of no use is left out and told', async () => {
    const { registry, write, problems } = registryOf('filings.jsonl');
    const cut = { ...FILING, packages: [{ ...FILING.packages[0], publicKey: '3.05E+154' }] };
    await write(`${JSON.stringify({ ...FILING, number: '办理中' })}\n${JSON.stringify(cut)}\n`);
    const { record } = await registry.lookup(FILING.number);
    expect(record?.packages[0]).toMatchObject({ certificateMd5: RECORD.packages[0]!.certificateMd5, publicKey: null });
    expect(problems()).toMatchObject([{ ignored: [{ line: 1 }, { line: 2 }] }]);
  });
});

describe('a file that is broken', () => {
  const SECRET = '不应出现在日志里';
  test.each([
    ['a.json', '{', 1, /not readable/],
    ['a.json', JSON.stringify({ filings: [FILING], more: 1 }), 1, /unknown field/],
    ['a.json', '{"filings": []}', 1, /no filing/],
    ['a.yaml', `filings:\n- number: 粤ICP备12345678号-2A\n  appName: ${SECRET}\n`, 2, /^operator is missing$/],
    ['a.yaml', `filings:\n- {number: a, appName: ${SECRET}, operator: b, ${SECRET}: 1}\n`, 2, /unknown field \(at position 4\)/],
    ['a.jsonl', `${JSON.stringify(FILING)}\n{"number": "${SECRET}`, 2, /^not JSON$/],
    ['a.jsonl', `${JSON.stringify(FILING)}\n\n${JSON.stringify(FILING)}`, 3, /that of line 1/],
    ['a.jsonl', JSON.stringify({ ...FILING, status: SECRET }), 1, /^status must be one of active, cancelled$/],
    [
      'a.jsonl',
      JSON.stringify({ ...FILING, packages: [{ platform: 'android', packageName: ' ' }] }),
      1,
      /^packages.0.packageName is empty$/,
    ],
    ['a.yaml', 'a: &a [1, 1]\nfilings: [*a, *a]\n', 1, /aliases/],
    ['a.jsonl', '', 1, /no filing/],
    ['a.jsonl', 'null', 1, /must be object/],
    ['a.csv', `number,appName\n`, 1, /no column operator/],
    ['a.csv', `number,appName,operator,${SECRET}\n`, 1, /column 4 is none of/],
    ['a.csv', csv([HEADER, ROW, ['a']]), 3, /1 cells where the header has 8/],
    ['a.csv', csv([HEADER, ROW, [...ROW.slice(0, 2), '别的公司', ...ROW.slice(3)]]), 3, /that of line 2/],
    ['a.csv', `number,appName,operator\na,"b${SECRET}`, 2, /quote that is not closed/],
    ['a.csv', 'number,appName,operator\na,"b"c,d', 2, /after a closing quote/],
    ['a.xlsx', 'x', 1, /must end in one of \.json/],
  ])('%s, case %#', async (file, content, line, reason) => {
    const { registry, write, lines, problems } = registryOf(file);
    await write(content);
    expect(await registry.lookup(FILING.number)).toMatchObject({ registry: file, outcome: 'unavailable', record: null });
    expect(problems()).toEqual([{ file, inUse: null, line, reason: expect.stringMatching(reason) }]);
    expect(JSON.stringify(lines)).not.toContain(SECRET);
    expect(JSON.stringify(lines)).not.toContain(folder);
  });
});

test('the last good one stays in use while the file is broken or gone, and each trouble is told once', async () => {
  const { registry, write, path, problems } = registryOf('filings.jsonl');
  expect(await registry.lookup(FILING.number)).toMatchObject({ outcome: 'unavailable' });
  await registry.lookup(FILING.number);
  expect(problems()).toEqual([{ file: 'filings.jsonl', inUse: null, reason: 'ENOENT' }]);

  await write(JSON.stringify(FILING));
  const { registry: first } = await registry.lookup(FILING.number);
  expect(first).toContain('sha256:');
  await write('{');
  expect(await registry.lookup(FILING.number)).toMatchObject({ outcome: 'found', registry: first });
  await registry.lookup(FILING.number);
  await unlink(path);
  expect(await registry.lookup(FILING.number)).toMatchObject({ outcome: 'found', registry: first });
  expect(problems()).toHaveLength(3);

  await write(JSON.stringify({ ...FILING, status: 'cancelled' }));
  const last = await registry.lookup(FILING.number);
  expect(last).toMatchObject({ outcome: 'found', record: { status: 'cancelled' } });
  expect(last.registry).not.toBe(first);
});

test('lookups at the same time read the file once', async () => {
  const { registry, write, lines } = registryOf('filings.jsonl');
  await write(JSON.stringify(FILING));
  const found = await Promise.all(Array.from({ length: 20 }, () => registry.lookup(FILING.number)));
  expect(found.every(({ outcome }) => outcome === 'found')).toBe(true);
  expect(lines).toHaveLength(1);
});

test.each([
  ['a folder', (path: string) => mkdir(path)],
  ['a pipe that nobody writes to', async (path: string) => void execFileSync('mkfifo', [path])],
])('%s in the place of the file is unreachable, and nothing waits for it', async (_what, make) => {
  const { registry, path, problems } = registryOf('filings.jsonl');
  await make(path);
  expect(await registry.lookup(FILING.number)).toMatchObject({ outcome: 'unavailable' });
  expect(problems()).toMatchObject([{ reason: 'ENOTFILE' }]);
});

test('a file that is still being written is not taken for the whole', async () => {
  const { registry, path, write, lines } = registryOf('filings.jsonl');
  await write(JSON.stringify(FILING));
  await registry.lookup(FILING.number);
  const other = (at: number) => `${JSON.stringify({ ...FILING, number: `京ICP备1000000${at}号-1A` })}\n`;
  await writeFile(path, other(0));
  const writing = (async () => {
    for (let at = 1; at < 8; at += 1) {
      await pause(30);
      await appendFile(path, other(at));
    }
    await appendFile(path, JSON.stringify(FILING));
  })();
  // Its own number stands at the end: half a registry would call it not filed.
  const answers = [];
  while (answers.length < 4) answers.push(await registry.lookup(FILING.number));
  await writing;
  expect(answers.map(({ outcome }) => outcome)).toEqual(Array(4).fill('found'));
  await pause(150);
  await registry.lookup(FILING.number);
  expect(lines.at(-1)?.details).toMatchObject({ filings: 9 });
});
