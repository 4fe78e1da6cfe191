import { useSyncExternalStore } from 'react';

const asked = matchMedia('(prefers-reduced-motion: reduce)');

const subscribe = (listener: () => void) => {
  asked.addEventListener('change', listener);
  return () => asked.removeEventListener('change', listener);
};

/** Whether the person asks for less motion, in the settings of their system. */
export function useStillness(): boolean {
  return useSyncExternalStore(subscribe, () => asked.matches);
}
