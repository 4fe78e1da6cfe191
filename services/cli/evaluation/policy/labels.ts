import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What a person said of an item after reading the whole policy. */
export const LABEL_STATES = ['present', 'absent', 'violating', 'undecidable'] as const;
export type LabelState = (typeof LABEL_STATES)[number];

const labelsSchema = z.strictObject({
  /** File name in the corpus. */
  policy: z.string(),
  /** SHA-256 of the file that was read. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whether the reader was written with this policy's labels at hand, or never saw them. */
  use: z.enum(['development', 'held-out']),
  items: z.record(
    z.string().regex(/^PR-\d\d$/),
    z.strictObject({
      state: z.enum(LABEL_STATES),
      /** Place of the best passage in the file's text, in UTF-16 code units, and the first 16 hex digits of its SHA-256. */
      range: z.tuple([z.int().nonnegative(), z.int().positive()]).optional(),
      excerpt: z
        .string()
        .regex(/^[0-9a-f]{16}$/)
        .optional(),
      /** The reader was in doubt, and why. */
      doubt: z.string().optional(),
    }),
  ),
});
export type PolicyLabels = z.infer<typeof labelsSchema>;

const FOLDER = fileURLToPath(new URL('../labels/', import.meta.url));

/** All labels, by the name of the policy. @throws ZodError for a file that is not as described */
export function readLabels(): PolicyLabels[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => labelsSchema.parse(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))));
}

/**
 * The bytes of a labelled policy in the corpus; null where the corpus does not have it.
 * @throws Error where the file is another one than was read, or an excerpt is not where the label says
 */
export function labelledPolicy(texts: string, labels: PolicyLabels): Uint8Array | null {
  const path = `${texts}/${labels.policy}`;
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  if (createHash('sha256').update(bytes).digest('hex') !== labels.sha256)
    throw new Error(`${labels.policy}: not the file that was labelled`);
  const text = bytes.toString('utf8');
  for (const [item, { range, excerpt }] of Object.entries(labels.items)) {
    if (range !== undefined && excerpt !== excerptHash(text.slice(...range)))
      throw new Error(`${labels.policy}: ${item}: the excerpt is not there`);
  }
  return bytes;
}

/** What stands for an excerpt, so that the labels repeat nothing of the policy. */
export function excerptHash(excerpt: string): string {
  return createHash('sha256').update(excerpt).digest('hex').slice(0, 16);
}
