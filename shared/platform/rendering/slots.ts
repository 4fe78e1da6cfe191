/** So many at a time, the others wait in their order; whoever would wait behind too many is told at once. */
export class Slots {
  private free: number;
  private readonly most: number;
  private readonly waiting: ((release: (() => void) | null) => void)[] = [];

  constructor(slots: number, most: number) {
    this.free = slots;
    this.most = most;
  }

  /** Waits for a slot. @returns what gives it back; null where too many wait, or nothing is given any more */
  async take(): Promise<(() => void) | null> {
    if (this.free > 0) {
      this.free -= 1;
      return this.release();
    }
    if (this.waiting.length >= this.most) return null;
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Sends everybody away who waits. */
  close(): void {
    for (const waiting of this.waiting.splice(0)) waiting(null);
  }

  private release(): () => void {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next(this.release());
    };
  }
}
