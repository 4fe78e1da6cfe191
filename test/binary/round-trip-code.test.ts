import fc from 'fast-check';
import { ACCESS, buildDex, type ClassRecipe } from '../../services/cli/building/dex.ts';
import { INVOKE } from '../../shared/inspection/code/program.ts';
import { programOf } from '../fixtures/program.ts';

/** Programs of any classes, over any number of files, say what the assembler was told. */

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
const className = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => `p.${parts.join('.')}`);
const prototype = fc.constantFrom('()V', '(I)V', '(JLjava/lang/String;)Z', '([[BLp/x;D)[Lp/y;');
const called = fc
  .tuple(className, word, prototype)
  .map(([owner, name, shape]) => `L${owner.replaceAll('.', '/')};->${name}${shape}`);
const method = fc.record({
  name: word,
  descriptor: prototype,
  flags: fc.constantFrom(
    ACCESS.public,
    ACCESS.public | ACCESS.static,
    ACCESS.public | ACCESS.abstract,
    ACCESS.private | ACCESS.native,
  ),
  calls: fc.array(called, { maxLength: 6 }),
});
const classes = fc.uniqueArray(
  fc.record({
    name: className,
    superclass: className,
    interfaces: fc.uniqueArray(className, { maxLength: 3 }),
    flags: fc.constantFrom(ACCESS.public, ACCESS.public | ACCESS.final, ACCESS.public | ACCESS.abstract),
    methods: fc.uniqueArray(method, { selector: ({ name, descriptor }) => `${name}${descriptor}`, maxLength: 5 }),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 10 },
);

const descriptorOf = (name: string): string => `L${name.replaceAll('.', '/')};`;

test('hierarchies, methods, flags and calls', () => {
  fc.assert(
    fc.property(classes, fc.integer({ min: 1, max: 3 }), (given, files) => {
      const parts = Array.from({ length: files }, (_, file) => given.filter((_each, index) => index % files === file));
      const program = programOf(...parts.filter((part) => part.length > 0).map((part) => buildDex(part)));
      for (const recipe of given) expectClass(program, recipe);
      const sites = given.flatMap(({ methods }) => methods.flatMap(({ calls, flags }) => (hasBody(flags) ? calls : [])));
      expect(program.calls.target.length).toBe(sites.length);
      expect(program.bodies.count).toBe(given.flatMap(({ methods }) => methods.filter(({ flags }) => hasBody(flags))).length);
    }),
    { numRuns: 150 },
  );
});

const hasBody = (flags: number): boolean => (flags & (ACCESS.abstract | ACCESS.native)) === 0;

function expectClass(program: ReturnType<typeof programOf>, recipe: ClassRecipe): void {
  const { types, methods, bodies, calls } = program;
  const type = types.find(descriptorOf(recipe.name));
  expect([types.defined[type], types.flags[type]! & recipe.flags!]).toEqual([1, recipe.flags]);
  expect(types.descriptor(types.superclass[type]!)).toBe(descriptorOf(recipe.superclass!));
  const parents = types.interfaces.subarray(types.interfaceStart[type], types.interfaceStart[type + 1]);
  expect([...parents].map((each) => types.descriptor(each))).toEqual(recipe.interfaces!.map(descriptorOf));
  for (const wanted of recipe.methods!) {
    const found = methods.find(type, methods.findSelector(wanted.name, wanted.descriptor!));
    expect([methods.name(found), methods.prototype(found)]).toEqual([wanted.name, wanted.descriptor]);
    expect(methods.flags[found]! & 0xffff).toBe(wanted.flags);
    const body = methods.body[found]!;
    expect(body >= 0).toBe(hasBody(wanted.flags!));
    if (body < 0) continue;
    const [from, end] = [bodies.callStart[body]!, bodies.callStart[body + 1]!];
    const made = [...calls.target.subarray(from, end)].map(
      (target) => `${types.descriptor(methods.class[target]!)}->${methods.name(target)}${methods.prototype(target)}`,
    );
    expect(made).toEqual(wanted.calls);
    expect([...calls.kind.subarray(from, end)].every((kind) => kind === INVOKE.virtual)).toBe(true);
  }
}
