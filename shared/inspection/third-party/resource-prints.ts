import type { Prints } from '../../domain/facts/third-party.ts';
import { printOfText } from '../../knowledge/sdks/prints/prints.ts';
import type { Resources } from '../android/resources.ts';
import { PrintLists } from '../code/prints/print-lists.ts';
import { LIMITS } from '../limits.ts';

/** Characters of a name that tells something: shorter ones are words. */
const [LEAST, MOST] = [8, 200];
/** Names of the platform's support libraries, which hardly an app is without, and of what tools make themselves (`$avd_hide__0`). */
const COMMON =
  /^(?:abc_|mtrl_|m3_|m3[A-Z]|design_|material_|compat_|androidx_|notification_|common_google_|tooltip_|accessibility_|\$|(?:Base|Widget|Theme|ThemeOverlay|TextAppearance|ShapeAppearance|ShapeAppearanceOverlay|MaterialAlertDialog|Platform|Animation|AlertDialog|CardView|Preference)[.]|Rtl(?:Overlay|Underlay))/;

/** Prints of what resources are called, type and name; null where none tells anything or the table has no names. */
export function resourcePrints(resources: Resources | null): Prints | null {
  const prints = new PrintLists();
  let left: number = LIMITS.resourceNames;
  for (const { type, name } of resources?.names?.() ?? []) {
    if (--left < 0) break;
    if (name.length < LEAST || name.length > MOST || type.length > MOST || COMMON.test(name)) continue;
    prints.add(0, printOfText('r', `${type}/${name}`));
  }
  return prints.finish(1, LIMITS.resourcePrints, LIMITS.resourcePrints)[0]?.prints ?? null;
}
