/** Programs that are made so that telling whose code calls whose takes for ever. */
import type { ClassRecipe, MethodRecipe } from '../../services/cli/building/dex.ts';
import { findDefinitions } from '../../shared/inspection/code/definitions.ts';
import { LIMITS } from '../../shared/inspection/limits.ts';
import { Observations } from '../../shared/inspection/observations.ts';
import { programOfClasses } from '../fixtures/reachable.ts';
import { app, inspectShop } from '../fixtures/shop-app.ts';
import { method, staticMethod } from '../fixtures/small-programs.ts';

test('paths of thousands of steps are told as long as there is something left to spend on them', async () => {
  const vendors = Array.from({ length: 150 }, (_, i): ClassRecipe => ({ name: `com.n${i}.A`, methods: [staticMethod('init')] }));
  const starts = vendors.map(({ name }) => `invoke-static L${name.replaceAll('.', '/')};->init()V`);
  const length = 5_000;
  const chain = Array.from({ length }, (_, i): MethodRecipe => {
    return staticMethod(`m${i}`, ...(i + 1 < length ? [`invoke-static Lcom/shop/app/C;->m${i + 1}()V`] : starts));
  });
  const code = await inspectShop([
    app('invoke-static Lcom/shop/app/C;->m0()V'),
    { name: 'com.shop.app.C', methods: chain },
    ...vendors,
  ]);
  expect(code.startCalls).toHaveLength(150);
  const paths = code.startCalls!.flatMap(({ callers }) => callers.flatMap((caller) => caller.paths ?? []));
  expect(paths.length * length).toBeLessThanOrEqual(LIMITS.pathWalk);
  expect(paths.length).toBeGreaterThan(80);
  expect(paths[0]!.steps).toHaveLength(LIMITS.stepsOfPath);
  const steps = code.packageEntries!.reduce((sum, { path }) => sum + path.steps.length, 0);
  expect(steps).toBeLessThanOrEqual(LIMITS.packageEntrySteps + LIMITS.stepsOfPath);
});

test('interfaces without end above a class are looked at as far as compilers go', () => {
  const faces = Array.from(
    { length: 500 },
    (_, i): ClassRecipe => ({ name: `a.F${i}`, interfaces: [`a.F${i + 1}`, `a.F${(i * 7) % 500}`] }),
  );
  const program = programOfClasses([
    ...faces,
    { name: 'a.F500', methods: [method('far')] },
    { name: 'a.Caller', methods: [method('run', 'invoke-virtual v0 La/F0;->far()V', 'invoke-virtual v0 La/F496;->far()V')] },
  ]);
  const observations = new Observations();
  const definitions = findDefinitions(program, observations);
  const far = program.methods.findSelector('far', '()V');
  const meant = (name: string) => definitions[program.methods.find(program.types.find(name), far)];
  expect(meant('La/F0;')).toBe(-1);
  expect(meant('La/F496;')).toBe(program.methods.find(program.types.find('La/F500;'), far));
  expect(observations.gaps).toEqual([]);
});
