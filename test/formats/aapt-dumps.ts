import { spawnSync } from 'node:child_process';
import { VALUE, type XmlAttribute, type XmlElement } from '../../shared/inspection/binary/axml.ts';

function aapt(...args: string[]): string | null {
  const { stdout, status } = spawnSync('aapt', args, { encoding: 'utf8', maxBuffer: 512 << 20 });
  return status === 0 ? stdout : null;
}

/** A tree as `aapt dump xmltree` prints it, one line an element, attribute or text, depth in front; lines of namespaces left out. */
export function aaptTree(path: string, entry: string): string[] | null {
  const dump = aapt('dump', 'xmltree', path, entry);
  if (dump === null || !/^ *E: /m.test(dump)) return null;
  // A namespace indents what stands within it, like an element.
  const open: { readonly indent: number; readonly depth: number }[] = [];
  const lines: string[] = [];
  for (const line of joined(dump)) {
    const indent = line.search(/\S/);
    const content = line.slice(indent);
    while (open.length > 0 && open[open.length - 1]!.indent >= indent) open.pop();
    const depth = open[open.length - 1]?.depth ?? 0;
    if (content.startsWith('N: ')) open.push({ indent, depth });
    else if (content.startsWith('E: ')) {
      open.push({ indent, depth: depth + 1 });
      lines.push(`${depth + 1} E ${content.slice(3).replace(/ \(line=-?\d+\)$/, '')}`);
    } else if (content.startsWith('A: ')) lines.push(`${depth} A ${withoutPrefix(content.slice(3))}`);
  }
  return lines;
}

/** Lines that belong together: a value may hold line breaks. */
function joined(dump: string): string[] {
  const lines: string[] = [];
  for (const line of dump.split('\n')) {
    if (/^ *(?:[NEAC]: )/.test(line)) lines.push(line);
    else if (lines.length > 0 && line !== '') lines[lines.length - 1] += `\n${line}`;
  }
  return lines;
}

/** aapt prints the prefix of a namespace, or its address where it knows none. */
function withoutPrefix(attribute: string): string {
  const name = /^[^=]*/.exec(attribute)![0];
  const plain = name.replace(/^(?:.*[/:])(?=[^/:]*$)/, '');
  return plain + attribute.slice(name.length);
}

/** The same lines from a tree of ours. */
export function treeLines(element: XmlElement, depth = 1): string[] {
  const attributes = element.attributes.map((attribute) => `${depth} A ${attributeLine(attribute)}`);
  return [`${depth} E ${element.name}`, ...attributes, ...element.children.flatMap((child) => treeLines(child, depth + 1))];
}

function attributeLine({ name, id, type, data, text }: XmlAttribute): string {
  const shownId = id === 0 ? '' : `(0x${id.toString(16).padStart(8, '0')})`;
  const hex = data.toString(16);
  const raw = text === null ? '' : ` (Raw: "${escaped(text)}")`;
  if (type === VALUE.string) return `${name}${shownId}="${escaped(text ?? '')}"${raw}`;
  if (type === VALUE.reference) return `${name}${shownId}=@0x${hex.padStart(8, '0')}${raw}`;
  if (type === VALUE.attribute) return `${name}${shownId}=?0x${hex.padStart(8, '0')}${raw}`;
  if (type === 0) return `${name}${shownId}=(null)${raw}`;
  return `${name}${shownId}=(type 0x${type.toString(16)})0x${hex}${raw}`;
}

/** A text as `ResTable::normalizeForOutput` prints it. */
export function escaped(text: string): string {
  return text.replace(/[\\"\n]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`));
}

/** A simple value of one resource in one configuration. */
export interface DumpedValue {
  readonly id: number;
  readonly name: string;
  readonly config: string;
  readonly type: number;
  readonly data: number;
  /** As aapt prints it, escaped; null for what is no text. */
  readonly text: string | null;
}

/** Every simple value that `aapt dump --values resources` prints. */
export function aaptValues(path: string): DumpedValue[] {
  const values: DumpedValue[] = [];
  let config = '';
  let pending: Omit<DumpedValue, 'text'> | null = null;
  for (const line of (aapt('dump', '--values', 'resources', path) ?? '').split('\n')) {
    const text = /^ +\(string(?:8|16)\) "(.*)"$/s.exec(line);
    if (pending) values.push({ ...pending, text: text ? text[1]! : null });
    pending = null;
    const heading = /^ +config (.*):$/.exec(line);
    if (heading) config = heading[1]!;
    const entry = /^ +resource 0x([0-9a-f]{8}) [^:]*:(\S+): t=0x([0-9a-f]+) d=0x([0-9a-f]+) /.exec(line);
    if (entry) {
      const [id, type, data] = [entry[1]!, entry[3]!, entry[4]!].map((digits) => Number.parseInt(digits, 16));
      pending = { id: id!, name: entry[2]!, config, type: type!, data: data! };
    }
  }
  return values;
}
