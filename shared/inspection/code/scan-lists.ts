import { type Growing, ints, octets, shorts } from './growing.ts';

/** Numbers of a list above which its room is not kept for the next file. */
const MOST_KEPT = 1 << 20;

/** The lists that a scan fills. They are used again for one file after the other, so that their room is made once. */
export class ScanLists {
  readonly types = ints();
  readonly flags = ints();
  readonly superclasses = ints();
  readonly interfaceStart = ints();
  readonly interfaces = shorts();
  readonly methodStart = ints();
  readonly methods = ints();
  readonly methodFlags = ints();
  readonly start = ints();
  readonly length = ints();
  readonly acts = octets();
  readonly callStart = ints();
  readonly newStart = ints();
  readonly targets = shorts();
  readonly kinds = octets();
  readonly offsets = ints();
  readonly newTypes = shorts();
  readonly newOffsets = ints();
  readonly fieldUses = ints(16);
  readonly stringUses = ints(16);
  readonly printStart = ints();
  readonly prints = ints();
  readonly versions = ints(16);

  reset(): this {
    for (const list of Object.values(this) as Growing<Int32Array>[]) list.reset(MOST_KEPT);
    return this;
  }
}
