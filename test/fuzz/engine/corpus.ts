import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from './random.ts';

interface Kept {
  readonly bytes: Buffer;
  /** What reading it took, counted and not measured: the same search must go the same way on any machine. */
  readonly cost: number;
  readonly news: number;
}

/** Inputs that each reached something which none before had; in a folder too, so that the next search goes on from here. */
export class Corpus {
  readonly #folder: string;
  readonly #kept: Kept[] = [];
  readonly #names = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  get size(): number {
    return this.#kept.length;
  }

  /** What earlier searches left, in an order that does not depend on the file system. */
  async load(): Promise<Buffer[]> {
    await mkdir(this.#folder, { recursive: true });
    const names = (await readdir(this.#folder)).filter((name) => /^[0-9a-f]{40}$/.test(name)).sort();
    for (const name of names) this.#names.add(name);
    return Promise.all(names.map((name) => readFile(join(this.#folder, name))));
  }

  async keep(bytes: Buffer, cost: number, news: number): Promise<void> {
    this.#kept.push({ bytes, cost, news });
    const name = createHash('sha1').update(bytes).digest('hex');
    if (this.#names.has(name)) return;
    this.#names.add(name);
    await writeFile(join(this.#folder, name), bytes);
  }

  /** One to change next: the latest often, the cheap ones rather than the dear ones. */
  choose(random: Random): Buffer {
    const count = this.#kept.length;
    if (random.once(4)) return this.#kept[count - 1 - random.below(Math.min(count, 20))]!.bytes;
    let best = random.pick(this.#kept);
    for (let i = 0; i < 2; i++) {
      const rival = random.pick(this.#kept);
      if (rival.cost / rival.news < best.cost / best.news) best = rival;
    }
    return best.bytes;
  }
}
