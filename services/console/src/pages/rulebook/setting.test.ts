import { settingIn, withSetting } from './setting.ts';

const HEAD = '# ours\nschema: rulebook/1\nname: 示例\nversion: "1" # in quotes\n';
const RULE = 'sdk/undisclosed';

test('a rule gets an entry, and everything else stays as it is', () => {
  const off = withSetting(HEAD, RULE, { state: 'off', atMost: null })!;
  expect(off).toBe(`${HEAD}rules:\n  ${RULE}: off\n`);
  expect(settingIn(off, RULE)).toEqual({ state: 'off', atMost: null });
  const milder = withSetting(off, RULE, { state: 'enforced', atMost: 'warn' })!;
  expect(milder).toBe(`${HEAD}rules:\n  ${RULE}:\n    state: enforced\n    atMost: warn\n`);
  expect(settingIn(milder, RULE)).toEqual({ state: 'enforced', atMost: 'warn' });
  // As without an entry: there is none again.
  expect(withSetting(milder, RULE, { state: 'enforced', atMost: null })).toBe(HEAD);
});

test('what else an entry says stays, and so do comments of others', () => {
  const text = `${HEAD}otherRules: observe\nrules:\n  ${RULE}: { state: off, atLeast: review } # why\n  permission/beyond-category: off # loud\n`;
  const changed = withSetting(text, RULE, { state: 'enforced', atMost: 'review' })!;
  expect(changed).toContain('atLeast: review');
  expect(changed).toContain('permission/beyond-category: off # loud');
  expect(settingIn(changed, RULE)).toEqual({ state: 'enforced', atMost: 'review' });
  expect(settingIn(text, 'listing/none')).toEqual({ state: 'observe', atMost: null });
});

test.each(['', '- a', 'rules: [a]', 'a: [', 'x: 1\nx: 2', '\u0000'])(
  'a text that is no rulebook so far is left alone: %j',
  (text) => {
    expect(settingIn(text, RULE)).toBeNull();
    expect(withSetting(text, RULE, { state: 'off', atMost: null })).toBeNull();
  },
);

test('no alias is expanded and no key makes an object of its own', () => {
  const text = `${HEAD}rules:\n  __proto__: off\n  ${RULE}: off\n`;
  expect(settingIn(text, RULE)?.state).toBe('off');
  expect(withSetting(text, RULE, { state: 'observe', atMost: null })).toContain('__proto__: off');
});
