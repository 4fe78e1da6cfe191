/** Nobody is there who has touched neither key nor pointer for so long. */
const AWAY_MS = 60_000;

let touchedAt = Date.now();
const touched = () => {
  touchedAt = Date.now();
};
// Not everything that imports this has a window.
const page = globalThis as unknown as Partial<Pick<EventTarget, 'addEventListener'>>;
for (const event of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart']) {
  page.addEventListener?.(event, touched, { capture: true, passive: true });
}

/** Whether the page works by itself: what it asks for now is no sign of a person, and must not keep the session alive. */
export function isUnattended(now = Date.now()): boolean {
  return now - touchedAt > AWAY_MS;
}
