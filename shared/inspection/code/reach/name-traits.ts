import type { Program } from '../program.ts';
import { CALLBACKS, HAND_OFFS, USER_DRIVEN, USER_METHOD } from './platform-callbacks.ts';

/** What the name of a method alone says; bits. */
export const TRAIT = {
  known: 1,
  /** Called on an object it makes that object run: `start`, `execute`, `sendMessage`, `show` of a dialog. */
  starts: 2,
  /** Does not run what it is given: `remove…`, `equals`, `append`. */
  still: 4,
  startsComponent: 8,
  /** Stands in the table of callbacks. */
  listed: 16,
  /** Is named like a callback of the platform: `onSomething`. */
  callback: 32,
  /** Is named like a callback that waits for the user. */
  user: 64,
  /** Looks something up by name, or makes or calls what was looked up. */
  reflects: 128,
} as const;

const STARTS =
  /^(?:start|show|execute|executeOnExecutor|fork|forceLoad|startLoading|startQuery|(?:send|dispatch|obtain)(?:Empty)?Message(?:Delayed|AtTime|AtFrontOfQueue)?)$/;
const KEEPS_STILL =
  /^(?:remove|unregister|unbind|cancel|equals|hashCode|clear|delete|append|valueOf|check|requireNonNull|areEqual|print|format|isInstance|throw|indexOf|contains)/;
const STARTS_COMPONENT =
  /^(?:start(?:Activity|Activities|Service|ForegroundService|Instrumentation)\w*|bind(?:Isolated)?Service|send(?:Ordered|Sticky)?Broadcast\w*)$/;
const REFLECTS =
  /^(?:forName|loadClass|newInstance|invoke|get(?:Declared)?(?:Method|Constructor)|setClass|setClassName|setComponent|<init>)$/;
const LISTED = new Set(`${HAND_OFFS}\n${CALLBACKS}\n${USER_DRIVEN}`.split('\n').flatMap((line) => line.split(' ').slice(1)));

/** Traits of methods by their names; each name is looked at once. */
export class NameTraits {
  readonly #program: Program;
  readonly #traits: Uint8Array;

  constructor(program: Program) {
    this.#program = program;
    let names = 0;
    for (const name of program.methods.selectorName) if (name >= names) names = name + 1;
    this.#traits = new Uint8Array(names);
  }

  of(method: number): number {
    const { methods } = this.#program;
    const name = methods.selectorName[methods.selector[method]!]!;
    const known = this.#traits[name]!;
    if (known !== 0) return known;
    const traits = traitsOf(methods.name(method));
    this.#traits[name] = traits;
    return traits;
  }
}

function traitsOf(name: string): number {
  let traits: number = TRAIT.known;
  if (STARTS.test(name)) traits |= TRAIT.starts;
  if (KEEPS_STILL.test(name)) traits |= TRAIT.still;
  if (STARTS_COMPONENT.test(name)) traits |= TRAIT.startsComponent;
  if (LISTED.has(name)) traits |= TRAIT.listed;
  if (REFLECTS.test(name)) traits |= TRAIT.reflects;
  if (/^on[A-Z]/.test(name)) traits |= TRAIT.callback | (USER_METHOD.test(name) ? TRAIT.user : 0);
  return traits;
}
