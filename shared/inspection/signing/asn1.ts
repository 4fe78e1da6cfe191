import { BaseBlock, BaseStringBlock, Constructed, EndOfContent, fromBER, ObjectIdentifier, OctetString, UTCTime } from 'asn1js';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';

/** One ASN.1 value (X.690), as far as certificates and signatures need it. */
export interface Asn1 {
  /** Tag number, of the universal class or, where `context`, of the context-specific one. */
  readonly tag: number;
  readonly context: boolean;
  /** The whole value with tag and length, as it lies in the input. */
  readonly raw: Buffer;
  /** What follows tag and length. */
  readonly content: Buffer;
  readonly children: readonly Asn1[];
  readonly oid: string | null;
  readonly text: string | null;
  readonly date: Date | null;
}

export const TAG = { integer: 2, bitString: 3, octetString: 4, oid: 6, relativeOid: 13, sequence: 16, set: 17 } as const;

/** `parseEmbedded` would look for values inside octet and bit strings, whose content nobody asked for. */
const PARSER = { maxDepth: 40, parseEmbedded: false };

/** Parses BER or DER of at most so many values. @throws BrokenBytes `asn1-broken` */
export function readAsn1(bytes: Uint8Array, structure: string, most: number = LIMITS.asn1Values): Asn1 {
  refuseLongIdentifiers(bytes, structure);
  const { offset, result } = parse(bytes, structure, most);
  if (offset === -1) throw unparsable(structure, result.error);
  return convert(result);
}

/** The parser answers most mistakes, and throws at some: a time that is none. */
function parse(bytes: Uint8Array, structure: string, most: number): ReturnType<typeof fromBER> {
  try {
    return fromBER(Uint8Array.from(bytes), { ...PARSER, maxNodes: most });
  } catch (error) {
    throw unparsable(structure, error instanceof Error ? error.message : String(error));
  }
}

function unparsable(structure: string, why: string): BrokenBytes {
  const reason = why.slice(0, 200);
  return new BrokenBytes('asn1-broken', structure, 0, {
    zh: `ASN.1 无法解析：${reason}`,
    en: `ASN.1 cannot be parsed: ${reason}`,
  });
}

/**
 * The parser makes an object of every arc of an object identifier, so that one of a megabyte takes the memory of a thousand. Tags and
 * lengths (X.690, 8.1) are therefore stepped through first, in and out of nested values alike: they stand one behind the other.
 * @throws BrokenBytes `asn1-broken`
 */
function refuseLongIdentifiers(bytes: Uint8Array, structure: string): void {
  for (let at = 0; at + 2 <= bytes.length; ) {
    const start = at;
    const tag = bytes[at++]!;
    if ((tag & 0x1f) === 0x1f) while (at < bytes.length && bytes[at++]! >= 0x80);
    const first = bytes[at++] ?? 0;
    let length = first & 0x7f;
    if (first > 0x80) {
      length = 0;
      for (let left = first & 0x7f; left > 0; left--) length = length * 256 + (bytes[at++] ?? 0);
    }
    if ((tag & 0x20) !== 0) continue;
    if ((tag === TAG.oid || tag === TAG.relativeOid) && length > LIMITS.identifierBytes) {
      const what = { zh: `对象标识符长 ${length} 字节`, en: `an object identifier of ${length} bytes` };
      throw new BrokenBytes('asn1-broken', structure, start, what);
    }
    at += length;
  }
}

function convert(block: BaseBlock): Asn1 {
  const view = block.valueBeforeDecodeView;
  const raw = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  // BER lets an octet string come in pieces (X.690, 8.7.3).
  const pieced = block instanceof OctetString && block.idBlock.isConstructed;
  const values = block instanceof Constructed || pieced ? block.valueBlock.value : [];
  const children = values.filter((child) => child instanceof BaseBlock && !(child instanceof EndOfContent));
  return {
    tag: block.idBlock.tagNumber,
    context: block.idBlock.tagClass === 3,
    raw,
    content: raw.subarray(block.idBlock.blockLength + block.lenBlock.blockLength),
    children: children.map(convert),
    oid: block instanceof ObjectIdentifier ? block.getValue() : null,
    text: block instanceof BaseStringBlock && !(block instanceof UTCTime) ? block.getValue() : null,
    date: block instanceof UTCTime ? block.toDate() : null,
  };
}

/** A child that must be there. @throws BrokenBytes `asn1-missing` */
export function childOf(node: Asn1 | undefined, index: number, structure: string): Asn1 {
  const child = node?.children[index];
  if (child) return child;
  const what = { zh: `缺少第 ${index + 1} 个成员`, en: `member ${index + 1} is missing` };
  throw new BrokenBytes('asn1-missing', structure, 0, what);
}
