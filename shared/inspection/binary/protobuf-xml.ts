import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { ResourceValue } from './arsc.ts';
import { VALUE, type XmlAttribute, type XmlElement } from './axml.ts';
import { type ProtoAllowance, ProtoMessage } from './protobuf.ts';
import { type ItemNames, NO_NAMES, readItem } from './protobuf-item.ts';

/** An element while its fields are still coming: they may stand in any order, and a message may come in several pieces. */
interface OpenElement extends XmlElement {
  name: string;
  readonly attributes: XmlAttribute[];
}

const STRUCTURE = 'proto XML';

/**
 * Reads an XML file as app bundles hold it (`XmlNode`, aapt2's Resources.proto) into the tree that binary XML gives. What breaks off midway
 * becomes a gap and the tree so far stays.
 * @param part name of the entry, for gaps
 * @param names for references that the tool wrote by name alone
 * @throws BrokenBytes when there is no root element
 */
export function readProtoXml(
  bytes: Buffer,
  part: string,
  observations: Observations,
  names: ItemNames = NO_NAMES,
  affects: 'manifest' | 'resources' = 'manifest',
  allowance?: ProtoAllowance,
): XmlElement {
  const reader = new TreeReader(names);
  try {
    reader.readNode(ProtoMessage.of(bytes, STRUCTURE, allowance), null);
  } catch (error) {
    if (!reader.root || !(error instanceof BrokenBytes)) throw error;
    observations.failed(affects, part, error);
  }
  if (!reader.root) throw new BrokenBytes('xml-no-root', STRUCTURE, 0, { zh: '没有根元素', en: 'there is no root element' });
  return reader.root;
}

class TreeReader {
  root: XmlElement | null = null;
  readonly #names: ItemNames;
  #elements = 0;
  #depth = 0;
  #attributesLeft: number = LIMITS.xmlAttributes;

  constructor(names: ItemNames) {
    this.#names = names;
  }

  /** `XmlNode`: an element, or a piece of text that belongs to `parent`. */
  readNode(node: ProtoMessage, parent: OpenElement | null): void {
    let element: OpenElement | null = null;
    while (node.next()) {
      if (node.field === 1) {
        element ??= this.#open(parent, node.start);
        this.#readElement(node.message(), element);
      } else if (node.field === 2 && parent) parent.text += node.text();
    }
  }

  #open(parent: OpenElement | null, at: number): OpenElement {
    if (++this.#elements > LIMITS.xmlElements || this.#depth >= LIMITS.xmlDepth) {
      const what = { zh: '元素过多或嵌套过深', en: 'too many elements or nested too deeply' };
      throw new BrokenBytes('xml-too-large', STRUCTURE, at, what);
    }
    const element: OpenElement = { name: '', attributes: [], children: [], text: '' };
    if (parent) parent.children.push(element);
    else this.root = element;
    return element;
  }

  /** `XmlElement`: the namespaces that it declares do not matter, attributes carry the address of theirs. */
  #readElement(message: ProtoMessage, element: OpenElement): void {
    this.#depth += 1;
    while (message.next()) {
      if (message.field === 3) element.name = message.text();
      else if (message.field === 4) element.attributes.push(this.#readAttribute(message.message()));
      else if (message.field === 5) this.readNode(message.message(), element);
    }
    this.#depth -= 1;
  }

  #readAttribute(message: ProtoMessage): XmlAttribute {
    if (--this.#attributesLeft < 0) {
      throw new BrokenBytes('xml-too-large', STRUCTURE, message.start, { zh: '属性过多', en: 'too many attributes' });
    }
    let namespace = '';
    let name = '';
    let raw = '';
    let id = 0;
    let item: ResourceValue | null = null;
    while (message.next()) {
      if (message.field === 1) namespace = message.text();
      else if (message.field === 2) name = message.text();
      else if (message.field === 3) raw = message.text();
      else if (message.field === 5) id = message.uint32();
      else if (message.field === 6) item = readItem(message.message(), this.#names);
    }
    // What was compiled loses its source text on the way to an installed package, but for attributes without an id.
    const source = { type: VALUE.string, data: 0, text: raw };
    const value = item && id === 0 ? { ...item, text: item.text ?? raw } : (item ?? source);
    return { id, name, namespace: namespace === '' ? null : namespace, ...value };
  }
}
