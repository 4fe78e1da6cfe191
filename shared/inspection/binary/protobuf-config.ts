import type { ResourceConfig } from './arsc-config.ts';
import type { ProtoMessage } from './protobuf.ts';

const LOCALE = 3;
const PRODUCT = 25;

/**
 * `Configuration` (aapt2's Configuration.proto): the locale, a BCP 47 tag (`zh-Hans-CN`), and how many of the other conditions are set.
 * A product only mattered when the bundle was built.
 */
export function readProtoConfig(message: ProtoMessage): ResourceConfig {
  let tag = '';
  const set = new Set<number>();
  while (message.next()) {
    if (message.field === LOCALE) tag = message.text();
    else if (message.field < PRODUCT && message.uint32() !== 0) set.add(message.field);
  }
  return { ...readTag(tag), specific: set.size };
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
