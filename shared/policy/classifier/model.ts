import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { PermanentError } from '../../domain/errors.ts';
import { type FeatureTable, HEADS, MOST_FEATURES, PLACES } from './feature-table.ts';

const TOPICS = 11;
/** What the second look at a topic sees: the scores of all topics, here, before and after. */
export const CONTEXT_INPUTS = TOPICS * 3;

const numbers = (length: number) => z.array(z.number().finite()).length(length);
const decision = z.strictObject({
  slope: z.number().finite(),
  offset: z.number().finite(),
  threshold: z.number().min(0).max(1),
});

/** How scores become probabilities and probabilities decisions. */
export const decisions = z.strictObject({
  /** Topics of a sentence without neighbours. */
  alone: z.array(decision).length(TOPICS),
  /** Topics within a document: a weight for each input, then the constant. */
  inContext: z
    .array(z.strictObject({ weights: numbers(CONTEXT_INPUTS + 1), threshold: z.number().min(0).max(1) }))
    .length(TOPICS),
  /** Neighbours at least so alike are of one document; see `inOrder`. */
  coherence: z.number().finite(),
  important: decision,
  risk: decision,
});
export type Decisions = z.output<typeof decisions>;
export type Decision = z.output<typeof decision>;

/** `model.json`: what is small stands in it readable, the table is packed (deflate, base64). */
export const modelFile = z.strictObject({
  format: z.literal('shelfgate-sentences/2'),
  source: z.string().min(40),
  licence: z.string().min(10),
  biases: numbers(HEADS),
  weightSteps: numbers(HEADS),
  rarityStep: z.number().positive(),
  markerValue: z.number().positive(),
  commaTraceValue: z.number().min(0),
  typographyValue: z.number().min(0),
  decisions,
  table: z.string(),
});
export type ModelFile = z.output<typeof modelFile>;

/** The classifier's knowledge, ready to be asked. */
export interface Model extends Omit<ModelFile, 'table'> {
  readonly table: FeatureTable;
}

const TABLE_BYTES = PLACES * (2 + 1 + HEADS);

/** @throws PermanentError `knowledge-invalid` saying what is wrong with the file */
export function readModel(content: unknown): Model {
  const result = modelFile.safeParse(content);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw broken(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  return { ...result.data, table: unpackTable(result.data.table) };
}

function unpackTable(packed: string): FeatureTable {
  let bytes: Buffer;
  try {
    bytes = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: TABLE_BYTES + 1 });
  } catch {
    throw broken('table: cannot be unpacked');
  }
  if (bytes.length !== TABLE_BYTES) throw broken(`table: ${bytes.length} bytes in place of ${TABLE_BYTES}`);
  const proofs = new Uint16Array(PLACES);
  let taken = 0;
  for (let place = 0; place < PLACES; place++) {
    const proof = bytes[place]! | (bytes[PLACES + place]! << 8);
    proofs[place] = proof;
    if (proof !== 0) taken++;
  }
  // A table without free places would make a search for what it does not have endless.
  if (taken > MOST_FEATURES) throw broken(`table: ${taken} features, at most ${MOST_FEATURES}`);
  const rarities = new Uint8Array(bytes.subarray(2 * PLACES, 3 * PLACES));
  const weights = new Int8Array(PLACES * HEADS);
  for (let head = 0; head < HEADS; head++) {
    const column = bytes.subarray((3 + head) * PLACES, (4 + head) * PLACES);
    for (let place = 0; place < PLACES; place++) weights[place * HEADS + head] = column[place]!;
  }
  return { proofs, rarities, weights };
}

/** The opposite of what `readModel` does with the table. Columns, because alike stands beside alike and packs well. */
export function tableBytes({ proofs, rarities, weights }: FeatureTable): Uint8Array {
  const bytes = new Uint8Array(TABLE_BYTES);
  for (let place = 0; place < PLACES; place++) {
    bytes[place] = proofs[place]! & 0xff;
    bytes[PLACES + place] = proofs[place]! >>> 8;
    bytes[2 * PLACES + place] = rarities[place]!;
    for (let head = 0; head < HEADS; head++) bytes[(3 + head) * PLACES + place] = weights[place * HEADS + head]!;
  }
  return bytes;
}

function broken(place: string): PermanentError {
  return new PermanentError('knowledge-invalid', {
    zh: `句子分类模型文件无效（${place}）`,
    en: `The model file of the sentence classifier is invalid (${place})`,
  });
}
