/** Lets the sweeper go to work and waits until it is done. */
export default async function globalTeardown() {
  const sweeper = globalThis.__SHELFGATE_SWEEPER__;
  if (sweeper === undefined) return;
  if (sweeper.exitCode !== null || sweeper.signalCode !== null) throw new Error('the sweeper of the test run has died');
  const done = new Promise((resolve) => sweeper.once('exit', resolve));
  sweeper.ref();
  sweeper.stdin.end();
  await done;
}
