/**
 * The phone for which files and values are chosen where a resource has several configurations: an ordinary one, upright, by day, with
 * the newest system. Field by field as `ResTable_config::match` and `isBetterThan` (ResourceTypes.cpp) have it.
 */
const PHONE = {
  density: 480,
  smallestWidth: 360,
  width: 360,
  height: 780,
  pixels: 1080 | (2340 << 16),
  portrait: 1,
  finger: 3,
  normalSize: 2,
  long: 2,
  leftToRight: 1,
  normalMode: 1,
  day: 1,
} as const;
const ANY_DENSITY = 0xfffe;
const MEDIUM = 160;

/** Words of a `ResTable_config` behind the locale, at their offsets; what a short one lacks is zero, so not set. */
export interface DeviceWords {
  /** Orientation, touch screen, density (offset 12). */
  readonly screenType: number;
  /** Keyboard, navigation, input flags (16). */
  readonly input: number;
  /** Width and height in pixels (20). */
  readonly pixels: number;
  /** SDK level (24). */
  readonly version: number;
  /** Layout, user interface mode, smallest width in dp (28). */
  readonly screen: number;
  /** Width and height in dp (32). */
  readonly size: number;
  /** Roundness, colours (48). */
  readonly screen2: number;
}

/** Whether the phone takes a resource with these qualifiers at all: every one that is set must be true of it. */
export function fitsPhone(words: DeviceWords): boolean {
  const is = (value: number, phone: number) => value === 0 || value === phone;
  const { screen, screenType, size, pixels, input, screen2 } = words;
  return (
    is(screenType & 0xff, PHONE.portrait) &&
    is((screenType >>> 8) & 0xff, PHONE.finger) &&
    (screen & 0x0f) <= PHONE.normalSize &&
    is((screen >>> 4) & 3, PHONE.long) &&
    is((screen >>> 6) & 3, PHONE.leftToRight) &&
    is((screen >>> 8) & 0x0f, PHONE.normalMode) &&
    is((screen >>> 12) & 3, PHONE.day) &&
    screen >>> 16 <= PHONE.smallestWidth &&
    (size & 0xffff) <= PHONE.width &&
    size >>> 16 <= PHONE.height &&
    (pixels & 0xffff) <= (PHONE.pixels & 0xffff) &&
    pixels >>> 16 <= PHONE.pixels >>> 16 &&
    // Keyboard: none. Navigation: none. Keys hidden: a touch keyboard counts as shown.
    is(input & 0xff, 1) &&
    is((input >>> 8) & 0xff, 1) &&
    ((input >>> 16) & 3) !== 2 &&
    is(screen2 & 3, 1)
  );
}

/**
 * Orders configurations that fit: the lower, the better suited. The qualifiers count in the platform's order of precedence, each with
 * as many bits as it needs, in one number of 44 bits.
 */
export function penalty(words: DeviceWords): number {
  const { screen, screenType, size, version, input, screen2 } = words;
  const fields: readonly [value: number, bits: number][] = [
    [((screen >>> 6) & 3) !== 0 ? 1 : 0, 1],
    [Math.min(screen >>> 19, 63), 6],
    [Math.min((size & 0xffff) >>> 3, 63), 6],
    [Math.min(size >>> 19, 127), 7],
    [screen & 3, 2],
    [((screen >>> 4) & 3) !== 0 ? 1 : 0, 1],
    [(screen2 & 3) !== 0 ? 1 : 0, 1],
    [(screenType & 0xff) !== 0 ? 1 : 0, 1],
    [((screen >>> 8) & 0x0f) !== 0 ? 1 : 0, 1],
    [((screen >>> 12) & 3) !== 0 ? 1 : 0, 1],
    [densityScore(screenType >>> 16), 10],
    [((screenType >>> 8) & 0xff) !== 0 || input !== 0 ? 1 : 0, 1],
    [Math.min(version & 0xffff, 63), 6],
  ];
  let fit = 0;
  for (const [value, bits] of fields) fit = fit * 2 ** bits + value;
  return 2 ** 44 - fit;
}

/** Any density is best, then the phone's own, then the next larger one that is scaled down, then the smaller ones. */
function densityScore(declared: number): number {
  if (declared === ANY_DENSITY) return 1023;
  const density = declared === 0 ? MEDIUM : declared;
  if (density >= PHONE.density) return Math.max(512, 1022 - ((density - PHONE.density) >> 2));
  return Math.min(511, density);
}
