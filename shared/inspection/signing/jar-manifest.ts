/**
 * Sections of a JAR manifest or signature file (JAR File Specification, "Manifest Specification"), read as Android reads them: lines end
 * with CR LF, LF or CR, a line that begins with a blank continues the one before, an empty line ends a section.
 */
export interface Section {
  /** Bytes of the section, with the empty lines that stand in front of it left out and the one that ends it taken in. */
  readonly start: number;
  readonly end: number;
  /** Value of the first attribute when that is `Name`; null for a main section. */
  readonly name: string | null;
  /** Names and values in turns. */
  readonly attributes: readonly string[];
}

/** The value of an attribute, the first of its name in any case; null if there is none. */
export function attribute(section: Section, name: string): string | null {
  const wanted = name.toLowerCase();
  for (let at = 0; at < section.attributes.length; at += 2) {
    const own = section.attributes[at]!;
    if (own.length === wanted.length && own.toLowerCase() === wanted) return section.attributes[at + 1]!;
  }
  return null;
}

/** All sections in order. Nothing is refused: what is no attribute becomes one without a value. Linear in the bytes. */
export function readSections(bytes: Buffer): Section[] {
  const sections: Section[] = [];
  // Where each line begins and ends, with its continuations: millions of those must not become as many pieces.
  let lines: [from: number, end: number][] = [];
  let start = 0;
  const close = (end: number): void => {
    if (lines.length > 0) sections.push(section(bytes, start, end, lines));
    lines = [];
  };
  for (let at = 0; at < bytes.length; ) {
    const { end, next } = lineEnd(bytes, at);
    if (end === at) close(next);
    else if (bytes[at] === BLANK && lines.length > 0) lines[lines.length - 1]![1] = end;
    else {
      if (lines.length === 0) start = at;
      lines.push([at, end]);
    }
    at = next;
  }
  close(bytes.length);
  return sections;
}

const BLANK = 0x20;
const CR = 0x0d;
const LF = 0x0a;

function lineEnd(bytes: Buffer, from: number): { end: number; next: number } {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === LF) return { end: at, next: at + 1 };
    if (bytes[at] === CR) return { end: at, next: bytes[at + 1] === LF ? at + 2 : at + 1 };
  }
  return { end: bytes.length, next: bytes.length };
}

function section(bytes: Buffer, start: number, end: number, lines: readonly (readonly [number, number])[]): Section {
  const attributes: string[] = [];
  for (const [from, to] of lines) {
    const text = unfold(bytes, from, to).toString('utf8');
    const colon = text.indexOf(': ');
    attributes.push(colon < 0 ? text : text.slice(0, colon), colon < 0 ? '' : text.slice(colon + 2));
  }
  return { start, end, name: attributes[0]?.toLowerCase() === 'name' ? attributes[1]! : null, attributes };
}

/** A line with its continuations, without the breaks and the blanks behind them. */
function unfold(bytes: Buffer, from: number, to: number): Buffer {
  const first = lineEnd(bytes, from);
  if (first.end >= to) return bytes.subarray(from, to);
  const whole = Buffer.allocUnsafe(to - from);
  let length = bytes.copy(whole, 0, from, first.end);
  for (let at = first.next; at < to; ) {
    const { end, next } = lineEnd(bytes, at);
    length += bytes.copy(whole, length, at + 1, end);
    at = next;
  }
  return whole.subarray(0, length);
}
