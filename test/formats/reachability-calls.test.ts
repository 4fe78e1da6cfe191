import { ACCESS } from '../../services/cli/building/dex.ts';
import { callsIn, programOfClasses, reachable } from '../fixtures/reachable.ts';
import { COLLECT, init, LAUNCHED, main, make, method, staticMethod, ways } from '../fixtures/small-programs.ts';

describe('calls', () => {
  test('a direct, a static and an inherited method', () => {
    const base = { name: 'a.Base', methods: [method('work', COLLECT)] };
    const child = { name: 'a.Child', superclass: 'a.Base', methods: [init('a.Base')] };
    const tool = { name: 'a.Tool', methods: [staticMethod('go', ...make('a.Child'), 'invoke-virtual v0 La/Child;->work()V')] };
    expect(ways([main('invoke-static La/Tool;->go()V'), tool, base, child])).toEqual([
      'launcher: a.Main.onCreate -call> a.Tool.go -call> a.Base.work',
    ]);
  });

  test('dead code is not reached', () => {
    const dead = { name: 'a.Dead', methods: [staticMethod('never', COLLECT)] };
    const caller = { name: 'a.Caller', methods: [staticMethod('neither', 'invoke-static La/Dead;->never()V')] };
    expect(ways([main(), dead, caller])).toEqual([]);
  });

  test('of several implementers, the one that has objects', () => {
    const task = {
      name: 'a.Task',
      flags: ACCESS.public | ACCESS.interface | ACCESS.abstract,
      methods: [{ name: 'go', flags: ACCESS.public | ACCESS.abstract }],
    };
    const one = { name: 'a.One', interfaces: ['a.Task'], methods: [init('java.lang.Object'), method('go', COLLECT)] };
    const other = { name: 'a.Other', interfaces: ['a.Task'], methods: [init('java.lang.Object'), method('go', COLLECT)] };
    const dead = { name: 'a.Dead', methods: [staticMethod('never', ...make('a.Other'))] };
    const program = [main(...make('a.One'), 'invoke-interface v0 La/Task;->go()V'), task, one, other, dead];
    expect(ways(program)).toEqual(['launcher: a.Main.onCreate -call> a.One.go']);
  });

  test('an object that is made after the call was seen', () => {
    const base = {
      name: 'a.Base',
      flags: ACCESS.public | ACCESS.abstract,
      methods: [init('java.lang.Object'), { name: 'go', flags: ACCESS.public | ACCESS.abstract }],
    };
    const child = { name: 'a.Child', superclass: 'a.Base', methods: [init('a.Base'), method('go', COLLECT)] };
    const maker = { name: 'a.Maker', methods: [staticMethod('far', ...make('a.Child'))] };
    const between = { name: 'a.Between', methods: [staticMethod('on', 'invoke-static La/Maker;->far()V')] };
    const program = [
      main('const/4 v0 0', 'invoke-virtual v0 La/Base;->go()V', 'invoke-static La/Between;->on()V'),
      base,
      child,
      maker,
      between,
    ];
    expect(ways(program)).toEqual(['launcher: a.Main.onCreate -call> a.Child.go']);
  });

  test('an overridden method runs only where it is called by super', () => {
    const base = { name: 'a.Base', methods: [init('java.lang.Object'), method('go', COLLECT)] };
    const quiet = { name: 'a.Child', superclass: 'a.Base', methods: [init('a.Base'), method('go')] };
    const loud = { ...quiet, methods: [init('a.Base'), method('go', 'invoke-super p0 La/Base;->go()V')] };
    const calling = main(...make('a.Child'), 'invoke-virtual v0 La/Base;->go()V');
    expect(ways([calling, base, quiet])).toEqual([]);
    expect(ways([calling, base, loud])).toEqual(['launcher: a.Main.onCreate -call> a.Child.go -call> a.Base.go']);
  });

  test('a default method of an interface', () => {
    const task = { name: 'a.Task', flags: ACCESS.public | ACCESS.interface | ACCESS.abstract, methods: [method('go', COLLECT)] };
    const one = { name: 'a.One', interfaces: ['a.Task'], methods: [init('java.lang.Object')] };
    expect(ways([main(...make('a.One'), 'invoke-virtual v0 La/One;->go()V'), task, one])).toEqual([
      'launcher: a.Main.onCreate -call> a.Task.go',
    ]);
  });

  test('methods of different files', () => {
    const classes = [main('invoke-static La/Tool;->go()V'), { name: 'a.Tool', methods: [staticMethod('go', COLLECT)] }];
    const program = programOfClasses(classes, 1);
    expect(program.dexes).toHaveLength(2);
    const [call] = callsIn(program, 'a.Tool.go', 'collect');
    expect(reachable(program, LAUNCHED).isReachable(call!)).toBe(true);
  });
});
