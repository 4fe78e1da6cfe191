import { type Growing, ints } from './growing.ts';

/** What a use is about: the target, the constant that makes it interesting, and what the knowledge says of both. */
export interface UseMeaning {
  readonly target: string;
  readonly constant?: string;
  readonly apis: readonly string[];
  readonly permissions: readonly string[];
  readonly piTypes: readonly string[];
}

/** All places of one use, in file order. A place that is no call has -1 for its call. */
export interface UseDraft {
  readonly meaning: UseMeaning;
  readonly call: Growing<Int32Array>;
  readonly body: Growing<Int32Array>;
  readonly offset: Growing<Int32Array>;
}

const NOTHING = { apis: [], permissions: [], piTypes: [] };

/** Uses by target and constant. */
export class UseDrafts {
  readonly #drafts = new Map<string, UseDraft>();

  /** Notes a place; the first of a use brings its meaning. */
  add(
    target: string,
    constant: string | undefined,
    meaning: {
      readonly ids?: readonly string[];
      readonly permissions: readonly string[];
      readonly piTypes: readonly string[];
    } | null,
    place: { readonly call: number; readonly body: number; readonly offset: number },
  ): void {
    const key = constant === undefined ? target : `${target}\0${constant}`;
    let draft = this.#drafts.get(key);
    if (!draft) {
      const known =
        meaning === null ? NOTHING : { apis: meaning.ids ?? [], permissions: meaning.permissions, piTypes: meaning.piTypes };
      const about = { target, ...(constant === undefined ? {} : { constant }), ...known };
      draft = { meaning: about, call: ints(8), body: ints(8), offset: ints(8) };
      this.#drafts.set(key, draft);
    }
    draft.call.push(place.call);
    draft.body.push(place.body);
    draft.offset.push(place.offset);
  }

  /** By target, then by constant; the one without a constant first. */
  list(): UseDraft[] {
    return [...this.#drafts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draft]) => draft);
  }

  get size(): number {
    return this.#drafts.size;
  }

  has(target: string, constant: string): boolean {
    return this.#drafts.has(`${target}\0${constant}`);
  }
}
