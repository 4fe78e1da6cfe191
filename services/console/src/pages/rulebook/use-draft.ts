import { useEffect, useState } from 'react';

/** A rulebook has a megabyte at most; what is beyond it is not kept. */
const MOST_KEPT = 1 << 20;
const keyOf = (store: string) => `shelfgate.rulebook.${store}`;

function kept(store: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(store));
  } catch {
    return null;
  }
}

/** The text that somebody works on, which another tab of the page or a reload does not lose. Storage may be closed to the page. */
export function useDraft(store: string, file: string) {
  const [text, setText] = useState(() => kept(store) ?? file);
  useEffect(() => {
    try {
      if (text === file || text.length > MOST_KEPT) sessionStorage.removeItem(keyOf(store));
      else sessionStorage.setItem(keyOf(store), text);
    } catch {
      // Without storage the draft lasts as long as the page.
    }
  }, [store, file, text]);
  return { text, setText, changed: text !== file, reset: () => setText(file) };
}
