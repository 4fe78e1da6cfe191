import { type KeyboardEvent, useState } from 'react';

/** Whether Caps Lock is on, as far as the keys typed so far tell. */
export function useCapsLock() {
  const [on, setOn] = useState(false);
  const notice = (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock'));
  return { on, keys: { onKeyDown: notice, onKeyUp: notice } };
}
