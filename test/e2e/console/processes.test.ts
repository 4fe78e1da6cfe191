import { type Deployment, deploy } from '../deployment.ts';
import { apiUrl, type Program } from '../program.ts';

describe('the console as a process of its own', () => {
  let deployment: Deployment;
  const programs: Record<string, Program> = {};
  beforeAll(async () => {
    deployment = await deploy(null);
    for (const roles of ['api', 'console', 'all']) programs[roles] = await deployment.start('api', roles);
  });
  afterAll(() => deployment?.close());

  const status = async (roles: string, path: string): Promise<number> => {
    const response = await fetch(`${apiUrl(programs[roles]!)}${path}`, { redirect: 'manual' });
    await response.arrayBuffer();
    return response.status;
  };

  test.each([
    ['api', { '/console/': 404, '/v1/review/session': 404, '/v1/submissions': 401, '/healthz': 200, '/rules/': 200 }],
    ['console', { '/console/': 200, '/v1/review/session': 401, '/v1/submissions': 404, '/healthz': 200, '/rules/': 200 }],
    ['all', { '/console/': 200, '/v1/review/session': 401, '/v1/submissions': 401, '/healthz': 200, '/rules/': 200 }],
  ])('SHELFGATE_ROLES=%s serves its part', async (roles, expected) => {
    for (const [path, wanted] of Object.entries(expected)) expect([path, await status(roles, path)]).toEqual([path, wanted]);
  });

  test('the page of the build loads its files from the process that serves it', async () => {
    const url = apiUrl(programs.console!);
    const page = await (await fetch(`${url}/console/queue`)).text();
    const files = [...page.matchAll(/(?:src|href)="(\/console\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect([file, await status('console', file)]).toEqual([file, 200]);
    expect(page).not.toContain('__SHELFGATE_NONCE__');
  });
});
