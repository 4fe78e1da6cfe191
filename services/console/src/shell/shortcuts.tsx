import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Bilingual } from '../../../../shared/domain/text.ts';
import { createRegistry, type Registered, type Registry, type Shortcut } from './shortcut-registry.ts';

interface Value {
  readonly registry: Registry;
  /** Keys without Ctrl can be turned off (WCAG 2.1.4): speech input and a cat both press letters. */
  readonly enabled: boolean;
  readonly setEnabled: (enabled: boolean) => void;
}

const ShortcutsContext = createContext<Value | null>(null);
const KEPT_AS = 'shelfgate.shortcuts';

function keptChoice(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off';
  } catch {
    return true;
  }
}

/** Listens to the keyboard for every page below it. */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createRegistry);
  const [enabled, setEnabled] = useState(keptChoice);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => registry.press(event, enabled);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [registry, enabled]);
  const value = useMemo<Value>(
    () => ({
      registry,
      enabled,
      setEnabled: (next) => {
        setEnabled(next);
        try {
          localStorage.setItem(KEPT_AS, next ? 'on' : 'off');
        } catch {
          // Without storage the choice lasts as long as the page.
        }
      },
    }),
    [registry, enabled],
  );
  return <ShortcutsContext value={value}>{children}</ShortcutsContext>;
}

function useValue(): Value {
  const value = useContext(ShortcutsContext);
  if (value === null) throw new Error('shortcuts need a ShortcutsProvider above them');
  return value;
}

/**
 * Gives the page shortcuts while it is shown; the `?` dialog lists them below the scope's name. Keys are `j`, sequences `g q`, or
 * `mod+enter`. They rest in fields and dialogs, but for those with `inFields`. What is registered last wins.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], scope: Bilingual): void {
  const { registry } = useValue();
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  // What a shortcut does may change with every rendering; that there is one, and its name, hardly ever does.
  const shape = shortcuts
    .map(({ keys, label, inFields }) => `${keys}\t${label.zh}\t${label.en}\t${inFields === true}`)
    .join('\n');
  const { zh, en } = scope;
  useEffect(() => {
    const list = latest.current.map((shortcut, place) => ({ ...shortcut, do: () => latest.current[place]?.do() }));
    return registry.add({ zh, en }, shape === '' ? [] : list);
  }, [registry, shape, zh, en]);
}

/** All shortcuts of the moment, by scope, and the switch for them. */
export function useShortcutList(): { readonly list: readonly Registered[] } & Pick<Value, 'enabled' | 'setEnabled'> {
  const { registry, enabled, setEnabled } = useValue();
  const list = useSyncExternalStore(registry.subscribe, registry.all);
  return { list, enabled, setEnabled };
}
