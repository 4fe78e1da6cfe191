import { knowledge } from '../../../shared/knowledge/index.ts';
import { sdksFile } from '../../../shared/knowledge/sdks/schema.ts';
import type { Knowledge } from '../../../shared/knowledge/types.ts';
import type { Plain } from './overlay.ts';

const NEUTRAL = { category: 'other', collects: 'yes', operator: null, confidence: 'high' };

/**
 * The knowledge with some SDKs more, which cases invent: `id` and what matters, the rest is neutral; a `name` as a string is the name in both
 * languages, an `operator` too.
 */
export function knowledgeWith(sdks: readonly Readonly<Record<string, Plain>>[] = []): Knowledge {
  if (sdks.length === 0) return knowledge;
  const entries = sdks.map((sdk) => ({
    ...NEUTRAL,
    ...sdk,
    name: both(sdk.name ?? String(sdk.id)),
    operator: both(sdk.operator ?? null),
  }));
  const source = 'Invented for a case of a rule, so that it stands by itself.';
  return { ...knowledge, sdks: [...knowledge.sdks, ...sdksFile.parse({ source, confidence: 'none', entries }).entries] };
}

function both(text: Plain): Plain {
  return typeof text === 'string' ? { zh: text, en: text } : text;
}
