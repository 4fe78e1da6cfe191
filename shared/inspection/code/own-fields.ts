import type { Constant } from './constant.ts';
import type { Program, ProgramDex } from './program.ts';
import { ConstantTracker, type TrackerWorld } from './track-constants.ts';

/** Initialisers that read the fields of other classes, one within the other, are followed so far. */
const DEEPEST = 3;

/**
 * The constants that the app's own fields start with: what the static initialiser or the constructors of their class put into them.
 * `static final String[] PERMISSIONS = {…}` is how lists of permissions are written. A list that is put together in several ways holds
 * what any of them gives; any other value counts where all agree. What other methods put into a field later is not looked at.
 */
export class OwnFields {
  readonly #world: TrackerWorld;
  readonly #program: Program;
  readonly #spend: (units: number) => boolean;
  readonly #byClass = new Map<number, Map<string, Constant | undefined>>();
  readonly #trackers: ConstantTracker[] = [];
  #depth = 0;
  #type = -1;

  /**
   * @param world knows the targets, and the fields that are not the app's own
   * @param spend told of the units of code that are to be followed; whether they may be
   */
  constructor(world: Omit<TrackerWorld, 'put'>, spend: (units: number) => boolean) {
    this.#program = world.program;
    this.#spend = spend;
    this.#world = {
      ...world,
      field: (dex, index) => world.field(dex, index) ?? this.valueOf(dex, index),
      put: (dex, index, value) => this.#put(dex, index, value),
    };
  }

  /** What a field of a class of the app starts with, by the file's index of the field; undefined where that is not known. */
  valueOf(dex: ProgramDex, index: number): Constant | undefined {
    const field = dex.field(index);
    if (!field || this.#program.types.defined[field.class] !== 1) return undefined;
    const values = this.#byClass.get(field.class) ?? this.#read(field.class);
    const value = values?.get(`${field.name} ${field.type}`);
    // Whoever gets the list may go on filling it.
    return typeof value === 'object' && value.kind === 'array' ? { kind: 'array', items: [...value.items] } : value;
  }

  /** @returns null where initialisers lead too far; this is tried again when asked from elsewhere */
  #read(type: number): Map<string, Constant | undefined> | null {
    if (this.#depth >= DEEPEST) return null;
    const values = new Map<string, Constant | undefined>();
    this.#byClass.set(type, values);
    const { types, methods, bodies } = this.#program;
    const outer = this.#type;
    for (let i = types.methodStart[type]!; i < types.methodStart[type + 1]!; i++) {
      const method = types.methods[i]!;
      const body = methods.body[method]!;
      if (body < 0 || !methods.name(method).startsWith('<') || !this.#spend(bodies.length[body]!)) continue;
      this.#trackers[this.#depth] ??= new ConstantTracker(this.#world);
      const tracker = this.#trackers[this.#depth]!;
      this.#type = type;
      this.#depth += 1;
      tracker.follow(body, () => {});
      this.#depth -= 1;
    }
    this.#type = outer;
    return values;
  }

  #put(dex: ProgramDex, index: number, value: Constant | undefined): void {
    const field = dex.field(index);
    if (!field || field.class !== this.#type) return;
    const values = this.#byClass.get(this.#type)!;
    const key = `${field.name} ${field.type}`;
    values.set(key, values.has(key) ? agreed(values.get(key), value) : value);
  }
}

/** What two ways of setting a field have in common: all items of two lists, the one value of others. */
function agreed(one: Constant | undefined, other: Constant | undefined): Constant | undefined {
  const isList = (value: Constant | undefined) => typeof value === 'object' && value.kind === 'array';
  if (one === other || (isList(one) && other === undefined)) return one;
  if (one === undefined) return isList(other) ? other : undefined;
  if (typeof one !== 'object' || typeof other !== 'object' || one.kind !== 'array' || other.kind !== 'array') return undefined;
  return { kind: 'array', items: [...new Set([...one.items, ...other.items])] };
}
