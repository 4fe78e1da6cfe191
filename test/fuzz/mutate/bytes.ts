import type { Random } from '../engine/random.ts';

/** Lengths, counts and offsets break readers at these. */
const EXTREMES = [
  0, 1, 2, 4, 7, 8, 16, 32, 63, 64, 100, 127, 128, 255, 256, 512, 1000, 1024, 4095, 4096, 32767, 32768, 65534, 65535, 65536,
];
const WIDE_EXTREMES = [...EXTREMES, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff, 0x00ffffff, 0x10000000, 1 << 20, 1 << 24];

type Change = (input: Buffer, random: Random, context: MutationContext) => Buffer;

export interface MutationContext {
  readonly tokens: readonly Buffer[];
  /** Another input to take parts of. */
  other(): Buffer;
  readonly largest: number;
}

function write(bytes: Buffer, at: number, width: number, little: boolean, value: number): void {
  for (let i = 0; i < width; i++) {
    const place = little ? i : width - 1 - i;
    bytes[at + i] = Math.floor(value / 256 ** place) & 0xff;
  }
}

function read(bytes: Buffer, at: number, width: number, little: boolean): number {
  return little ? bytes.readUIntLE(at, width) : bytes.readUIntBE(at, width);
}

/** Changes a field of 1, 2, 4 or 8 bytes, aligned or not, in either order of bytes. */
const changeField: Change = (input, random) => {
  if (input.length === 0) return input;
  const width = Math.min(random.pick([1, 1, 2, 2, 4, 4, 4, 8]), input.length);
  const small = Math.min(width, 4);
  let at = random.below(input.length - width + 1);
  if (!random.once(4)) at -= at % small;
  const little = !random.once(6);
  const bytes = Buffer.from(input);
  const old = read(bytes, at, small, little);
  const value = random.pick<() => number>([
    () => random.pick(width > 2 ? WIDE_EXTREMES : EXTREMES),
    () => old + 1 + random.below(35),
    () => Math.max(0, old - 1 - random.below(35)),
    () => input.length - random.below(3),
    () => at + random.below(16),
    () => random.below(input.length),
    () => old * 2,
    () => random.bits(),
    // A pointer that some other field of the file has.
    () => (input.length >= 4 ? input.readUInt32LE(random.below(input.length - 3) & ~3) : old),
  ])();
  write(bytes, at, width, little, value);
  return bytes;
};

const flipBits: Change = (input, random) => {
  const bytes = Buffer.from(input);
  for (let left = random.small(16); left > 0 && bytes.length > 0; left--)
    bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
  return bytes;
};

const overwrite: Change = (input, random) => {
  const bytes = Buffer.from(input);
  const at = random.below(bytes.length);
  const fill = random.pick([0, 0xff, 0x80, 0x7f, random.below(256)]);
  return bytes.fill(fill, at, Math.min(bytes.length, at + random.small(64)));
};

/** A variable-length number (LEB128, protobuf) that becomes longer or larger. */
const growVarint: Change = (input, random) => {
  const at = random.below(input.length);
  const bytes = random.pick([
    [0xff, 0xff, 0xff, 0xff, 0x0f],
    [0xff, 0xff, 0xff, 0xff, 0x7f],
    [0x80, 0x80, 0x80, 0x80, 0x00],
    [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
    [0x80 | random.below(128), random.below(128)],
  ]);
  return Buffer.concat([input.subarray(0, at), Buffer.from(bytes), input.subarray(random.once(2) ? at + bytes.length : at + 1)]);
};

const useToken: Change = (input, random, { tokens }) => {
  if (tokens.length === 0) return input;
  const token = random.pick(tokens);
  const at = random.below(input.length + 1);
  return Buffer.concat([input.subarray(0, at), token, input.subarray(random.once(2) ? at : at + token.length)]);
};

/** A decimal or hexadecimal number in a text. */
const changeDigits: Change = (input, random) => {
  const start = random.below(input.length);
  for (let at = start; at < Math.min(input.length, start + 2000); at++) {
    if (input[at]! < 0x30 || input[at]! > 0x39) continue;
    let end = at;
    while (end < input.length && input[end]! >= 0x30 && input[end]! <= 0x39) end++;
    const text = random.pick(['0', '-1', '4294967296', '1e999', '0.5', '9'.repeat(random.small(400)), 'null', '""']);
    return Buffer.concat([input.subarray(0, at), Buffer.from(text), input.subarray(end)]);
  }
  return input;
};

function piece(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length);
  return bytes.subarray(at, at + random.small(bytes.length - at));
}

const remove: Change = (input, random) => {
  const at = random.below(input.length);
  return Buffer.concat([input.subarray(0, at), input.subarray(at + random.small(input.length - at))]);
};

const cut: Change = (input, random) => input.subarray(0, random.below(input.length));

const duplicate: Change = (input, random) => {
  const at = random.below(input.length);
  return Buffer.concat([input.subarray(0, at), piece(input, random), input.subarray(at)]);
};

/** The same piece many times: what is cheap once may not be so a thousand times. */
const repeat: Change = (input, random, { largest }) => {
  const part = piece(input, random);
  if (part.length === 0) return input;
  const times = random.small(Math.max(1, Math.min(2000, Math.floor((largest - input.length) / part.length))));
  const at = random.below(input.length);
  return Buffer.concat([input.subarray(0, at), ...Array.from({ length: times }, () => part), input.subarray(at)]);
};

const copyOver: Change = (input, random) => {
  const bytes = Buffer.from(input);
  piece(input, random).copy(bytes, random.below(bytes.length));
  return bytes;
};

const takeFromOther: Change = (input, random, { other }) => {
  const part = piece(other(), random);
  const at = random.below(input.length);
  return Buffer.concat([input.subarray(0, at), part, input.subarray(random.once(2) ? at : at + part.length)]);
};

const splice: Change = (input, random, { other }) => {
  const second = other();
  return Buffer.concat([input.subarray(0, random.below(input.length)), second.subarray(random.below(second.length))]);
};

/** Those that keep everything else in its place stand first and are drawn more often. */
const CHANGES: readonly Change[] = [
  changeField,
  changeField,
  changeField,
  changeField,
  flipBits,
  overwrite,
  copyOver,
  growVarint,
  useToken,
  useToken,
  changeDigits,
  remove,
  cut,
  duplicate,
  repeat,
  takeFromOther,
  splice,
];

/** Changes an input once, in one of the ways that fit any format. */
export function changeBytes(input: Buffer, random: Random, context: MutationContext): Buffer {
  // Most changes need something to change.
  const changed = input.length < 4 ? context.other() : random.pick(CHANGES)(input, random, context);
  return changed.length > context.largest ? changed.subarray(0, context.largest) : changed;
}
