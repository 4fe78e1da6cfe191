import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(min-width: 1100px)');

const subscribe = (listener: () => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether the filters have room beside the list; on a tablet they come over it. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
