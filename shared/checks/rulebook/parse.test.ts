import { createHash } from 'node:crypto';
import { faultsOf, HEAD, RULES, WAIVER } from '../../../test/rules/support/rulebook-samples.ts';
import { MAX_BYTES } from './document.ts';
import { parseRulebook } from './parse.ts';

test('the least there is: everything enforced, nothing waived, hashed as it is', () => {
  expect(parseRulebook(HEAD, RULES)).toEqual({
    schema: 'rulebook/1',
    name: '示例商店',
    version: '2026-11',
    sha256: createHash('sha256').update(HEAD).digest('hex'),
    otherRules: 'enforced',
    rules: {},
    waivers: [],
  });
});

test('all there is, as YAML and as JSON', () => {
  const document = {
    $schema: 'rulebook.schema.json',
    schema: 'rulebook/1',
    name: 'n',
    version: 'v',
    otherRules: 'observe',
    maxWaiverDays: 400,
    rules: {
      'permission/beyond-category': 'off',
      'behaviour/app-list': {
        state: 'enforced',
        atMost: 'reject',
        atLeast: 'review',
        parameters: { limit: 9, strict: true, hosts: ['a.example'] },
      },
      'listing/complaint-channel': { atMost: 'warn' },
    },
    waivers: [
      {
        id: 'W-1',
        rule: 'behaviour/app-list',
        app: 'com.example.app',
        developer: 'dev 1',
        certificate: Array.from({ length: 32 }, () => 'AB').join(':'),
        subject: 'limit',
        reason: 'r',
        by: 'b',
        granted: '2024-02-29',
        expires: '2024-02-29',
      },
    ],
  };
  const book = parseRulebook(JSON.stringify(document, null, 1), RULES);
  expect(book.rules).toEqual({
    'permission/beyond-category': { state: 'off' },
    'behaviour/app-list': document.rules['behaviour/app-list'],
    'listing/complaint-channel': { state: 'observe', atMost: 'warn' },
  });
  expect(book.waivers).toEqual([{ ...document.waivers[0], certificate: 'ab'.repeat(32) }]);
  const yaml = `${HEAD}rules:\n  permission/beyond-category: off # 关闭\n  behaviour/app-list:\n    state: observe\nwaivers:\n${WAIVER}\n`;
  expect(parseRulebook(Buffer.from(`\ufeff${yaml}`), RULES)).toMatchObject({
    rules: { 'permission/beyond-category': { state: 'off' }, 'behaviour/app-list': { state: 'observe' } },
    waivers: [{ id: 'W-1', granted: '2026-01-01' }],
  });
});

const rules = (...lines: string[]) => `${HEAD}rules:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
const waiver = (from: string | RegExp, to: string) => `${HEAD}waivers:\n${WAIVER.replace(from, to)}\n`;

/** What is wrong, where, and words of the reason. */
const CASES: readonly [string, string, number, string, RegExp][] = [
  ['nothing at all', '', 1, '', /map of keys/],
  ['a list', '- 1', 1, '', /map of keys/],
  ['a page of HTML', '<html>\n<p class="x">: y', 1, '', /not valid YAML|map of keys/],
  ['YAML that breaks off', `${HEAD}rules: {a: [`, 4, '', /not valid YAML/],
  ['tabs', `${HEAD}rules:\n\ta: off\n`, 5, '', /not valid YAML.*[Tt]ab/],
  ['two documents', `${HEAD}---\n${HEAD}`, 4, '', /not valid YAML/],
  ['another dialect', `%YAML 1.1\n---\n${HEAD}`, 1, '', /directives/],
  ['an alias bomb', `${HEAD}rules: &a\n  x: [*a, *a]\n`, 5, 'rules', /anchors and aliases/],
  ['an alias', `a: &x {}\n${HEAD}rules: *x\n`, 1, 'a', /anchors and aliases/],
  ['a tag', `${HEAD}rules: !!map {}\n`, 4, 'rules', /tags/],
  ['an unknown tag', `${HEAD}rules: !x {}\n`, 4, '', /not valid YAML.*tag/],
  ['deep nesting', `${HEAD}rules: ${'['.repeat(100_000)}`, 4, '', /levels deep/],
  ['deep nesting of blocks', `${HEAD}rules:\n  ${'- '.repeat(100_000)}`, 5, '', /levels deep/],
  ['a key that is none', `${HEAD}? [a]\n: 1\n`, 4, '', /key must be a string/],
  ['a numeric key', `${HEAD}1: 1\n`, 4, '', /key must be a string/],
  ['a key twice', `${HEAD}name: again\n`, 4, 'name', /occurs twice/],
  ['a rule twice', rules('behaviour/app-list: off', 'behaviour/app-list: off'), 6, 'rules.behaviour/app-list', /occurs twice/],
  ['an unknown key', `${HEAD}waiver: []\n`, 4, 'waiver', /no such key; did you mean waivers\?/],
  ['an inherited key', `${HEAD}__proto__: {}\n`, 4, '__proto__', /no such key/],
  ['another schema', HEAD.replace('rulebook/1', 'rulebook/2'), 1, 'schema', /rulebook\/1/],
  ['no name', HEAD.replace(/name:.*\n/, ''), 1, 'name', /is missing/],
  ['a blank name', HEAD.replace('示例商店', '" "'), 2, 'name', /not blank/],
  ['a version that is a number', HEAD.replace('"2026-11"', '2026.10'), 3, 'version', /quotes/],
  ['an unknown default', `${HEAD}otherRules: on\n`, 4, 'otherRules', /off, observe, enforced/],
  ['rules as a list', `${HEAD}rules: []\n`, 4, 'rules', /map of keys/],
  ['waivers as a map', `${HEAD}waivers: {}\n`, 4, 'waivers', /a list/],
  [
    'an unknown rule',
    rules('permission/beyond-categry: off'),
    5,
    'rules.permission/beyond-categry',
    /mean permission\/beyond-category\?/,
  ],
  ['a rule of another check', rules('sdk/app-list: off'), 5, 'rules.sdk/app-list', /mean behaviour\/app-list\?/],
  ['an inherited rule', rules('constructor: off'), 5, 'rules.constructor', /no rule constructor$/],
  ['an unknown state', rules('behaviour/app-list: disabled'), 5, 'rules.behaviour/app-list', /off, observe, enforced/],
  [
    'an unknown state, written out',
    rules('behaviour/app-list:', '  state: on'),
    6,
    'rules.behaviour/app-list.state',
    /off, observe/,
  ],
  ['a rule without a setting', rules('behaviour/app-list:'), 5, 'rules.behaviour/app-list', /map of keys/],
  ['an unknown setting', rules('behaviour/app-list:', '  atmost: warn'), 6, 'rules.behaviour/app-list.atmost', /mean atMost\?/],
  [
    'an unknown severity',
    rules('behaviour/app-list: {atMost: high}'),
    5,
    'rules.behaviour/app-list.atMost',
    /warn, review, reject/,
  ],
  [
    'more than the ceiling',
    rules('listing/complaint-channel: {atLeast: review}'),
    5,
    'rules.listing/complaint-channel.atLeast',
    /ceiling warn/,
  ],
  [
    'bounds that exclude each other',
    rules('behaviour/app-list: {atLeast: review, atMost: warn}'),
    5,
    'rules.behaviour/app-list.atMost',
    /below atLeast/,
  ],
  [
    'an unknown parameter',
    rules('behaviour/app-list: {parameters: {limt: 3}}'),
    5,
    'rules.behaviour/app-list.parameters.limt',
    /mean limit\?.*hosts/,
  ],
  [
    'an inherited parameter',
    rules('behaviour/app-list: {parameters: {toString: 3}}'),
    5,
    'rules.behaviour/app-list.parameters.toString',
    /no such parameter/,
  ],
  [
    'a parameter of a rule without any',
    rules('permission/beyond-category: {parameters: {a: 1}}'),
    5,
    'rules.permission/beyond-category.parameters.a',
    /no parameters/,
  ],
  [
    'a parameter out of bounds',
    rules('behaviour/app-list: {parameters: {limit: 10}}'),
    5,
    'rules.behaviour/app-list.parameters.limit',
    /from 1 to 9/,
  ],
  [
    'half a parameter',
    rules('behaviour/app-list: {parameters: {limit: 1.5}}'),
    5,
    'rules.behaviour/app-list.parameters.limit',
    /whole number/,
  ],
  [
    'a parameter of another type',
    rules('behaviour/app-list: {parameters: {strict: 1}}'),
    5,
    'rules.behaviour/app-list.parameters.strict',
    /true or false/,
  ],
  [
    'a text for a list',
    rules('behaviour/app-list: {parameters: {hosts: a}}'),
    5,
    'rules.behaviour/app-list.parameters.hosts',
    /list of strings/,
  ],
  [
    'an empty name in a list',
    rules('behaviour/app-list: {parameters: {hosts: [""]}}'),
    5,
    'rules.behaviour/app-list.parameters.hosts[0]',
    /must not be empty/,
  ],
  ['a waiver for nobody', waiver(/ {4}app:.*\n/, ''), 5, 'waivers[0]', /app .* or developer/],
  ['a waiver without a reason', waiver(/ {4}reason:.*\n/, ''), 5, 'waivers[0].reason', /is missing/],
  ['a waiver by nobody', waiver('王小明', '""'), 9, 'waivers[0].by', /empty|not blank/],
  ['a waiver without an end', waiver(/\n {4}expires:.*$/, ''), 5, 'waivers[0].expires', /is missing/],
  ['a day that is none', waiver('2026-12-31', '2026-02-30'), 11, 'waivers[0].expires', /no such day/],
  ['another form of a day', waiver('2026-12-31', '31.12.2026'), 11, 'waivers[0].expires', /YYYY-MM-DD/],
  ['an end before the beginning', waiver('2026-12-31', '2025-12-31'), 11, 'waivers[0].expires', /before granted/],
  [
    'longer than the store allows',
    `maxWaiverDays: 364\n${waiver('x', 'x')}`,
    12,
    'waivers[0].expires',
    /365 days, more than maxWaiverDays \(364\)/,
  ],
  ['a waiver on an unknown rule', waiver('app-list', 'app-lists'), 6, 'waivers[0].rule', /mean behaviour\/app-list\?/],
  ['an unknown field of a waiver', waiver('    by:', '    expire: x\n    by:'), 9, 'waivers[0].expire', /mean expires\?/],
  [
    'a certificate that is none',
    waiver('    by:', '    certificate: abc\n    by:'),
    9,
    'waivers[0].certificate',
    /64 hex digits/,
  ],
  ['an id twice', `${HEAD}waivers:\n${WAIVER}\n${WAIVER}\n`, 12, 'waivers[1].id', /waivers\[0\] has the same id/],
  ['a waiver that is a word', `${HEAD}waivers: [x]\n`, 4, 'waivers[0]', /map of keys/],
];

describe('refused with line, path and reason', () => {
  test.each(CASES)('%s', (_, text, line, path, reason) => {
    const faults = faultsOf(text);
    expect(faults[0]).toMatchObject({ line, path });
    expect(faults[0]!.text.en).toMatch(reason);
    expect(faults[0]!.text.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  test('what is too long, or no text', () => {
    expect(faultsOf(`${HEAD}#${'x'.repeat(MAX_BYTES)}`)[0]?.text.en).toMatch(/larger than/);
    expect(faultsOf(Uint8Array.of(0xff, 0xfe, 0x00))[0]?.text.en).toMatch(/UTF-8/);
  });

  test('every fault at once, in the order of the file, and the first in the message', () => {
    const text = `${rules('permission/x: off', 'behaviour/app-list: {atMost: high}')}waivers:\n${WAIVER.replace('2026-12-31', '2026-13-01')}\nextra: 1\n`;
    expect(faultsOf(text).map(({ line, path }) => [line, path])).toEqual([
      [5, 'rules.permission/x'],
      [6, 'rules.behaviour/app-list.atMost'],
      [14, 'waivers[0].expires'],
      [15, 'extra'],
    ]);
    expect(() => parseRulebook(text, RULES)).toThrow(/line 5, column 3: rules\.permission\/x .*3 more/);
  });
});
