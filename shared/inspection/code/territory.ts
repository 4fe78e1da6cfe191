import type { Namespaces } from './namespaces.ts';
import type { Packages } from './packages.ts';
import type { Program } from './program.ts';

/** In whose namespaces the types and bodies of a program lie. */
export class Territory {
  /** By body, the index of its package; -1 where that is not recorded. */
  readonly ofBody: Int32Array;
  readonly packages: Packages;
  readonly namespaces: Namespaces;

  constructor({ bodies, methods }: Program, packages: Packages, namespaces: Namespaces) {
    this.packages = packages;
    this.namespaces = namespaces;
    this.ofBody = new Int32Array(bodies.count);
    for (let body = 0; body < bodies.count; body++) this.ofBody[body] = packages.ofType[methods.class[bodies.method[body]!]!]!;
  }

  /** Whether a body lies in a namespace of the app. */
  isOwn(body: number): boolean {
    const place = this.ofBody[body]!;
    return place >= 0 && this.namespaces.isOwn[place] === 1;
  }

  /** Whether a defined type lies in another namespace than a body, and in no base library. */
  isForeign(type: number, body: number): boolean {
    const { of, isLibrary } = this.namespaces;
    const place = this.packages.ofType[type]!;
    const from = this.ofBody[body]!;
    return place >= 0 && isLibrary[place] === 0 && (from < 0 || of[place] !== of[from]);
  }
}
