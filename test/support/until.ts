/**
 * Waits until the condition holds, asking again and again.
 * @throws when it does not within the time
 */
export async function until(condition: () => boolean | Promise<boolean>, milliseconds = 60_000): Promise<void> {
  for (const since = Date.now(); !(await condition()); await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (Date.now() - since > milliseconds) throw new Error(`not within ${milliseconds} ms: ${condition}`);
  }
}
