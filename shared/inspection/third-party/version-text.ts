/** Characters of a version that is told. */
const LONGEST = 60;
/** `1.2.3`, `v4.5.6.7`, `3.0.0-rc1`, `2.10.0.20230101`, `MobSDK 3.1.0`, `Android_SDK_3.2.1`, `android4.28.0`. */
const VERSION =
  /^(?:[A-Za-z][A-Za-z_ ]{0,23}[ _/-]|android)?[vV]?\d{1,5}(?:\.\d{1,8}){1,4}(?:[.+_ -]?\(?[A-Za-z0-9][\w.+-]{0,30}\)?)?$/;
/** `2021.03.04`, `20.3.2021`. */
const DATE =
  /^(?:(?:19|20)\d\d[./-](?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)\d\d)$/;
/** Addresses that programs hold: private, local, of groups, masks, and the resolvers that many ask. */
const ADDRESS =
  /^(?:0\.0\.0\.0|127\.|10\.\d+\.\d+\.\d+|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.|2(?:2[4-9]|[345]\d)\.\d+\.\d+\.\d+|(?:8\.8|1\.1|9\.9|223\.[56])\.\d+\.\d+|114\.114\.|119\.29\.29\.29|180\.76\.76\.76)/;
const FOUR = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Whether a text as a whole is a version: numbers with dots, perhaps with a word in front and a label behind; no date, no address. */
export function isVersion(text: string): boolean {
  if (text.length > LONGEST || !VERSION.test(text) || DATE.test(text)) return false;
  return !(FOUR.test(text) && (ADDRESS.test(text) || isAddress(text)));
}

/** Four numbers of one byte of which the first is larger than versions have it. */
function isAddress(text: string): boolean {
  const parts = text.split('.').map(Number);
  return parts[0]! >= 60 && parts.every((part) => part <= 255);
}

/** What SDKs hold for app stores to find: `!SDK-VERSION-STRING!:com.vendor.sdk:core:4.27.0` (Google Play, "SDK version string"). */
const FOR_STORES = /^!SDK-VERSION-STRING!:([\w.-]{1,120}:[\w.-]{1,80}):([^:]{1,60})$/;
const MARKER = '!SDK-VERSION-STRING!:';

/** The coordinates and the version that such a string says; null for any other text. */
export function storeVersion(text: string): { readonly coordinates: string; readonly version: string } | null {
  const match = FOR_STORES.exec(text);
  return match && isVersion(match[2]!) ? { coordinates: match[1]!, version: match[2]! } : null;
}

/** Whether bytes begin as such a string does. */
export function mayBeStoreVersion(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start <= MARKER.length || end - start > 300) return false;
  for (let i = 0; i < MARKER.length; i++) if (bytes[start + i] !== MARKER.charCodeAt(i)) return false;
  return true;
}

/** A cheap look before: whether bytes of ASCII are short enough and have a digit, a dot and a digit. */
export function mayBeVersion(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  for (let at = start + 1; at < end - 1; at++) {
    if (bytes[at] === 0x2e && isDigit(bytes[at - 1]!) && isDigit(bytes[at + 1]!)) return true;
  }
  return false;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
