const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

/**
 * Waits until the condition holds, asking again and again.
 * @throws when it does not within the time
 */
export async function until(condition: () => boolean | Promise<boolean>, milliseconds = 60_000): Promise<void> {
  for (const since = Date.now(); !(await condition()); await soon()) {
    if (Date.now() - since > milliseconds) throw new Error(`not within ${milliseconds} ms: ${condition}`);
  }
}

/**
 * Waits until what is read equals what is expected, for example a layout that follows a new size a moment later.
 * @throws the assertion's error, with what was read last, when it does not within the time
 */
export async function untilEqual<Value>(
  read: () => Value | Promise<Value>,
  expected: Value,
  milliseconds = 20_000,
): Promise<void> {
  for (const since = Date.now(); ; await soon()) {
    const last = await read();
    try {
      expect(last).toEqual(expected);
      return;
    } catch (error) {
      if (Date.now() - since > milliseconds) throw error;
    }
  }
}
