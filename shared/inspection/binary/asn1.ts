import { BaseBlock, BaseStringBlock, Constructed, fromBER, ObjectIdentifier, UTCTime } from 'asn1js';
import { BrokenBytes } from '../broken.ts';

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

export const TAG = { integer: 2, bitString: 3, octetString: 4, oid: 6, sequence: 16, set: 17 } as const;

const LIMITS = { maxDepth: 40, maxNodes: 20_000 };

/** Parses BER or DER. @throws BrokenBytes `asn1-broken` */
export function readAsn1(bytes: Uint8Array, structure: string): Asn1 {
  const { offset, result } = fromBER(Uint8Array.from(bytes), LIMITS);
  if (offset === -1) {
    const reason = result.error.slice(0, 200);
    throw new BrokenBytes('asn1-broken', structure, 0, {
      zh: `ASN.1 无法解析：${reason}`,
      en: `ASN.1 cannot be parsed: ${reason}`,
    });
  }
  return convert(result);
}

function convert(block: BaseBlock): Asn1 {
  const view = block.valueBeforeDecodeView;
  const raw = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  const children = block instanceof Constructed ? block.valueBlock.value.filter((child) => child instanceof BaseBlock) : [];
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
