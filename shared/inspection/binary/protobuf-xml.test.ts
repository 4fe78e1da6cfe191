import { writeBinaryXml } from '../../../services/cli/building/axml.ts';
import { manifestTree } from '../../../services/cli/building/manifest.ts';
import { type ProtoElement, proto, writeProtoXml } from '../../../test/fixtures/proto.ts';
import { LIMITS } from '../limits.ts';
import { Observations } from '../observations.ts';
import { readBinaryXml, type XmlElement } from './axml.ts';
import { readProtoXml } from './protobuf-xml.ts';

function read(bytes: Buffer, id: (name: string) => number = () => 0) {
  const observations = new Observations();
  return { root: readProtoXml(bytes, 'AndroidManifest.xml', observations, { id, file: (path) => path }), observations };
}

const tree = manifestTree({
  packageName: 'com.example',
  versionName: '1.0',
  versionCode: 7,
  label: { reference: 0x7f010000 },
  debuggable: true,
  permissions: [{ name: 'android.permission.CAMERA', maxSdk: 30 }],
  components: [{ kind: 'activity', name: '.Main', launcher: true, exported: false }],
});

test('a manifest gives the tree that its binary form gives', () => {
  const binary = readBinaryXml(writeBinaryXml(tree), 'AndroidManifest.xml', new Observations());
  const { root, observations } = read(writeProtoXml(tree as ProtoElement));
  // A text has an index in the string pool of binary XML and none here.
  const plain = (element: XmlElement): unknown => ({
    name: element.name,
    attributes: element.attributes
      .map(({ id, name, namespace, type, data, text }) => ({ id, name, namespace, type, data: type === 3 ? 0 : data, text }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    children: element.children.map(plain),
  });
  expect(plain(root)).toEqual(plain(binary));
  expect(observations.gaps).toEqual([]);
});

test('attributes of modules keep their namespace, and text belongs to its element', () => {
  const module: ProtoElement = { name: 'module', isDist: true, dist: { instant: true }, children: ['a', { name: 'b' }, 'c'] };
  const { root } = read(writeProtoXml({ name: 'manifest', children: [module] }));
  expect(root.children[0]).toMatchObject({
    name: 'module',
    text: 'ac',
    children: [{ name: 'b' }],
    attributes: [{ name: 'instant', namespace: 'http://schemas.android.com/apk/distribution', type: 0x12, data: 0xffffffff }],
  });
});

test.each<[string, Buffer, object]>([
  ['a reference by name alone', proto([1, proto([3, 'com.example:string/app_name'])]), { type: 1, data: 0x7f010002 }],
  ['an attribute of the theme', proto([1, proto([1, 1], [2, 0x7f020000])]), { type: 2, data: 0x7f020000 }],
  ['a text', proto([2, proto([1, 'text'])]), { type: 3, text: 'text' }],
  ['a raw text', proto([3, proto([1, 'raw'])]), { type: 3, text: 'raw' }],
  ['a styled text', proto([4, proto([1, 'bold'], [2, proto([1, 'b'], [3, 3])])]), { type: 3, text: 'bold' }],
  ['a file', proto([5, proto([1, 'res/a.xml'], [2, 3])]), { type: 3, text: 'res/a.xml' }],
  ['an id', proto([6, Buffer.alloc(0)]), { type: 0x12, data: 0 }],
  ['null', proto([7, proto([1, Buffer.alloc(0)])]), { type: 0, data: 0 }],
  ['empty', proto([7, proto([2, Buffer.alloc(0)])]), { type: 0, data: 1 }],
  ['a fraction of numbers', proto([7, proto([3, { float: 1 }])]), { type: 4, data: 0x3f800000 }],
  ['a decimal', proto([7, proto([6, -2])]), { type: 0x10, data: 0xfffffffe }],
  ['a hexadecimal', proto([7, proto([7, 0x10])]), { type: 0x11, data: 0x10 }],
  ['a boolean', proto([7, proto([8, true])]), { type: 0x12, data: 0xffffffff }],
  ['a colour', proto([7, proto([9, 0xff00ff00])]), { type: 0x1c, data: 0xff00ff00 }],
  ['a colour without transparency', proto([7, proto([10, 1])]), { type: 0x1d, data: 1 }],
  ['a short colour', proto([7, proto([11, 1])]), { type: 0x1e, data: 1 }],
  ['a short colour without transparency', proto([7, proto([12, 1])]), { type: 0x1f, data: 1 }],
  ['a dimension', proto([7, proto([13, 0x1001])]), { type: 5, data: 0x1001 }],
  ['a fraction', proto([7, proto([14, 0x30])]), { type: 6, data: 0x30 }],
  ['a dimension of old tools, whose source counts', proto([7, proto([4, { float: 2 }])]), { type: 3, text: 'source' }],
])('%s is the value that binary XML has', (_, item, expected) => {
  const attribute = proto([2, 'value'], [3, 'source'], [5, 0x01010024], [6, item]);
  const bytes = proto([1, proto([3, 'meta-data'], [4, attribute])]);
  const { root } = read(bytes, (name) => (name === 'com.example:string/app_name' ? 0x7f010002 : 0));
  expect(root.attributes[0]).toMatchObject({ id: 0x01010024, name: 'value', text: null, ...expected });
});

test('an element whose message comes in pieces is one element', () => {
  const piece = (name: string) => proto([4, proto([2, name], [3, name])]);
  const { root } = read(proto([1, proto([3, 'manifest'], [4, proto([2, 'a'], [3, 'a'])])], [1, piece('b')]));
  expect(root).toMatchObject({ name: 'manifest', attributes: [{ name: 'a' }, { name: 'b' }] });
});

test('what breaks off midway keeps the tree so far', () => {
  const bytes = writeProtoXml(tree as ProtoElement);
  const { root, observations } = read(Buffer.concat([bytes, Buffer.from([0x0a, 0x7f])]));
  expect(root.children.map(({ name }) => name)).toEqual(['uses-permission', 'application']);
  expect(observations.gaps.map(({ code, affects }) => [code, affects])).toEqual([['protobuf-length', 'manifest']]);
});

test('elements nested or repeated without end stop at the limits, attributes too', () => {
  let deep = proto([3, 'x']);
  for (let i = 0; i < LIMITS.xmlDepth + 10; i++) deep = proto([3, 'x'], [5, proto([1, deep])]);
  expect(read(proto([1, deep])).observations.gaps.map(({ code }) => code)).toEqual(['xml-too-large']);
  const child = proto([5, proto([1, proto([3, 'x'])])]);
  const wide = Buffer.concat(Array.from({ length: LIMITS.xmlElements + 1 }, () => child));
  expect(read(proto([1, wide])).observations.gaps.map(({ code }) => code)).toEqual(['xml-too-large']);
  const attributes = Buffer.alloc(2 * (LIMITS.xmlAttributes + 1));
  for (let i = 0; i < attributes.length; i += 2) attributes[i] = 0x22;
  const { root, observations } = read(proto([1, attributes]));
  expect([root.attributes.length, observations.gaps.map(({ code }) => code)]).toEqual([LIMITS.xmlAttributes, ['xml-too-large']]);
});

test.each([Buffer.alloc(0), proto([2, 'text alone']), Buffer.from('<manifest/>')])(
  'without an element there is no tree',
  (bytes) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^(?:xml-no-root|protobuf-.*)$/) }));
  },
);
