import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { noteLies, type XmlLie } from './axml-lies.ts';
import { StringPool } from './string-pool.ts';

/** `Res_value` types (ResourceTypes.h) that facts are made of. */
export const VALUE = {
  reference: 0x01,
  attribute: 0x02,
  string: 0x03,
  float: 0x04,
  dynamicReference: 0x07,
  boolean: 0x12,
} as const;
export const FIRST_INTEGER = 0x10;
export const LAST_INTEGER = 0x1f;

export interface XmlAttribute {
  /** Resource id of the attribute; 0 for one without (`package`). */
  readonly id: number;
  readonly name: string;
  /** Address of the namespace; null for an attribute without. */
  readonly namespace: string | null;
  readonly type: number;
  readonly data: number;
  /** The text, for type `string`; else the text as it stood in the source, where that was kept. */
  readonly text: string | null;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  /** Character data directly within it, in one piece; empty where there is none. */
  text: string;
}

const STRUCTURE = 'binary XML';
const CHUNK = {
  xml: 0x0003,
  stringPool: 0x0001,
  resourceMap: 0x0180,
  startElement: 0x0102,
  endElement: 0x0103,
  characters: 0x0104,
} as const;
/** Beginning and end of a namespace: attributes say theirs by address. */
const NAMESPACES: ReadonlySet<number> = new Set([0x0100, 0x0101]);
const ANDROID = 'http://schemas.android.com/apk/res/android';
/** Bytes of a `ResXMLTree_attrExt` and of a `ResXMLTree_attribute`. */
const ATTRIBUTE_SIZE = 20;
const NONE = 0xffffffff;

/**
 * Reads Android's binary XML (`ResXMLTree`, ResourceTypes.h) the way the platform does: the type of the first chunk is not looked at,
 * unknown chunks are stepped over, attributes are known by resource id. What breaks off midway becomes a gap and the tree so far stays.
 * @param part name of the entry, for gaps, and what is missing where it is broken
 * @throws BrokenBytes when there is no root element
 */
export function readBinaryXml(
  bytes: Buffer,
  part: string,
  observations: Observations,
  affects: 'manifest' | 'resources' = 'manifest',
): XmlElement {
  if (bytes.length < 8) throw noRoot(0);
  const reader = new TreeReader(bytes);
  try {
    reader.run();
  } catch (error) {
    observations.failed(affects, part, error);
  }
  if (affects === 'manifest') noteLies(reader.lies, part, observations);
  if (!reader.root) throw noRoot(bytes.length);
  return reader.root;
}

function noRoot(at: number): BrokenBytes {
  return new BrokenBytes('xml-no-root', STRUCTURE, at, { zh: '没有根元素', en: 'there is no root element' });
}

class TreeReader {
  root: XmlElement | null = null;
  readonly lies = new Set<XmlLie>();
  readonly #bytes: Buffer;
  readonly #end: number;
  readonly #stack: XmlElement[] = [];
  #pool: StringPool | null = null;
  #ids: readonly number[] = [];
  #elements = 0;
  #attributesLeft: number = LIMITS.xmlAttributes;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const declared = bytes.readUInt32LE(4);
    if (bytes.readUInt16LE(0) !== CHUNK.xml) this.lies.add('manifest-header-type');
    if (declared > bytes.length) this.lies.add('manifest-size-false');
    this.#end = declared < 8 || declared > bytes.length ? bytes.length : declared;
  }

  run(): void {
    const bytes = this.#bytes;
    const headerSize = bytes.readUInt16LE(2);
    let at = headerSize >= 8 && headerSize < this.#end ? headerSize : 8;
    while (at + 8 <= this.#end) {
      const size = bytes.readUInt32LE(at + 4);
      if (size < 8 || at + size > this.#end) {
        const what = { zh: `块长度 ${size} 不可能成立`, en: `a chunk cannot have ${size} bytes` };
        throw new BrokenBytes('xml-chunk-size', STRUCTURE, at, what);
      }
      this.#chunk(bytes.readUInt16LE(at), at, size);
      at += size;
    }
  }

  #chunk(type: number, at: number, size: number): void {
    const bytes = this.#bytes;
    const body = at + Math.max(8, bytes.readUInt16LE(at + 2));
    if (type === CHUNK.stringPool && !this.#pool) this.#openPool(at, size);
    else if (type === CHUNK.resourceMap) this.#ids = this.#readIds(body, at + size);
    else if (type === CHUNK.startElement) this.#open(body, at + size);
    else if (type === CHUNK.endElement) this.#stack.pop();
    else if (type === CHUNK.characters) this.#characters(body, at + size);
    else if (!NAMESPACES.has(type) && type !== CHUNK.stringPool) this.lies.add('xml-unknown-chunk');
  }

  #openPool(at: number, size: number): void {
    this.#pool = new StringPool(this.#bytes, at, size, STRUCTURE);
    if (this.#pool.claims === 'impossible') this.lies.add('string-count-impossible');
    else if (this.#pool.claims === 'overlapping') this.lies.add('string-count-false');
  }

  /** `ResXMLTree_cdataExt`: text within the open element. */
  #characters(body: number, end: number): void {
    const open = this.#stack[this.#stack.length - 1];
    if (!open || body + 4 > end || open.text.length >= LIMITS.text) return;
    open.text += this.#pool?.get(this.#bytes.readUInt32LE(body)) ?? '';
  }

  #readIds(from: number, end: number): number[] {
    const ids: number[] = [];
    for (let at = from; at + 4 <= end; at += 4) ids.push(this.#bytes.readUInt32LE(at));
    return ids;
  }

  /** `ResXMLTree_attrExt`: namespace, name, then where the attributes begin, how long each is and how many there are. */
  #open(ext: number, end: number): void {
    const bytes = this.#bytes;
    if (ext + 20 > end) throw this.#short(ext);
    if (++this.#elements > LIMITS.xmlElements || this.#stack.length >= LIMITS.xmlDepth) {
      const what = { zh: '元素过多或嵌套过深', en: 'too many elements or nested too deeply' };
      throw new BrokenBytes('xml-too-large', STRUCTURE, ext, what);
    }
    const name = this.#pool?.get(bytes.readUInt32LE(ext + 4)) ?? '';
    const first = ext + bytes.readUInt16LE(ext + 8);
    const stride = bytes.readUInt16LE(ext + 10);
    // Without a stride they are all the same one, and the platform finds the first.
    const count = Math.min(bytes.readUInt16LE(ext + 12), stride === 0 ? 1 : 0xffff);
    this.#attributesLeft -= count;
    if (this.#attributesLeft < 0) {
      const what = { zh: '属性过多或相互重叠', en: 'too many attributes, or they overlap' };
      throw new BrokenBytes('xml-too-large', STRUCTURE, ext, what);
    }
    if (count > 0 && (first !== ext + ATTRIBUTE_SIZE || stride !== ATTRIBUTE_SIZE)) this.lies.add('xml-attribute-layout');
    const attributes: XmlAttribute[] = [];
    for (let i = 0; i < count; i++) {
      const at = first + i * stride;
      if (at + 20 > end) throw this.#short(at);
      attributes.push(this.#attribute(at));
    }
    this.#noteAttributes(attributes);
    const element: XmlElement = { name, attributes, children: [], text: '' };
    const parent = this.#stack[this.#stack.length - 1];
    if (parent) parent.children.push(element);
    else if (!this.root) this.root = element;
    this.#stack.push(element);
  }

  #noteAttributes(attributes: readonly XmlAttribute[]): void {
    const ids = new Set<number>();
    for (const { id, namespace } of attributes) {
      if (id >>> 24 !== 0x01) continue;
      if (ids.has(id)) this.lies.add('duplicate-attribute');
      if (namespace !== ANDROID) this.lies.add('attribute-namespace-false');
      ids.add(id);
    }
  }

  /** `ResXMLTree_attribute`: namespace, name, raw text, then a `Res_value`. */
  #attribute(at: number): XmlAttribute {
    const bytes = this.#bytes;
    const nameAt = bytes.readUInt32LE(at + 4);
    const type = bytes[at + 15]!;
    const data = bytes.readUInt32LE(at + 16);
    const raw = bytes.readUInt32LE(at + 8);
    const text = type === VALUE.string ? data : raw;
    return {
      id: this.#ids[nameAt] ?? 0,
      name: this.#pool?.get(nameAt) ?? '',
      namespace: this.#pool?.get(bytes.readUInt32LE(at)) ?? null,
      type,
      data,
      text: text === NONE ? null : (this.#pool?.get(text) ?? null),
    };
  }

  #short(at: number): BrokenBytes {
    return new BrokenBytes('xml-element-short', STRUCTURE, at, { zh: '元素数据不完整', en: 'an element is cut short' });
  }
}
