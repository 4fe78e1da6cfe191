import { proto, varint } from '../../../test/fixtures/proto.ts';
import { LIMITS } from '../limits.ts';
import { ProtoMessage } from './protobuf.ts';

const read = (bytes: Uint8Array) => ProtoMessage.of(Buffer.from(bytes), 'test');

test('fields are read in order, and those not taken are stepped over', () => {
  const message = read(
    proto([1, 'text'], [2, 300], [3, -1], [4, true], [5, { float: 1.5 }], [6, 'unread'], [7, proto([1, 'inner'])], [8, '隐私']),
  );
  const seen: unknown[] = [];
  while (message.next()) {
    if (message.field === 1 || message.field === 8) seen.push(message.text());
    else if (message.field === 2) seen.push(message.uint32());
    else if (message.field === 3) seen.push(message.int32());
    else if (message.field === 4) seen.push(message.bool());
    else if (message.field === 5) seen.push(message.float());
    else if (message.field === 7) {
      const inner = message.message();
      while (inner.next()) seen.push(inner.text());
    }
  }
  expect(seen).toEqual(['text', 300, -1, true, 1.5, 'inner', '隐私']);
});

test('a message that is left midway does not disturb the one around it', () => {
  const message = read(proto([1, proto([1, 'a'], [2, 'b'], [3, 'c'])], [2, 'after']));
  message.next();
  message.message().next();
  expect([message.next(), message.field, message.text(), message.next()]).toEqual([true, 2, 'after', false]);
});

test('groups and fixed numbers are stepped over', () => {
  const group = Buffer.concat([varint(1 * 8 + 3), proto([5, 'in the group']), varint(1 * 8 + 4)]);
  const fixed64 = Buffer.concat([varint(2 * 8 + 1), Buffer.alloc(8)]);
  const message = read(Buffer.concat([group, fixed64, proto([3, 7])]));
  const fields: number[] = [];
  while (message.next()) fields.push(message.field);
  expect(fields).toEqual([1, 2, 3]);
});

test.each<[string, Buffer, string]>([
  ['a text longer than the file', Buffer.from([0x0a, 0x7f, 0x61]), 'protobuf-broken'],
  ['a length of four gigabytes', Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f]), 'protobuf-broken'],
  ['a number without an end', Buffer.alloc(20, 0xff), 'protobuf-broken'],
  ['a number cut off', Buffer.from([0x08, 0x80]), 'protobuf-broken'],
  ['field zero', Buffer.from([0x02, 0x00]), 'protobuf-tag'],
  ['a wire type that does not exist', Buffer.from([0x0f]), 'protobuf-tag'],
  ['an end of no group', Buffer.from([0x0c]), 'protobuf-broken'],
  ['groups without end', Buffer.alloc(1000, 0x0b), 'protobuf-broken'],
])('%s is told and not read', (_, bytes, code) => {
  const message = read(bytes);
  expect(() => {
    while (message.next());
  }).toThrow(expect.objectContaining({ code }));
});

test('a length that leads out of its message into the next one is told', () => {
  const bytes = Buffer.concat([Buffer.from([0x0a, 3, 0x0a, 5, 0x61]), proto([2, 'secret'])]);
  const message = read(bytes);
  message.next();
  const inner = message.message();
  inner.next();
  expect(() => inner.text()).toThrow(expect.objectContaining({ code: 'protobuf-length' }));
});

test('a field of another kind than the schema says is told', () => {
  const message = read(proto([1, 5]));
  message.next();
  expect(() => message.text()).toThrow(expect.objectContaining({ code: 'protobuf-wire-type' }));
});

test('messages nested without end stop at the limit', () => {
  let bytes: Buffer = Buffer.alloc(0);
  for (let i = 0; i < LIMITS.protobufDepth + 5; i++) bytes = proto([1, bytes]);
  const dive = (message: ProtoMessage, depth: number): number => (message.next() ? dive(message.message(), depth + 1) : depth);
  expect(() => dive(read(bytes), 0)).toThrow(expect.objectContaining({ code: 'protobuf-too-deep' }));
});

test('of a very long text the beginning is given, and texts end at an allowance', () => {
  const long = 'x'.repeat(LIMITS.protobufString + 1000);
  const message = read(proto([1, long]));
  message.next();
  expect(message.text()).toHaveLength(LIMITS.protobufString);
  const again = () => {
    for (let i = 0; i < LIMITS.protobufText / LIMITS.protobufString; i++) message.text();
  };
  expect(again).toThrow(expect.objectContaining({ code: 'protobuf-too-much-text' }));
});
