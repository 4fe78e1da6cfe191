let lastAt = Date.now();
const note = () => {
  lastAt = Date.now();
};
for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
  window.addEventListener(kind, note, { passive: true, capture: true });

/**
 * Whether somebody has used mouse, keyboard or finger lately. What a page does by itself must not hold a dossier, or a session, for a person
 * who has gone to lunch.
 */
export function activeWithin(ms: number): boolean {
  return Date.now() - lastAt < ms;
}
