import { ACCESS, type ClassRecipe, type MethodRecipe } from '../../services/cli/building/dex.ts';
import { findReachable } from '../../shared/inspection/code/reach/index.ts';
import { LIMITS } from '../../shared/inspection/limits.ts';
import { Observations } from '../../shared/inspection/observations.ts';
import { callsIn, declare, programOfClasses, reachable } from '../fixtures/reachable.ts';

const COLLECT = 'invoke-static Lapi/Phone;->collect()V';
const LAUNCHED = declare({ launcher: 'a.Main' });

function main(...lines: string[]): ClassRecipe {
  return {
    name: 'a.Main',
    superclass: 'android.app.Activity',
    methods: [{ name: 'onCreate', descriptor: '(Landroid/os/Bundle;)V', code: [...lines, 'return-void'] }],
  };
}

function go(...lines: string[]): MethodRecipe {
  return { name: 'go', code: [...lines, 'return-void'] };
}

function collects(classes: readonly ClassRecipe[], caller: string): boolean {
  const program = programOfClasses(classes);
  return reachable(program, LAUNCHED).isReachable(callsIn(program, caller, 'collect')[0]!);
}

test('classes that are each other’s parents', () => {
  const classes = [
    main('new-instance v0 La/One;', 'invoke-virtual v0 La/One;->go()V'),
    { name: 'a.One', superclass: 'a.Two', interfaces: ['a.One'] },
    { name: 'a.Two', superclass: 'a.One', methods: [go(COLLECT)] },
    { name: 'a.Self', superclass: 'a.Self' },
  ];
  expect(collects(classes, 'a.Two.go')).toBe(true);
});

test('methods that call each other without end', () => {
  const circle = {
    name: 'a.Circle',
    methods: [
      { name: 'x', flags: ACCESS.public | ACCESS.static, code: ['invoke-static La/Circle;->y()V', 'return-void'] },
      { name: 'y', flags: ACCESS.public | ACCESS.static, code: [COLLECT, 'invoke-static La/Circle;->x()V', 'return-void'] },
    ],
  };
  expect(collects([main('invoke-static La/Circle;->x()V'), circle], 'a.Circle.y')).toBe(true);
});

test('a long path keeps both ends', () => {
  const chain = Array.from({ length: 200 }, (_, index): MethodRecipe => {
    return {
      name: `m${index}`,
      flags: ACCESS.public | ACCESS.static,
      code: [index < 199 ? `invoke-static La/Chain;->m${index + 1}()V` : COLLECT, 'return-void'],
    };
  });
  const program = programOfClasses([main('invoke-static La/Chain;->m0()V'), { name: 'a.Chain', methods: chain }]);
  const [path] = reachable(program, LAUNCHED).pathsTo(callsIn(program, 'a.Chain.m199', 'collect')[0]!);
  expect(path!.steps).toHaveLength(LIMITS.stepsOfPath);
  expect([path!.steps[0]!.method, path!.steps.at(-1)!.method]).toEqual(['onCreate', 'm199']);
});

test('a hierarchy that is deep and called from everywhere ends in a gap, not in a hang', () => {
  const depth = 3000;
  const deep = Array.from({ length: depth }, (_, index): ClassRecipe => {
    return { name: `a.C${index}`, ...(index > 0 ? { superclass: `a.C${index - 1}` } : { methods: [go(COLLECT)] }) };
  });
  const makes = deep.map(({ name }) => `new-instance v0 L${name.replaceAll('.', '/')};`);
  const calls = deep.map(({ name }) => `invoke-virtual v0 L${name.replaceAll('.', '/')};->go()V`);
  const observations = new Observations();
  const found = findReachable(programOfClasses([main(...makes, ...calls), ...deep], 100_000), LAUNCHED, observations);
  expect(found).toBeNull();
  expect(observations.gaps).toMatchObject([{ code: 'call-graph-limit', affects: 'code' }]);
});

test('a program without entry points reaches nothing', () => {
  const program = programOfClasses([main(COLLECT)]);
  const found = reachable(program, declare({}));
  expect(found.entryPoints).toEqual([]);
  expect(found.pathsTo(callsIn(program, 'a.Main.onCreate', 'collect')[0]!)).toEqual([]);
});
