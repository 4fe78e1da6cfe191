/** The parts of a key event that matter here; a real event fits. */
export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** How one key press is written in shortcuts: `j`, `?`, `enter`, `escape`, `mod+enter` (Ctrl, or Command on a Mac). Null for others. */
export function strokeName(stroke: Stroke): string | null {
  if (stroke.altKey) return null;
  const key = stroke.key === ' ' ? 'space' : stroke.key.toLowerCase();
  if (['shift', 'control', 'meta', 'alt', 'dead', 'process', 'unidentified'].includes(key)) return null;
  // Upper and lower case differ only by Shift or Caps Lock; a letter is named by how it is printed on its key.
  return stroke.ctrlKey || stroke.metaKey ? `mod+${key}` : key;
}

/** Where a sequence of key presses stands: it opens one shortcut, it may become one, or it is nothing. */
export type Match = { readonly kind: 'whole'; readonly keys: string } | { readonly kind: 'begun' } | { readonly kind: 'none' };

/** Compares the presses so far with all shortcuts: `g` begins `g q`. */
export function matchKeys(pressed: readonly string[], all: Iterable<string>): Match {
  const sequence = pressed.join(' ');
  let begun = false;
  for (const keys of all) {
    if (keys === sequence) return { kind: 'whole', keys };
    if (keys.startsWith(`${sequence} `)) begun = true;
  }
  return begun ? { kind: 'begun' } : { kind: 'none' };
}

/** Keys that fields and buttons need themselves; a single letter means nothing to a button. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input:not([type=checkbox], [type=radio]), textarea, select') !== null;
}

/** Whether the focused element does something of its own with this key (Enter on a link, arrows in a menu). */
export function ownsKey(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof HTMLElement) || name.length === 1) return false;
  const own = name === 'enter' || name === 'space' ? 'a[href], button, summary, ' : '';
  return target.closest(`${own}[role=menu], [role=listbox], [role=tablist], [role=radiogroup], [role=slider]`) !== null;
}
