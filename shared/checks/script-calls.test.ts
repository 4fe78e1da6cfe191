import { NEUTRAL_PACKAGE } from '../../test/rules/support/facts.ts';
import { knowledge } from '../knowledge/index.ts';
import { loaderOf } from './loaders.ts';
import { scriptCalls } from './script-calls.ts';

const script = { entry: 'app.js', runtime: 'javascript' as const, bytes: 1, modules: [], hosts: [] };

test('names in scripts are the calls that the knowledge has: with their module, or by themselves; others are left out', () => {
  const scripts = [{ ...script, apis: ['system.device.getOAID', 'uni.getLocation', 'no.such.call'] }];
  expect(scriptCalls({ ...NEUTRAL_PACKAGE, scripts }, knowledge)).toMatchObject([
    { name: 'system.device.getOAID', entry: 'app.js', piTypes: ['device.oaid'] },
    { name: 'uni.getLocation', piTypes: ['location.precise'] },
  ]);
});

test('every module and call of the knowledge is found by the name that facts use', () => {
  const names = knowledge.scriptApis.flatMap(({ modules: [module], calls }) =>
    calls.flatMap((call) => call.names.map((name) => (module === undefined ? name : `${module}.${name}`))),
  );
  expect(scriptCalls({ ...NEUTRAL_PACKAGE, scripts: [{ ...script, apis: names }] }, knowledge)).toHaveLength(names.length);
});

test('a framework that loads code is known by whole segments of its prefix', () => {
  expect(loaderOf('com.tencent.tinker.loader.A')?.prefix).toBe('com.tencent.tinker');
  expect(loaderOf('com.tencent.tinkering.A')).toBeNull();
});
