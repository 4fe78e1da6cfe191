import { encodePrints, isKept } from '../../../knowledge/sdks/prints/prints.ts';
import { ints } from '../growing.ts';

/** Prints by owner (a package or a class, by number), gathered and then cut so that what stays of two lists can be compared. */
export class PrintLists {
  readonly #owners = ints();
  readonly #prints = ints();

  /** @param print those that the scheme does not keep are passed over */
  add(owner: number, print: number): void {
    if (!isKept(print)) return;
    this.#owners.push(owner);
    this.#prints.push(print | 0);
  }

  /**
   * The lists of all owners that have any, each print once. Where they are too many, the smallest stay: of one owner its `mostOfOne`
   * smallest, and then all below one bound that lets at most `most` stay.
   * @param owners how many there are
   */
  finish(owners: number, mostOfOne: number, most: number): { owner: number; prints: string }[] {
    const lists = this.#byOwner(owners).map((list) => unique(list).subarray(0, mostOfOne));
    const bound = boundOf(lists, most);
    return lists.flatMap((list, owner) => {
      const kept = list.filter((print) => print <= bound);
      return kept.length === 0 ? [] : [{ owner, prints: encodePrints(kept) }];
    });
  }

  #byOwner(count: number): Uint32Array[] {
    const size = new Int32Array(count);
    const { array: owners, length } = this.#owners;
    for (let i = 0; i < length; i++) size[owners[i]!]! += 1;
    const lists = Array.from(size, (each) => new Uint32Array(each));
    for (let i = 0; i < length; i++) {
      const owner = owners[i]!;
      size[owner]! -= 1;
      lists[owner]![size[owner]!] = this.#prints.array[i]!;
    }
    return lists;
  }
}

/** Sorted, each once. */
function unique(prints: Uint32Array): Uint32Array {
  prints.sort();
  let count = 0;
  for (let i = 0; i < prints.length; i++) if (i === 0 || prints[i] !== prints[i - 1]) prints[count++] = prints[i]!;
  return prints.subarray(0, count);
}

/** The largest print that may stay. */
function boundOf(lists: readonly Uint32Array[], most: number): number {
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  if (count <= most) return 0xffffffff;
  const all = new Uint32Array(count);
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  all.sort();
  // A print that several owners have stays with all of them or with none.
  const first = all[most]!;
  return first - 1;
}
