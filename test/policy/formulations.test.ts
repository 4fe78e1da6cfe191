import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { knowledge } from '../../shared/knowledge/index.ts';
import { type ChecklistItem, checklistOf } from '../../shared/policy/checklist.ts';
import { readPolicyDocument } from '../../shared/policy/index.ts';

/** Short passages as strangers would write them, each with what the checklist has to say of one item. */
const FOLDER = new URL('./formulations/', import.meta.url);

const passages = z.strictObject({
  item: z.string().regex(/^PR-\d\d$/),
  /** State: present. */
  compliant: z.array(z.string().min(1)).min(3),
  noncompliant: z
    .array(z.strictObject({ state: z.enum(['absent', 'violating', 'undecidable']), text: z.string().min(1) }))
    .min(3),
});

async function stateOf(item: string, passage: string): Promise<ChecklistItem['state']> {
  const bytes = new TextEncoder().encode(`示例应用隐私政策\n${passage}\n`);
  const facts = await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge);
  return checklistOf(facts).find((entry) => entry.item === item)!.state;
}

for (const file of readdirSync(FOLDER).sort()) {
  const { item, compliant, noncompliant } = passages.parse(parse(readFileSync(new URL(file, FOLDER), 'utf8')));

  describe(item, () => {
    test('is told by the name of the file', () => expect(file).toBe(`${item}.yaml`));

    test.each(compliant)('present: %s', async (passage) => {
      expect(await stateOf(item, passage)).toBe('present');
    });

    test.each(noncompliant)('$state: $text', async ({ state, text }) => {
      expect(await stateOf(item, text)).toBe(state);
    });
  });
}
