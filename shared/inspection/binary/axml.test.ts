import { writeBinaryXml, type XmlElement } from '../../../services/cli/building/axml.ts';
import { Observations } from '../observations.ts';
import { ANDROID_ATTRIBUTES } from './android-attributes.ts';
import { readBinaryXml } from './axml.ts';

const tree: XmlElement = {
  name: 'manifest',
  plain: { package: 'com.example' },
  android: { versionCode: 7, debuggable: true, label: { reference: 0x7f010002 } },
  children: [{ name: 'a', children: [{ name: 'b', android: { name: '示例 🚀' } }] }, { name: 'a' }],
};

function read(bytes: Buffer) {
  const observations = new Observations();
  return { root: readBinaryXml(bytes, 'test.xml', observations), observations };
}

test.each([false, true])('elements, attributes and typed values (UTF-8 strings: %s)', (utf8) => {
  const { root, observations } = read(writeBinaryXml(tree, { utf8 }));
  expect(root.attributes.map(({ id, name, type, data, text }) => [id, name, type, data, text])).toEqual([
    [ANDROID_ATTRIBUTES.label, 'label', 0x01, 0x7f010002, null],
    [ANDROID_ATTRIBUTES.debuggable, 'debuggable', 0x12, 0xffffffff, null],
    [ANDROID_ATTRIBUTES.versionCode, 'versionCode', 0x10, 7, null],
    [0, 'package', 0x03, expect.any(Number), 'com.example'],
  ]);
  expect(root.children.map(({ name, children }) => [name, children.length])).toEqual([
    ['a', 1],
    ['a', 0],
  ]);
  expect(root.children[0]!.children[0]!.attributes[0]!.text).toBe('示例 🚀');
  expect(observations.gaps).toEqual([]);
});

test.each([126, 127, 128, 300, 1000])('a text of %i characters in both encodings', (length) => {
  for (const utf8 of [false, true]) {
    const value = '中'.repeat(length);
    const { root } = read(writeBinaryXml({ name: 'm', android: { name: value } }, { utf8 }));
    expect(root.attributes[0]!.text).toBe(value);
  }
});

test('attributes keep their ids when names are stripped', () => {
  const { root } = read(writeBinaryXml(tree, { stripNames: true }));
  expect(root.attributes.map(({ id, name }) => [id, name]).slice(0, 3)).toEqual([
    [ANDROID_ATTRIBUTES.label, ''],
    [ANDROID_ATTRIBUTES.debuggable, ''],
    [ANDROID_ATTRIBUTES.versionCode, ''],
  ]);
});

test('a file that breaks off keeps its elements so far, with a gap', () => {
  const whole = writeBinaryXml(tree);
  const { root, observations } = read(whole.subarray(0, whole.length - 60));
  expect(root.children[0]!.name).toBe('a');
  expect(observations.gaps.map(({ code, affects }) => [code, affects])).toEqual([['xml-chunk-size', 'manifest']]);
});

test('nesting without end stops at a limit', () => {
  let deep: XmlElement = { name: 'x' };
  for (let i = 0; i < 400; i++) deep = { name: 'x', children: [deep] };
  const { observations } = read(writeBinaryXml(deep));
  expect(observations.gaps.map(({ code }) => code)).toEqual(['xml-too-large']);
});

test('attributes that overlap are not read without end', () => {
  const bytes = writeBinaryXml({ name: 'manifest', plain: { package: 'com.example' } });
  const repeated = (stride: number, elements: number): Buffer => {
    const [from, to] = firstElement(bytes);
    const element = Buffer.concat([bytes.subarray(from, to), Buffer.alloc(stride * 0xffff)]);
    element.writeUInt32LE(element.length, 4);
    element.writeUInt16LE(stride, 16 + 10);
    element.writeUInt16LE(0xffff, 16 + 12);
    const parts = [bytes.subarray(0, from), ...Array.from({ length: elements }, () => element), bytes.subarray(to)];
    const all = Buffer.concat(parts);
    all.writeUInt32LE(all.length, 4);
    return all;
  };
  const same = read(repeated(0, 200));
  expect(same.root.attributes.map(({ text }) => text)).toEqual(['com.example']);
  expect(same.observations.gaps).toEqual([]);

  const overlapping = read(repeated(1, 14));
  expect(overlapping.root.attributes[0]!.text).toBe('com.example');
  expect(overlapping.observations.gaps.map(({ code, affects }) => [code, affects])).toEqual([['xml-too-large', 'manifest']]);
});

/** Where the chunk of the first element begins and ends. */
function firstElement(bytes: Buffer): [number, number] {
  let at = 8;
  while (bytes.readUInt16LE(at) !== 0x0102) at += bytes.readUInt32LE(at + 4);
  return [at, at + bytes.readUInt32LE(at + 4)];
}

test('text instead of binary XML has no root', () => {
  expect(() => readBinaryXml(Buffer.from('<manifest package="x"/>'), 'AndroidManifest.xml', new Observations())).toThrow(
    'no root element',
  );
});
