/** How often a process that npm started looks whether it still has its parent. */
const LOOK_EVERY_MS = 500;

/**
 * Calls `gone` once when the shell that npm put between itself and this process has ended. npm passes SIGTERM on to that shell, and a
 * shell ends of it without a word to its child: without this, `npm start` would leave the program and its database running.
 * @param env tells whether npm started this process
 * @param parentOf the process id of the parent, as it is now
 * @returns stops looking
 */
export function watchParent(
  gone: () => void,
  env: NodeJS.ProcessEnv = process.env,
  parentOf: () => number = () => process.ppid,
): () => void {
  if (env.npm_lifecycle_event === undefined) return () => undefined;
  const parent = parentOf();
  const timer = setInterval(() => {
    if (parentOf() === parent) return;
    clearInterval(timer);
    gone();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
