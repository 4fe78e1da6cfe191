import { FIRST_INTEGER, LAST_INTEGER, VALUE, type XmlAttribute } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';
import type { Resources, ResourceValue } from './resources.ts';

/** Reads styles with what they inherit. A cycle of parents ends, and all of them together cost no more than an allowance. */
export class Styles {
  readonly #resources: Resources;
  readonly #theme: number;
  readonly #known = new Map<number, ReadonlyMap<number, ResourceValue>>();
  #stepsLeft: number = LIMITS.styleSteps;

  /** @param theme of the application, 0 where it has none */
  constructor(resources: Resources, theme: number) {
    this.#resources = resources;
    this.#theme = theme;
  }

  /** The value of an attribute in the style that a `style` attribute of a view names, itself or by an attribute of the theme. */
  value(style: XmlAttribute | undefined, attribute: number): ResourceValue | null {
    if (!style) return null;
    const id = style.type === VALUE.attribute ? this.#ofTheme(style.data) : style.data;
    return id === 0 ? null : (this.#values(id).get(attribute) ?? null);
  }

  #ofTheme(attribute: number): number {
    const value = this.#theme === 0 ? undefined : this.#values(this.#theme).get(attribute);
    return value?.type === VALUE.reference || value?.type === VALUE.dynamicReference ? value.data : 0;
  }

  /** All values of a style, its own before those of its parents. */
  #values(id: number): ReadonlyMap<number, ResourceValue> {
    const known = this.#known.get(id);
    if (known) return known;
    const values = new Map<number, ResourceValue>();
    const seen = new Set<number>();
    for (let style = id; style !== 0 && !seen.has(style) && seen.size < LIMITS.styleDepth; ) {
      seen.add(style);
      const bag = this.#resources.bag(style);
      this.#stepsLeft -= bag?.values.size ?? 1;
      if (!bag || this.#stepsLeft < 0) break;
      for (const [name, value] of bag.values) if (!values.has(name)) values.set(name, value);
      style = bag.parent;
    }
    this.#known.set(id, values);
    return values;
  }
}

/** A value as a boolean: a switch, a number, or its text; an expression of data binding that is a constant counts too. */
export function asBoolean(value: ResourceValue | null): boolean | null {
  if (!value) return null;
  if (value.type >= FIRST_INTEGER && value.type <= LAST_INTEGER) return value.data !== 0;
  const constant = /^(?:@=?\{\s*)?(true|false)(?:\s*\})?$/.exec(value.text ?? '');
  return constant ? constant[1] === 'true' : null;
}

/** `android:visibility`: 0 visible, 1 invisible, 2 gone. */
export function asVisible(value: ResourceValue | null): boolean | null {
  if (!value) return null;
  if (value.type >= FIRST_INTEGER && value.type <= LAST_INTEGER) return value.data === 0;
  const word = /visible|gone/i.exec(value.text ?? '')?.[0]?.toLowerCase();
  return word === undefined ? null : !/invisible|gone/i.test(value.text!);
}
