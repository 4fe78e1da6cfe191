import type { Bilingual } from '../../../../shared/domain/text.ts';
import { isTyping, matchKeys, ownsKey, strokeName } from './shortcut-keys.ts';

export interface Shortcut {
  /** `j`, `g q`, `mod+enter`, `escape`. */
  readonly keys: string;
  readonly label: Bilingual;
  do(): void;
  /** Works while a field has the focus or a dialog is open; only for keys with `mod+`. */
  readonly inFields?: boolean;
  /** Goes on while the key is held down: for moving, never for what changes something. */
  readonly repeats?: boolean;
}

/** The shortcuts of one part of the page. */
export interface Registered {
  readonly scope: Bilingual;
  readonly shortcuts: readonly Shortcut[];
}

export interface Registry {
  /** @returns what takes them away again */
  add(scope: Bilingual, shortcuts: readonly Shortcut[]): () => void;
  all(): readonly Registered[];
  subscribe(listener: () => void): () => void;
  /** One key press. @param letters whether keys without Ctrl count */
  press(event: KeyboardEvent, letters: boolean): void;
}

/** The second key of a sequence comes soon, or it was never meant as one. */
const SEQUENCE_MS = 1_200;

/** Knows the shortcuts of all parts of the page and runs the one whose keys were pressed. */
export function createRegistry(): Registry {
  let registered: readonly Registered[] = [];
  let pressed: readonly string[] = [];
  let lastAt = 0;
  const listeners = new Set<() => void>();
  const change = (next: readonly Registered[]) => {
    registered = next;
    for (const listener of listeners) listener();
  };
  const find = (keys: string, only: (shortcut: Shortcut) => boolean): Shortcut | undefined =>
    registered
      .flatMap(({ shortcuts }) => shortcuts)
      .filter((shortcut) => shortcut.keys === keys && only(shortcut))
      .at(-1);

  return {
    add(scope, shortcuts) {
      const entry = { scope, shortcuts };
      change([...registered, entry]);
      return () => change(registered.filter((each) => each !== entry));
    },
    all: () => registered,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    press(event, letters) {
      const name = strokeName(event);
      if (name === null || event.defaultPrevented || event.isComposing) return;
      const modified = name.startsWith('mod+');
      if (!letters && !modified && name !== '?') return;
      const resting = isTyping(event.target) || dialogOpen();
      const allowed = (shortcut: Shortcut) =>
        (!resting || shortcut.inFields === true) && (!event.repeat || shortcut.repeats === true);
      if (resting && !modified) {
        pressed = [];
        return;
      }
      if (ownsKey(event.target, name)) return;
      if (event.repeat) {
        const held = find(name, allowed);
        if (held !== undefined) event.preventDefault();
        held?.do();
        return;
      }
      const now = event.timeStamp;
      const before = now - lastAt > SEQUENCE_MS ? [] : pressed;
      lastAt = now;
      const all = registered.flatMap(({ shortcuts }) => shortcuts.filter(allowed).map(({ keys }) => keys));
      for (const sequence of before.length > 0 ? [[...before, name], [name]] : [[name]]) {
        const match = matchKeys(sequence, all);
        if (match.kind === 'none') continue;
        pressed = match.kind === 'begun' ? sequence : [];
        event.preventDefault();
        if (match.kind === 'whole') find(match.keys, allowed)?.do();
        return;
      }
      pressed = [];
    },
  };
}

/** A dialog that is open has the keyboard to itself, even if the focus was lost from it. */
function dialogOpen(): boolean {
  return [...document.querySelectorAll('[role=dialog][aria-modal=true]')].some((dialog) => dialog.checkVisibility());
}
