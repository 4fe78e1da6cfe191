// The first thing that runs on a bare machine, so plain JavaScript that any Node.js can at least parse: it checks the version,
// installs what is missing, builds what is stale, and then becomes the program that was asked for.
const USAGE = `Usage: node services/bootstrap.mjs COMMAND [arguments]

  start     everything this process's roles ask for; embedded database and queue when none is configured (npm start)
  api       the API and the console only
  worker    all worker pools and the reconciler; SHELFGATE_ROLES narrows them down
  migrate   brings database and queue to this version, then ends
  demo      submits sample packages to a scratch instance and prints their verdicts (npm run demo)
  bench     measures throughput, latency and memory (npm run bench)
  bench:inspection  measures the inspector against the floor of its machine (npm run bench:inspection)
  bench:rules  measures how fast stored facts are judged again (npm run bench:rules)
  bench:policy  measures how long a policy takes to read and judge (npm run bench:policy)
  bench:sdk  measures how long SDKs take to be found in stored facts (npm run bench:sdk)
  eval:policy  measures the policy reader against labelled policies (npm run eval:policy)
  eval:sdk  measures the detection of SDKs in apps made of vendors' archives (npm run eval:sdk)
  train:policy  trains the sentence classifier of policies anew (npm run train:policy)
  train:sdk  makes the fingerprints of SDKs anew (npm run train:sdk)
  build     compiles into dist/
  test      types, lint, then every suite; further arguments go to jest (npm test)
`;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。`);
  console.error(`Shelfgate needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

const PROGRAMS = {
  start: 'services/start.js',
  api: 'services/start.js',
  worker: 'services/start.js',
  migrate: 'services/start.js',
  demo: 'services/cli/demo.js',
  bench: 'services/cli/bench.js',
  'bench:inspection': 'services/cli/bench-inspection.js',
  'bench:rules': 'services/cli/bench-rules.js',
  'bench:policy': 'services/cli/bench-policy.js',
  'bench:sdk': 'services/cli/bench-sdk.js',
  'eval:policy': 'services/cli/eval-policy.js',
  'train:policy': 'services/cli/training/train.js',
  'eval:sdk': 'services/cli/eval-sdk.js',
  'train:sdk': 'services/cli/training/train-sdk.js',
};

const [command = '', ...rest] = process.argv.slice(2);
if (!(command in PROGRAMS) && command !== 'build' && command !== 'test') {
  console.error(USAGE);
  process.exit(3);
}

const { installIfMissing } = await import('./bootstrap/install.mjs');
await installIfMissing();
const { buildIfStale } = await import('./bootstrap/build.mjs');
await buildIfStale();

if (command === 'test') {
  const { runTests } = await import('./bootstrap/tests.mjs');
  process.exitCode = await runTests(rest);
} else if (command !== 'build') {
  // The same process goes on as the program: its exit code is ours, and a signal reaches it once and directly.
  const { fileURLToPath } = await import('node:url');
  const program = new URL(`../dist/${PROGRAMS[command]}`, import.meta.url);
  process.setSourceMapsEnabled(true);
  process.argv = [process.argv[0], fileURLToPath(program), command, ...rest];
  await import(program.href);
}
