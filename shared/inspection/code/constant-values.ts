import type { ConstantKind, ConstantKnowledge, ConstantValue } from '../../knowledge/constants.ts';
import type { ScanWish } from './scanned.ts';

/** Kinds whose values are meant whole, not as beginnings. */
const WHOLE: ReadonlySet<ConstantKind> = new Set<ConstantKind>(['setting', 'action']);

/** Finds the known value that a constant in the code means. */
export class ConstantValues {
  readonly #byKind = new Map<ConstantKind, ConstantValue[]>();

  constructor({ values }: ConstantKnowledge) {
    // The longest beginning says most.
    for (const value of [...values].sort((a, b) => b.value.length - a.value.length)) {
      const list = this.#byKind.get(value.kind) ?? [];
      list.push(value);
      this.#byKind.set(value.kind, list);
    }
  }

  /** The value of a kind that a text is, or begins with up to the end of a word; null where it is none. */
  match(kind: ConstantKind, text: string): ConstantValue | null {
    const found = this.#byKind.get(kind)?.find(({ value }) => {
      if (text === value) return true;
      if (WHOLE.has(kind) || !text.startsWith(value)) return false;
      return /\W$/.test(value) || /\W/.test(text[value.length]!);
    });
    return found ?? null;
  }
}

/** What a scan has to look for so that all uses of constants and fields can be found. */
export function scanWish({ values, fieldValues, fields }: ConstantKnowledge): ScanWish {
  const texts = (whole: boolean) => values.filter(({ kind }) => WHOLE.has(kind) === whole).map(({ value }) => value);
  return { fields: [...fieldValues.keys(), ...fields.keys()], strings: texts(true), prefixes: texts(false) };
}
