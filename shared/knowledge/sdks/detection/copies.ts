import type { PackageFacts } from '../../../domain/facts/package.ts';
import { shellOf } from '../../shells.ts';
import type { Knowledge, SdkEntry } from '../../types.ts';
import { prefixesOf } from './owner.ts';
import { addSize, type Traces } from './traces.ts';

/** A copy of an SDK below another's prefix. */
export interface Copy {
  readonly sdk: SdkEntry;
  /** What it is a copy of: `com.vendor.sdk` of `com.other.shaded.com.vendor.sdk`. */
  readonly prefix: string;
  /** The SDK below whose prefix it lies; null for the app's or unknown code. */
  readonly carrier: SdkEntry | null;
}

/** What builds call the place of what they relocate. A prefix of one segment is a copy only there: `okhttp3` is a folder's name too. */
const MARKS =
  /(?:^|\.)(?:shad(?:ed|ow)?|shade|repack(?:ed|aged?)?|relocated?|third_?part(?:y|ies)|3rd|jarjar|bundled|embedded|dependenc(?:y|ies)|deps|vendored)\.$/i;

const beginnings = new WeakMap<readonly SdkEntry[], RegExp>();

/**
 * Finds copies that a build has put below another prefix (`com.other.shaded.com.vendor.sdk.core`), and adds their sizes to the traces.
 * @returns by the prefix of the copy
 */
export function findCopies({ code }: PackageFacts, knowledge: Knowledge, traces: Traces): ReadonlyMap<string, Copy> {
  const table = prefixesOf(knowledge.sdks);
  const inner = beginningsOf(knowledge.sdks);
  const copies = new Map<string, Copy>();
  for (const [index, each] of code.packages.entries()) {
    const { name } = each;
    if (each.classes === 0 || !inner.test(name)) continue;
    for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      const found = table.longest(name, dot + 1);
      if (found === null || found.value === traces.owners[index]) continue;
      if (!found.prefix.includes('.') && !MARKS.test(name.slice(0, dot + 1))) continue;
      if (shellOf(name, knowledge) !== null) break;
      const at = name.slice(0, dot + 1 + found.prefix.length);
      copies.set(at, { sdk: found.value, prefix: found.prefix, carrier: traces.owners[index] ?? null });
      addSize(traces.of(found.value).copies, at, each);
      break;
    }
  }
  return copies;
}

/** Tells names that cannot hold a copy quickly: no segment but the first is the first one of any prefix. */
function beginningsOf(sdks: readonly SdkEntry[]): RegExp {
  const known = beginnings.get(sdks);
  if (known !== undefined) return known;
  const first = new Set(sdks.flatMap((sdk) => sdk.prefixes.map((prefix) => prefix.split('.', 1)[0]!)));
  const words = [...first].filter((word) => /^\w+$/.test(word));
  const pattern = words.length === 0 ? /^\b$/ : new RegExp(`\\.(?:${words.join('|')})(?:\\.|$)`);
  beginnings.set(sdks, pattern);
  return pattern;
}
