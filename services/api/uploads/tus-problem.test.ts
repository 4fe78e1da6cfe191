import { tusProblem } from './tus-problem.ts';

test.each([
  [400, 'invalid-request'],
  [404, 'not-found'],
  [409, 'conflict'],
  [410, 'not-found'],
  [413, 'payload-too-large'],
  [500, 'internal'],
  [501, 'invalid-request'],
] as const)('tus status %i is %s, and keeps its status', (status, code) => {
  const problem = tusProblem(status, 'what the library says: /srv/uploads\n', 'a6b1c0de');
  expect(problem).toMatchObject({ status, code });
  // What goes wrong with us stays with us.
  expect(problem.detailEn.includes('/srv')).toBe(code !== 'internal');
});
