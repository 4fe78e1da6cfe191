import { BrokenBytes } from '../broken.ts';
import { asObject, flagOf, integerOf, listOf, objectOf, objectsOf, textOf, textsOf } from './fields.ts';
import { readJson } from './read-json.ts';

const read = (text: string) => readJson(Buffer.from(text), 'x.json');
const plain = (value: unknown): unknown => {
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, member]) => [name, plain(member)]));
  return Array.isArray(value) ? value.map(plain) : value;
};

test.each([
  '{}',
  '[]',
  'null',
  '-0.5e+3',
  '"a\\u540c\\n\\"b\\\\"',
  '{"a":[1,2,{"b":null}],"c":true,"d":"é"}',
  ' [ 1 , "x" , [ ] ]\n',
])('agrees with JSON.parse: %s', (text) => {
  expect(plain(read(text).value)).toEqual(JSON.parse(text));
  expect(read(text)).toMatchObject({ duplicates: [], forgiven: null });
});

test.each([
  '',
  '{',
  '{"a"}',
  '{"a":}',
  '{a:1}',
  '[1 2]',
  '01',
  '+1',
  '1.',
  'tru',
  '"\n"',
  '"\\x"',
  '{"a":1}}',
  "{'a':1}",
  '/* x',
  '"abc',
  '[1,,2]',
  'NaN',
])('refuses what is no JSON: %j', (text) => {
  expect(() => read(text)).toThrow(BrokenBytes);
});

test('a byte order mark is stepped over', () => {
  expect(read('\ufeff{"a":1}').value).toEqual(new Map([['a', 1]]));
});

test('comments and a comma behind the last member are forgiven and said', () => {
  expect(plain(read('// one\n{"a": /* two */ 1, "b": "// no comment"}').value)).toEqual({ a: 1, b: '// no comment' });
  expect(read('{"a":1} // end').forgiven).toBe('comment');
  expect(read('[1,2,]')).toMatchObject({ value: [1, 2], forgiven: 'comma' });
});

test('of a name that comes twice the last value counts, and its path is told', () => {
  const { value, duplicates } = read('{"app":{"bundleName":"a.b","bundleName":"c.d"},"app":{"x":1}}');
  expect(plain(value)).toEqual({ app: { x: 1 } });
  expect(duplicates).toEqual(['app/bundleName', 'app']);
  expect(read(`{${'"a":1,'.repeat(100)}"a":1}`).duplicates).toHaveLength(20);
});

test('depth and number of values are limited, whatever the text', () => {
  expect(() => read('['.repeat(100_000))).toThrow(expect.objectContaining({ code: 'json-too-deep' }));
  expect(() => read('{"a":'.repeat(100_000))).toThrow(expect.objectContaining({ code: 'json-too-deep' }));
  expect(() => read(`[${'0,'.repeat(1_000_001)}0]`)).toThrow(expect.objectContaining({ code: 'json-too-large' }));
  expect(read(`${'['.repeat(90)}1${']'.repeat(90)}`).value).toHaveLength(1);
});

test('names that mean something to JavaScript are names like others', () => {
  const root = asObject(read('{"__proto__":{"polluted":true},"constructor":1,"toString":"x"}').value);
  expect(flagOf(objectOf(root, '__proto__'), 'polluted')).toBe(true);
  expect(textOf(root, 'toString')).toBe('x');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('members are taken for what they are and nothing else', () => {
  const root = asObject(
    read('{"n":12,"s":"12","f":1.5,"big":1e400,"huge":99999999999999999999,"t":"","b":"true","l":["a",1,"",{"k":"v"}],"o":{}}')
      .value,
  );
  expect(integerOf(root, 'n')).toBe(12);
  expect(integerOf(root, 's')).toBe(12);
  for (const name of ['f', 'big', 'huge', 't', 'l', 'missing']) expect([name, integerOf(root, name)]).toEqual([name, null]);
  expect(textOf(root, 't')).toBeNull();
  expect(flagOf(root, 'b')).toBeNull();
  expect(textsOf(root, 'l')).toEqual(['a']);
  expect(objectsOf(root, 'l').map(({ item, index }) => [textOf(item, 'k'), index])).toEqual([['v', 3]]);
  expect(listOf(root, 'o')).toEqual([]);
  expect(asObject(read('[1]').value).size).toBe(0);
  expect(textOf(asObject(read(`{"a":"${'x'.repeat(5000)}"}`).value), 'a')).toHaveLength(1024);
});
