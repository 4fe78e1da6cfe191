const MOST_TEXT = 2_000;
const MOST_STACK = 6_000;
const MOST_CAUSES = 4;

/** What the log holds of an error. */
export interface DescribedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly place?: string;
  readonly stack?: string;
  readonly cause?: DescribedError;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, MOST_TEXT) : undefined;

/** An error with its code, place and causes, each cut to a size; anything else that was thrown, as text. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (typeof error !== 'object' || error === null) return { type: typeof error, message: String(error).slice(0, MOST_TEXT) };
  const { name, code, message, place, stack, cause } = error as Record<string, unknown>;
  return {
    type: textOf(name) ?? 'Error',
    code: typeof code === 'number' ? String(code) : textOf(code),
    message: textOf(message) ?? '',
    place: textOf(place),
    // The cause of a cause is told by its message: its stack seldom adds anything.
    stack: depth < 2 && typeof stack === 'string' ? stack.slice(0, MOST_STACK) : undefined,
    cause: cause === undefined || cause === null || depth >= MOST_CAUSES ? undefined : describeError(cause, depth + 1),
  };
}
