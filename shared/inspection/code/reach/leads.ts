import { type Growing, ints, octets } from '../growing.ts';

/** What a lead does once its method runs. */
export const LEAD = {
  /** Runs the body `argument`. */
  run: 0,
  /** Gives away an object of type `argument`, or of one below it, as a `via`: its offers run. */
  give: 1,
  /** The platform makes an object of type `argument`. */
  make: 2,
  /** The component of type `argument` is started. */
  start: 3,
  /** The class `argument` is initialised. */
  initialise: 4,
} as const;

/** `PathLink`s as numbers. */
export const LINKS = ['call', 'hand-off', 'class-initialiser', 'callback', 'start'] as const;
export const LINK = { call: 0, handOff: 1, initialiser: 2, callback: 3, start: 4 } as const;

/** What methods set off otherwise than by calling: kept by method, each found once however often the method is reached. */
export class Leads {
  readonly offset: Growing<Int32Array> = ints();
  readonly link: Growing<Uint8Array> = octets();
  readonly action: Growing<Uint8Array> = octets();
  readonly argument: Growing<Int32Array> = ints();
  readonly via: Growing<Int32Array> = ints();
  /** The lead holds only when an object of this type was made; -1 for always. */
  readonly requires: Growing<Int32Array> = ints();
  readonly body: Growing<Int32Array> = ints();
  readonly next: Growing<Int32Array> = ints();
  readonly first: Int32Array;
  /** Leads added to a method while its exploration goes on are told here. */
  onAdd: (body: number, lead: number) => void = () => {};

  constructor(bodies: number) {
    this.first = new Int32Array(bodies).fill(-1);
  }

  add(body: number, offset: number, link: number, action: number, argument: number, requires = -1, via = -1): void {
    const lead = this.offset.length;
    this.offset.push(offset);
    this.link.push(link);
    this.action.push(action);
    this.argument.push(argument);
    this.requires.push(requires);
    this.via.push(via);
    this.body.push(body);
    this.next.push(this.first[body]!);
    this.first[body] = lead;
    this.onAdd(body, lead);
  }
}
