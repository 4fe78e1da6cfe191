import type { Random } from '../engine/random.ts';
import type { Mutator } from '../engine/target.ts';

/** A value within a value: both know where their content lies and how their head is written anew. */
interface Nested {
  readonly start: number;
  readonly content: number;
  readonly end: number;
  readonly children: readonly Nested[];
  /** Tag and length in front of a content of that many bytes. */
  head(length: number): Buffer;
}

type Parser = (bytes: Buffer, from: number, end: number, depth: number) => readonly Nested[] | null;

const DEEPEST = 24;

/** Tags and lengths of ASN.1 (X.690, 8.1), of the definite form. */
const parseAsn1: Parser = (bytes, from, end, depth) => {
  const found: Nested[] = [];
  for (let at = from; at < end; ) {
    const start = at;
    const tag = bytes[at++]!;
    let length = bytes[at++] ?? 0;
    if ((tag & 0x1f) === 0x1f || length === 0x80) return null;
    if (length > 0x80) {
      const width = length & 0x7f;
      if (width > 4 || at + width > end) return null;
      length = bytes.readUIntBE(at, width);
      at += width;
    }
    if (at + length > end) return null;
    const children = (tag & 0x20) !== 0 && depth < DEEPEST ? parseAsn1(bytes, at, at + length, depth + 1) : [];
    const head = (size: number): Buffer => {
      if (size < 0x80) return Buffer.of(tag, size);
      const wide = Buffer.alloc(4);
      wide.writeUInt32BE(size);
      const digits = wide.subarray(wide.findIndex((byte) => byte !== 0));
      return Buffer.concat([Buffer.of(tag, 0x80 | digits.length), digits]);
    };
    found.push({ start, content: at, end: at + length, children: children ?? [], head });
    at += length;
  }
  return found;
};

/** Fields of a protobuf message; a length-delimited one that reads as a message is taken for one. */
const parseProtobuf: Parser = (bytes, from, end, depth) => {
  const found: Nested[] = [];
  for (let at = from; at < end; ) {
    const start = at;
    const [key, afterKey] = varint(bytes, at, end);
    const type = key & 7;
    if (afterKey < 0 || key < 8) return null;
    let content = afterKey;
    let next = afterKey;
    if (type === 0) next = varint(bytes, afterKey, end)[1];
    else if (type === 1) next = afterKey + 8;
    else if (type === 5) next = afterKey + 4;
    else if (type === 2) {
      const [length, afterLength] = varint(bytes, afterKey, end);
      if (afterLength < 0) return null;
      content = afterLength;
      next = afterLength + length;
    } else return null;
    if (next < 0 || next > end) return null;
    const tag = bytes.subarray(start, afterKey);
    const children = type === 2 && depth < DEEPEST ? parseProtobuf(bytes, content, next, depth + 1) : [];
    const head = (size: number): Buffer => (type === 2 ? Buffer.concat([tag, writeVarint(size)]) : tag);
    found.push({ start, content, end: next, children: children ?? [], head });
    at = next;
  }
  return found;
};

/** @returns the number and the offset behind it, -1 where it breaks off */
function varint(bytes: Buffer, from: number, end: number): [number, number] {
  let value = 0;
  for (let at = from, scale = 1; at < end && at < from + 5; at++, scale *= 128) {
    value += (bytes[at]! & 0x7f) * scale;
    if (bytes[at]! < 0x80) return [value, at + 1];
  }
  return [0, -1];
}

function writeVarint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}

function flatten(values: readonly Nested[]): Nested[] {
  return values.flatMap((value) => [value, ...flatten(value.children)]);
}

/** The bytes again, with one value replaced and the lengths around it corrected. */
function rewrite(bytes: Buffer, values: readonly Nested[], chosen: Nested, instead: Buffer): Buffer {
  return Buffer.concat(
    values.map((value) => {
      if (value === chosen) return instead;
      const within = value.start < chosen.start && chosen.end <= value.end;
      if (!within) return bytes.subarray(value.start, value.end);
      const content = rewrite(bytes, value.children, chosen, instead);
      return Buffer.concat([value.head(content.length), content]);
    }),
  );
}

function nest(depth: number, value: Buffer, head: (length: number) => Buffer): Buffer {
  let nested = value;
  for (let left = depth; left > 0 && nested.length < 1 << 16; left--) nested = Buffer.concat([head(nested.length), nested]);
  return nested;
}

function changeTree(parse: Parser, input: Buffer, random: Random): Buffer | null {
  const roots = parse(input, 0, input.length, 0);
  const all = roots ? flatten(roots) : [];
  if (roots === null || all.length === 0) return null;
  const chosen = random.pick(all);
  const other = random.pick(all);
  const own = input.subarray(chosen.start, chosen.end);
  const instead = random.pick<() => Buffer>([
    () => Buffer.alloc(0),
    () => Buffer.concat([own, own]),
    () => Buffer.concat(Array.from({ length: random.small(300) }, () => own)),
    () => input.subarray(other.start, other.end),
    () => Buffer.concat([own, input.subarray(other.start, other.end)]),
    () => changedContent(input, chosen, random),
    () => changedContent(input, chosen, random),
    () => nest(random.small(200), own, chosen.head),
  ])();
  return rewrite(input, roots, chosen, instead);
}

function changedContent(input: Buffer, { content, end, head }: Nested, random: Random): Buffer {
  const bytes = Buffer.from(input.subarray(content, end));
  if (bytes.length > 0) bytes[random.below(bytes.length)] = random.below(256);
  const changed = random.pick([
    bytes,
    bytes.subarray(0, random.below(bytes.length)),
    Buffer.concat([bytes, Buffer.alloc(random.small(200), 0x7f)]),
  ]);
  return Buffer.concat([head(changed.length), changed]);
}

/** Changes the tree of an ASN.1 value: doubles, drops, moves, nests or alters one within it, and corrects the lengths around. */
export const changeAsn1: Mutator = (input, random) => changeTree(parseAsn1, input, random);

/** The same for a protobuf message. */
export const changeProtobuf: Mutator = (input, random) => changeTree(parseProtobuf, input, random);
