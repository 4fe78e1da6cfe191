import { type Declared, declarationsOf } from './css-declarations.ts';

/** Characters of style sheets that are read, rules that are kept. */
const MOST_CHARACTERS = 200_000;
const MOST_RULES = 2_000;
/** Classes of one element that are looked up. */
const MOST_CLASSES = 12;

/** One tag, class, id, or a tag with a class; whatever depends on other elements or on a state is not looked at. */
const SIMPLE = /^(?:[a-z][a-z0-9]{0,15}|(?:[a-z][a-z0-9]{0,15})?\.[\w-]{1,80}|#[\w-]{1,80})$/i;

/** The simple rules of a page's own style sheets: enough for pages out of word processors and of editors that write classes. */
export class StyleSheet {
  private readonly rules = new Map<string, Declared>();
  private pending = '';
  private read = 0;

  /** Text of a `<style>` element, as it comes. */
  text(chars: string): void {
    const room = MOST_CHARACTERS - this.read;
    if (room <= 0) return;
    this.pending += chars.slice(0, room);
    this.read += chars.length;
  }

  /** The end of a `<style>` element. */
  end(): void {
    const text = withoutComments(this.pending);
    this.pending = '';
    for (let at = 0; at < text.length && this.rules.size < MOST_RULES; ) {
      const open = text.indexOf('{', at);
      if (open < 0) return;
      const before = text.slice(at, open);
      const selectors = before.slice(before.lastIndexOf(';') + 1).trim();
      // Rules for printing, wide screens and letters' shapes hold rules of their own; none of them is the page as it is first seen.
      const close = selectors.startsWith('@') ? endOfGroup(text, open) : text.indexOf('}', open);
      if (close < 0) return;
      if (!selectors.startsWith('@')) this.add(selectors, text.slice(open + 1, close));
      at = close + 1;
    }
  }

  /** What the rules say of an element; the later and the narrower ones last. */
  of(tag: string, classes: string, id: string): readonly Declared[] {
    if (this.rules.size === 0) return [];
    const names = classes === '' ? [] : classes.split(/\s+/, MOST_CLASSES).filter((name) => name !== '');
    const keys = [tag, ...names.map((name) => `.${name}`), ...names.map((name) => `${tag}.${name}`), `#${id}`];
    return keys.flatMap((key) => this.rules.get(key) ?? []);
  }

  private add(selectors: string, body: string): void {
    const declared = declarationsOf(body);
    if (Object.keys(declared).length === 0) return;
    for (const selector of selectors.split(',', 50)) {
      const name = selector.trim();
      if (!SIMPLE.test(name) || this.rules.size >= MOST_RULES) continue;
      const key = name.replace(/^[a-z]+\d?/i, (tag) => tag.toLowerCase());
      this.rules.set(key, { ...this.rules.get(key), ...declared });
    }
  }
}

function withoutComments(text: string): string {
  let rest = '';
  let from = 0;
  for (let open = text.indexOf('/*'); open >= 0; open = text.indexOf('/*', from)) {
    rest += text.slice(from, open);
    const close = text.indexOf('*/', open + 2);
    if (close < 0) return rest;
    from = close + 2;
  }
  return rest + text.slice(from);
}

/** The bracket that closes the group which opens at `open`; -1 where none does. */
function endOfGroup(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}
