import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

/** Jest runs the sources as ES modules: swc strips the types, `tsc` checks them (see `npm run types`). */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
  ],
};
const project = (displayName, testMatch) => ({
  displayName,
  rootDir,
  testMatch,
  transform,
  extensionsToTreatAsEsm: ['.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
});

export default {
  rootDir,
  testTimeout: 120_000,
  projects: [
    project('unit', ['<rootDir>/shared/**/*.test.ts', '<rootDir>/services/**/*.test.ts']),
    project('suites', ['<rootDir>/test/**/*.test.ts']),
  ],
};
