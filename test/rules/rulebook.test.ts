import { loadRules } from '../../shared/checks/registry.ts';
import { knowledge } from '../../shared/knowledge/index.ts';

/** What must hold for the rulebook as a whole; single rules are held to their fixtures in rules.test.ts. */
describe('the rulebook', () => {
  test('every clause that a machine decides has a rule', async () => {
    const cited = new Set((await loadRules()).flatMap(({ clauses }) => clauses));
    const uncited = knowledge.clauses.filter(({ id, kind }) => kind === 'machine' && !cited.has(id)).map(({ id }) => id);
    expect(uncited).toEqual([]);
  });

  test('no rule rejects on the strength of unverified articles alone', async () => {
    const weak = (await loadRules()).filter(
      ({ ceiling, basis }) =>
        ceiling === 'reject' &&
        !basis.some(
          ({ instrument, verified }) => verified && ['law', 'enforcement'].includes(knowledge.instruments.get(instrument)!.force),
        ),
    );
    expect(weak.map(({ id }) => id)).toEqual([]);
  });
});
