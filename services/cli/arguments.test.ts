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
      json: true,
      language: 'zh',
      timeoutMs: 300_000,
    });
  });

  test('both languages and a readable verdict are the default', () => {
    expect(parseCommand(['review', '--listing=l.json', 'app.apk'])).toMatchObject({
      json: false,
      language: 'both',
      policy: null,
    });
  });

  test.each([
    [['review'], 'FILE'],
    [['review', 'a.apk'], '--listing'],
    [['review', 'a.apk', 'b.apk', '--listing', 'l'], 'b.apk'],
    [['review', 'a.apk', '--listing', 'l', '--policy', 'p', '--fetch'], '--fetch'],
    [['review', 'a.apk', '--listing', 'l', '--lang', 'fr'], '--lang'],
    [['review', 'a.apk', '--listing', 'l', '--timeout=-1'], '--timeout'],
    [['review', 'a.apk', '--listing', 'l', '--unknown'], 'review'],
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
