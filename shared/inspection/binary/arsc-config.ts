/** What `ResTable_config` (ResourceTypes.h) says about the locale, and how specific the rest of it is. */
export interface ResourceConfig {
  /** `zh-CN`, `zh-Hans`, `en`; empty for the default. */
  readonly language: string;
  readonly region: string;
  readonly script: string;
  /** How many other words of the configuration are set (density, version, night …): the fewer, the more general. */
  readonly specific: number;
}

const LANGUAGE = 8;
const REGION = 10;
const SCRIPT = 36;

/** Reads a configuration of `size` bytes (its own first word) at an offset; a short one has only its first fields. */
export function readConfig(bytes: Buffer, at: number, end: number): ResourceConfig {
  const size = at + 4 <= end ? Math.min(bytes.readUInt32LE(at), end - at) : 0;
  let specific = 0;
  for (let field = 4; field + 4 <= Math.min(size, 36); field += 4) {
    if (field !== LANGUAGE && bytes.readUInt32LE(at + field) !== 0) specific += 1;
  }
  const has = (field: number, length: number) => field + length <= size;
  return {
    language: has(LANGUAGE, 2) ? unpack(bytes[at + LANGUAGE]!, bytes[at + LANGUAGE + 1]!, 0x61) : '',
    region: has(REGION, 2) ? unpack(bytes[at + REGION]!, bytes[at + REGION + 1]!, 0x30) : '',
    script: has(SCRIPT, 4) ? bytes.toString('latin1', at + SCRIPT, at + SCRIPT + 4).replaceAll('\0', '') : '',
    specific,
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

/**
 * How well a configuration answers a wish; 0 means not at all. For a user in mainland China: zh-CN, then zh in simplified script, then
 * the default; traditional Chinese is another script and never chosen.
 */
export function suits(config: ResourceConfig, wish: LocaleWish): number {
  if (config.language === '') return 1;
  if (wish === 'default' || config.language !== 'zh') return 0;
  if (config.script === 'Hant' || (config.script === '' && /^(?:TW|HK|MO)$/.test(config.region))) return 0;
  if (config.region === 'CN') return 4;
  return config.region === '' ? 3 : 2;
}
