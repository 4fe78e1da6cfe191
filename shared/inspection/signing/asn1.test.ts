import { readAsn1 } from './asn1.ts';

/** One DER value with a four-byte length. */
function der(tag: number, content: Buffer): Buffer {
  const head = Buffer.from([tag, 0x84, 0, 0, 0, 0]);
  head.writeUInt32BE(content.length, 2);
  return Buffer.concat([head, content]);
}

test('an object identifier without end is refused before it is parsed', () => {
  const bytes = der(0x30, Buffer.concat([der(0x02, Buffer.of(1)), der(0x30, der(0x06, Buffer.alloc(1 << 20, 1)))]));
  const started = performance.now();
  expect(() => readAsn1(bytes, 'X.509 certificate')).toThrow('an object identifier of 1048576 bytes');
  // A hang, not a speed: machines are shared.
  expect(performance.now() - started).toBeLessThan(30_000);
});

test('long values of other types are read, whatever their bytes look like', () => {
  const looksLikeOid = Buffer.concat([Buffer.from([0x06, 0x84, 0x7f, 0xff, 0xff, 0xff]), Buffer.alloc(1000)]);
  const { children } = readAsn1(der(0x30, Buffer.concat([der(0x04, looksLikeOid), der(0x06, Buffer.of(0x55, 4, 3))])), 'test');
  expect(children.map(({ oid, content }) => [oid, content.length])).toEqual([
    [null, looksLikeOid.length],
    ['2.5.4.3', 3],
  ]);
});
