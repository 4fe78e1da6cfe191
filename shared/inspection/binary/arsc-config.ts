import { type DeviceWords, fitsPhone, penalty } from './arsc-device.ts';

/** What `ResTable_config` (ResourceTypes.h) says: the locale, and how well the rest of it suits an ordinary phone. */
export interface ResourceConfig {
  /** `zh`, `en`, three letters for rarer ones; empty for the default. */
  readonly language: string;
  readonly region: string;
  readonly script: string;
  /** Orders configurations that suit a locale equally: the lower, the better (`penalty`). */
  readonly specific: number;
  /** A qualifier does not hold for an ordinary phone (a tablet, a watch, by night); absent means that all do. */
  readonly foreign?: boolean;
  /** Mobile country code of the network; absent for any. */
  readonly mcc?: number;
}

const LANGUAGE = 8;
const REGION = 10;
const SCRIPT = 36;
const CHINA = 460;

/** Reads a configuration at an offset, as long as its own first word says and `end` allows; a short one has only its first fields. */
export function readConfig(bytes: Buffer, at: number, end: number): ResourceConfig {
  const size = at + 4 <= end ? Math.min(bytes.readUInt32LE(at), end - at) : 0;
  const word = (field: number) => (field + 4 <= size ? bytes.readUInt32LE(at + field) : 0);
  const words: DeviceWords = {
    screenType: word(12),
    input: word(16),
    pixels: word(20),
    version: word(24),
    screen: word(28),
    size: word(32),
    screen2: word(48),
  };
  const has = (field: number, length: number) => field + length <= size;
  const mcc = word(4) & 0xffff;
  return {
    language: has(LANGUAGE, 2) ? unpack(bytes[at + LANGUAGE]!, bytes[at + LANGUAGE + 1]!, 0x61) : '',
    region: has(REGION, 2) ? unpack(bytes[at + REGION]!, bytes[at + REGION + 1]!, 0x30) : '',
    script: has(SCRIPT, 4) ? bytes.toString('latin1', at + SCRIPT, at + SCRIPT + 4).replaceAll('\0', '') : '',
    specific: penalty(words),
    ...(fitsPhone(words) ? {} : { foreign: true }),
    ...(mcc === 0 ? {} : { mcc }),
  };
}

/** Two letters as they are; three letters or digits packed into 15 bits when the high bit is set. */
function unpack(first: number, second: number, base: number): string {
  if (first === 0) return '';
  if ((first & 0x80) === 0) return String.fromCharCode(first, second).replaceAll('\0', '');
  const letters = [second & 0x1f, ((second & 0xe0) >> 5) | ((first & 0x03) << 3), (first & 0x7c) >> 2];
  return String.fromCharCode(...letters.map((letter) => base + letter));
}

/** Which locale is asked for: that of a user in mainland China, or none. */
export type LocaleWish = 'zh' | 'default';

/** Regions whose Chinese is written in traditional script (CLDR, likely subtags). */
const TRADITIONAL = /^(?:TW|HK|MO|AU|BN|GB|GF|ID|PA|PF|PH|SR|TH|US|VN)$/;

/**
 * How well a configuration answers a wish, the higher the better; 0 means not at all. For a user in mainland China: zh-CN, then zh in
 * simplified script, then the default; traditional Chinese is another script and never chosen. Resources for the networks of China go
 * before all others, as the platform has it; what suits no phone counts only where there is nothing else.
 */
export function suits(config: ResourceConfig, wish: LocaleWish): number {
  const locale = localeRank(config, wish);
  if (config.mcc !== undefined && (wish === 'default' || config.mcc !== CHINA)) return 0;
  const rank = config.mcc !== undefined && locale > 0 ? locale + 8 : locale;
  return config.foreign ? rank / 100 : rank;
}

function localeRank(config: ResourceConfig, wish: LocaleWish): number {
  if (config.language === '') return 1;
  if (wish === 'default' || config.language !== 'zh') return 0;
  if (config.script === 'Hant' || (config.script === '' && TRADITIONAL.test(config.region))) return 0;
  if (config.region === 'CN') return 4;
  return config.region === '' ? 3 : 2;
}
