import { InputError } from '../../shared/domain/errors.ts';
import { parseCommand } from './arguments.ts';

function placeOfError(...args: string[]): string | undefined {
  try {
    parseCommand(args);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const { code, text, place } = error as InputError;
    expect(code).toBe('usage');
    expect(text.zh).not.toBe('');
    expect(text.en).not.toBe('');
    return place;
  }
  throw new Error('was accepted');
}

describe('review', () => {
  test('takes a file, a listing and a policy', () => {
    expect(parseCommand(['review', 'app.apk', '--listing', 'l.json', '--policy', 'p.html', '--json', '--lang', 'zh'])).toEqual({
      name: 'review',
      file: 'app.apk',
      listing: 'l.json',
      policy: 'p.html',
      fetch: false,
      records: null,
      rulebook: null,
      date: null,
      save: null,
      factsOut: null,
      sdksOut: null,
      print: { format: 'verdict', language: 'zh', output: null },
      timeoutMs: 300_000,
    });
  });

  test('both languages and a readable verdict are the default', () => {
    expect(parseCommand(['review', '--listing=l.json', 'app.apk'])).toMatchObject({
      print: { format: 'text', language: 'both', output: null },
      policy: null,
    });
  });

  test('a report is in Chinese unless told otherwise, and goes into a file where one is named', () => {
    const args = ['review', '--listing=l.json', 'app.apk', '--format', 'html'];
    expect(parseCommand(args)).toMatchObject({ print: { format: 'html', language: 'zh', output: null } });
    expect(parseCommand([...args, '--lang', 'en', '--output', 'r.html'])).toMatchObject({
      print: { format: 'html', language: 'en', output: 'r.html' },
    });
    expect(parseCommand(['verdict', '--case', 'c.json', '--format=sarif'])).toMatchObject({ print: { format: 'sarif' } });
  });

  test.each([
    [['review'], 'FILE'],
    [['review', 'a.apk'], '--listing'],
    [['review', 'a.apk', 'b.apk', '--listing', 'l'], 'b.apk'],
    [['review', 'a.apk', '--listing', 'l', '--policy', 'p', '--fetch'], '--fetch'],
    [['review', 'a.apk', '--listing', 'l', '--lang', 'fr'], '--lang'],
    [['review', 'a.apk', '--listing', 'l', '--timeout=-1'], '--timeout'],
    [['review', 'a.apk', '--listing', 'l', '--unknown'], 'review'],
    [['review', 'a.apk', '--listing', 'l', '--format', 'pdf'], '--format'],
    [['review', 'a.apk', '--listing', 'l', '--format', 'json', '--json'], '--format'],
    [['review', 'a.apk', '--listing', 'l', '--output', ''], '--output'],
    [['review', 'a.apk', '--listing', 'l', '--date', '2026-02-30'], '--date'],
  ])('refuses %j and says where', (args, place) => {
    expect(placeOfError(...args)).toBe(place);
  });
});

describe('verdict', () => {
  test('takes one document, or each in its own', () => {
    expect(parseCommand(['verdict', '--case', 'c.json', '--rulebook', 'b.yaml', '--date', '2026-11-22'])).toEqual({
      name: 'verdict',
      from: { kind: 'case', file: 'c.json' },
      rulebook: 'b.yaml',
      date: '2026-11-22',
      print: { format: 'verdict', language: 'both', output: null },
    });
    expect(parseCommand(['verdict', '--facts', 'f', '--policy-facts', 'p', '--listing', 'l', '--json'])).toMatchObject({
      from: { kind: 'parts', facts: 'f', policy: 'p', listing: 'l', records: null },
      print: { format: 'verdict', language: 'both', output: null },
    });
  });

  test.each([
    [['verdict'], '--facts'],
    [['verdict', 'f.json'], 'f.json'],
    [['verdict', '--facts', 'f', '--listing', 'l'], '--policy-facts'],
    [['verdict', '--case', 'c', '--records', 'r'], '--records'],
    [['verdict', '--case', 'c', '--date', 'today'], '--date'],
  ])('refuses %j and says where', (args, place) => {
    expect(placeOfError(...args)).toBe(place);
  });
});

describe('rulebook', () => {
  test('looks at one file, or tries it', () => {
    expect(parseCommand(['rulebook', 'check', 'b.yaml', '--on', '2026-11-22'])).toEqual({
      name: 'rulebook',
      action: 'check',
      file: 'b.yaml',
      on: '2026-11-22',
      json: false,
      language: 'both',
    });
    expect(parseCommand(['rulebook', 'try', 'b.yaml', '--store', 's', '--against', 'a.yaml', '--limit', '9'])).toMatchObject({
      action: 'try',
      store: 's',
      cases: null,
      against: 'a.yaml',
      limit: 9,
    });
  });

  test.each([
    [['rulebook'], 'rulebook'],
    [['rulebook', 'lint', 'b'], 'rulebook'],
    [['rulebook', 'check'], 'FILE'],
    [['rulebook', 'check', 'a', 'b'], 'b'],
    [['rulebook', 'show', 'a', '--on', '2026-01-01'], '--on'],
    [['rulebook', 'check', 'a', '--store', 's'], '--store'],
    [['rulebook', 'try', 'a'], '--store'],
    [['rulebook', 'try', 'a', '--store', 's', '--cases', 'c'], '--store'],
    [['rulebook', 'try', 'a', '--cases', 'c', '--limit', '0'], '--limit'],
  ])('refuses %j and says where', (args, place) => {
    expect(placeOfError(...args)).toBe(place);
  });
});

describe('key', () => {
  test('create takes scopes, rate and an end', () => {
    const args = ['key', 'create', '--store', '示例商店', '--scopes', 'submissions:read, submissions:write', '--rate', '120'];
    expect(parseCommand([...args, '--expires', '2027-01-31'])).toMatchObject({
      action: 'create',
      store: '示例商店',
      scopes: ['submissions:read', 'submissions:write'],
      ratePerMinute: 120,
      expires: new Date('2027-01-31'),
    });
  });

  test('revoke needs an id, and no store', () => {
    expect(parseCommand(['key', 'revoke', 'key_1'])).toMatchObject({ action: 'revoke', id: 'key_1', store: null });
    expect(placeOfError('key', 'revoke')).toBe('ID');
    expect(placeOfError('key', 'rotate', '--store', 's')).toBe('ID');
  });

  test('refuses an unknown action, a missing store, a bad date', () => {
    expect(placeOfError('key', 'print')).toBe('key');
    expect(placeOfError('key', 'create')).toBe('--store');
    expect(placeOfError('key', 'create', '--store', 's', '--expires', 'soon')).toBe('--expires');
    expect(placeOfError('key', 'create', '--store', 's', '--rate', 'fast')).toBe('--rate');
  });
});

test('rules come as text, JSON, Markdown or pages, not two at once', () => {
  expect(parseCommand(['rules'])).toMatchObject({ as: 'text' });
  expect(parseCommand(['rules', '--markdown'])).toMatchObject({ as: 'markdown' });
  expect(parseCommand(['rules', 'listing/hidden-app'])).toMatchObject({ as: 'text', rule: 'listing/hidden-app', folder: null });
  expect(parseCommand(['rules', '--html', 'pages'])).toMatchObject({ as: 'html', rule: null, folder: 'pages' });
  expect(placeOfError('rules', '--json', '--markdown')).toBe('--markdown');
  expect(placeOfError('rules', '--html', 'pages', '--json')).toBe('--html');
  expect(placeOfError('rules', 'listing/hidden-app', '--html', 'pages')).toBe('--html');
  expect(placeOfError('rules', '--html=')).toBe('--html');
  expect(placeOfError('rules', 'a/b', 'c/d')).toBe('c/d');
});

test('help is asked for in every usual way', () => {
  for (const args of [[], ['help'], ['--help'], ['-h']]) expect(parseCommand(args)).toEqual({ name: 'help', topic: null });
  expect(parseCommand(['review', '--help'])).toEqual({ name: 'help', topic: 'review' });
  expect(parseCommand(['help', 'key'])).toEqual({ name: 'help', topic: 'key' });
  expect(parseCommand(['--version'])).toEqual({ name: 'version' });
});

test('an unknown command is a usage error, names of the object prototype included', () => {
  expect(placeOfError('frobnicate')).toBe('frobnicate');
  expect(placeOfError('constructor')).toBe('constructor');
});

describe('sdks', () => {
  test('list takes a package, a policy from a file or the web, and a file for the CSV, which is Chinese unless told otherwise', () => {
    expect(parseCommand(['sdks', 'list', 'a.apk', '--policy', 'https://a.example/p', '--csv', 's.csv'])).toEqual({
      name: 'sdks',
      action: 'list',
      file: 'a.apk',
      policy: 'https://a.example/p',
      listing: null,
      csv: { path: 's.csv', language: 'zh' },
      json: false,
      language: 'both',
      timeoutMs: 300_000,
    });
    expect(parseCommand(['sdks', 'list', 'a.apk', '--csv', 's.csv', '--lang', 'both'])).toMatchObject({
      csv: { path: 's.csv', language: 'both' },
    });
    expect(parseCommand(['review', 'a.apk', '--listing=l', '--sdks-out', 's.csv'])).toMatchObject({
      sdksOut: { path: 's.csv', language: 'zh' },
    });
  });

  test('check takes any number of files, propose a folder, a store or nothing', () => {
    expect(parseCommand(['sdks', 'check', 'a.json', 'b.json'])).toMatchObject({ action: 'check', files: ['a.json', 'b.json'] });
    expect(parseCommand(['sdks', 'check', '--json'])).toMatchObject({ action: 'check', files: [], json: true });
    expect(parseCommand(['sdks', 'propose', '--facts', 'd', '--limit', '5', '--least-apps', '2'])).toMatchObject({
      action: 'propose',
      facts: 'd',
      store: null,
      limit: 5,
      leastApps: 2,
    });
    expect(parseCommand(['sdks', 'propose'])).toMatchObject({ facts: null, store: null, limit: 50, leastApps: 1 });
  });

  test.each([
    [['sdks'], 'sdks'],
    [['sdks', 'export'], 'sdks'],
    [['sdks', 'list'], 'FILE'],
    [['sdks', 'list', 'a.apk', '--csv', ''], '--csv'],
    [['sdks', 'list', 'a.apk', '--store', 's'], '--store'],
    [['sdks', 'check', '--policy', 'p'], '--policy'],
    [['sdks', 'propose', 'd'], 'd'],
    [['sdks', 'propose', '--facts', 'd', '--store', 's'], '--store'],
    [['sdks', 'propose', '--limit', '0'], '--limit'],
    [['review', 'a.apk', '--listing', 'l', '--sdks-out', ''], '--sdks-out'],
  ])('refuses %j and says where', (args, place) => {
    expect(placeOfError(...args)).toBe(place);
  });
});
