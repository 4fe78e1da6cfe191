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

/**
 * Whether the page works by itself: what it asks for now is no sign of a person, and must not keep the session alive.
 * @param awayMs how long nobody must have touched anything
 */
export function isUnattended(now = Date.now(), awayMs = AWAY_MS): boolean {
  return now - touchedAt > awayMs;
}
