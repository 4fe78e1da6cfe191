/** Names longer than this are no slip of the pen. */
const MAX_LENGTH = 100;

/** The known name that somebody probably meant; null when none is near. */
export function suggest(name: string, known: readonly string[]): string | null {
  if (name.length > MAX_LENGTH) return null;
  const last = (text: string) => text.slice(text.lastIndexOf('/') + 1).toLowerCase();
  const sameEnding = known.filter((candidate) => last(candidate) === last(name));
  if (sameEnding.length === 1) return sameEnding[0]!;
  const near = known
    .map((candidate) => ({ candidate, distance: distanceOf(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))[0];
  return near !== undefined && near.distance <= Math.max(2, Math.floor(name.length / 4)) ? near.candidate : null;
}

/** Levenshtein distance. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
