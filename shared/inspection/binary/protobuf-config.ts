import type { ResourceConfig } from './arsc-config.ts';
import { type DeviceWords, fitsPhone, penalty } from './arsc-device.ts';
import type { ProtoMessage } from './protobuf.ts';

const MCC = 1;
const LOCALE = 3;
const PRODUCT = 25;

/** A resource without a configuration: it suits everywhere. */
export const ANY_CONFIG: ResourceConfig = { language: '', region: '', script: '', specific: penalty(wordsOf([])) };

/**
 * `Configuration` (aapt2's Configuration.proto): the locale, a BCP 47 tag (`zh-Hans-CN`), and how well the other conditions suit a phone.
 * A product only mattered when the bundle was built.
 */
export function readProtoConfig(message: ProtoMessage): ResourceConfig {
  let tag = '';
  const numbers: number[] = [];
  while (message.next()) {
    if (message.field === LOCALE) tag = message.text();
    else if (message.field < PRODUCT) numbers[message.field] = message.uint32();
  }
  if (tag === '' && numbers.length === 0) return ANY_CONFIG;
  const words = wordsOf(numbers);
  const mcc = numbers[MCC] ?? 0;
  return {
    ...readTag(tag),
    specific: penalty(words),
    ...(fitsPhone(words) ? {} : { foreign: true }),
    ...(mcc === 0 ? {} : { mcc }),
  };
}

/**
 * The fields as the words of `ResTable_config` that they become. Enumerations have the same order in both but for the three whose
 * constants say "no" first in binary (long, round, night).
 */
function wordsOf(fields: readonly number[]): DeviceWords {
  const at = (field: number, most: number) => Math.min(fields[field] ?? 0, most);
  const swapped = (field: number) => [0, 2, 1, 3][at(field, 3)]!;
  const layout = at(10, 15) | (swapped(11) << 4) | (at(4, 3) << 6);
  const mode = at(16, 15) | (swapped(17) << 4);
  return {
    screenType: (at(15, 255) | (at(19, 255) << 8) | (at(18, 0xffff) << 16)) >>> 0,
    input: at(21, 255) | (at(23, 255) << 8) | ((at(20, 3) | (at(22, 3) << 2)) << 16),
    pixels: (at(5, 0xffff) | (at(6, 0xffff) << 16)) >>> 0,
    version: at(24, 0xffff),
    screen: (layout | (mode << 8) | (at(9, 0xffff) << 16)) >>> 0,
    size: (at(7, 0xffff) | (at(8, 0xffff) << 16)) >>> 0,
    screen2: swapped(12),
  };
}

/** Language, then script (four letters) and region (two letters or three digits) where there are any (RFC 5646, 2.1). */
function readTag(tag: string): Pick<ResourceConfig, 'language' | 'script' | 'region'> {
  const [language = '', ...rest] = tag.split('-');
  return {
    language: language.toLowerCase(),
    script: rest.find((part) => /^[A-Za-z]{4}$/.test(part)) ?? '',
    region: rest.find((part) => /^(?:[A-Za-z]{2}|\d{3})$/.test(part))?.toUpperCase() ?? '',
  };
}
