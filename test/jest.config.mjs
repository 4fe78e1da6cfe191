import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

/** Jest runs the sources as ES modules: swc strips the types, `tsc` checks them (see `npm run types`). */
const strip = (parser, transform = {}) => [
  '@swc/jest',
  {
    jsc: { target: 'es2023', parser: { syntax: 'typescript', ...parser }, transform },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];
const transform = {
  '^.+\\.ts$': strip({}),
  '^.+\\.tsx$': strip({ tsx: true }, { react: { runtime: 'automatic' } }),
};
const project = (displayName, testMatch) => ({
  displayName,
  rootDir,
  testMatch,
  transform,
  testEnvironment: '<rootDir>/test/support/environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
});

export default {
  rootDir,
  testTimeout: 180_000,
  // One process for all suites would carry every suite's modules along and slow down; those that have grown are replaced.
  // Many suites wait for servers and browsers: one more than the cores of a small machine keeps these busy.
  maxWorkers: Math.max(3, Math.min(availableParallelism(), 4)),
  workerIdleMemoryLimit: '700MB',
  testSequencer: '<rootDir>/test/support/sequencer.mjs',
  // Servers are started by the first test that asks for one (test/support), so unit tests do not pay for them.
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  projects: [
    project('unit', ['<rootDir>/shared/**/*.test.ts', '<rootDir>/services/**/*.test.ts']),
    project('suites', ['<rootDir>/test/**/*.test.ts']),
  ],
};
