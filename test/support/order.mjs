/** Seconds of a suite that nobody has timed yet, or that is too short to be listed. */
const UNKNOWN = [
  ['test/e2e/', 20],
  ['test/integration/', 6],
  ['test/', 2],
  ['', 0.5],
];

/** Suites with a browser or many processes, which fall behind when they must wait for each other. */
const isHeavy = (path) => path.startsWith('test/e2e/');

/**
 * The order in which suites are handed to the lanes that run them: the longest first, so that none is left alone at the end, and as
 * long as there are others never two with browsers at a time.
 * @param {string[]} paths from the root of the project
 * @param {Record<string, number>} seconds what suites took
 * @param {number} lanes how many suites run at a time
 */
export function inOrder(paths, seconds, lanes) {
  const timed = paths
    .map((path) => ({ path, seconds: seconds[path] ?? UNKNOWN.find(([folder]) => path.startsWith(folder))[1] }))
    .sort((a, b) => b.seconds - a.seconds || (a.path < b.path ? -1 : 1));
  const heavy = timed.filter(({ path }) => isHeavy(path));
  const light = timed.filter(({ path }) => !isHeavy(path));
  const running = Array.from({ length: Math.max(1, lanes) }, () => ({ until: 0, heavy: false }));
  const order = [];
  while (order.length < timed.length) {
    // The lane that is free first takes the next one.
    const lane = running.reduce((first, each) => (each.until < first.until ? each : first));
    const beside = running.some((each) => each !== lane && each.heavy);
    const takesHeavy = heavy.length > 0 && (!beside || light.length === 0);
    const next = (takesHeavy ? heavy : light).shift();
    lane.until += next.seconds;
    lane.heavy = takesHeavy;
    order.push(next.path);
  }
  return order;
}
