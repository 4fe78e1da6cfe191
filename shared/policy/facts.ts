import { createHash } from 'node:crypto';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { readAdmissions } from './admissions/read.ts';
import { type Block, type NoText, type PolicyDocument, withoutText } from './document/document.ts';
import { extractAppNames } from './extract/app-names.ts';
import { extractContacts } from './extract/contacts.ts';
import { extractDates } from './extract/dates.ts';
import { extractOperators } from './extract/operators.ts';
import { extractPermissions } from './extract/permissions.ts';
import { extractPlaceholders } from './extract/placeholders.ts';
import { extractResponseTimes } from './extract/response-times.ts';
import { companySdkMentions } from './extract/sdk-companies.ts';
import { extractFlatSdkRows } from './extract/sdk-flat-tables.ts';
import { extractSdkListRows } from './extract/sdk-lists.ts';
import { extractSdkMentions } from './extract/sdk-mentions.ts';
import { extractSdkTableRows } from './extract/sdk-tables.ts';
import { extractTypes } from './extract/types.ts';
import { readProvisions } from './provisions/read.ts';
import { styledPlaces } from './readability/styled-places.ts';
import { layOut } from './text/layout.ts';
import { normaliseLine } from './text/normalise.ts';
import { policyText } from './text/policy-text.ts';
import { readScript } from './text/script.ts';
import { readSections } from './text/sections.ts';
import { classified, understand } from './understanding.ts';
import { POLICY_READER_VERSION } from './version.ts';
import type { PlacedPart } from './web/merge-parts.ts';
import { placeParts } from './web/place-parts.ts';

type Source = Omit<PolicyFacts['source'], 'sha256' | 'bytes'>;

/**
 * Everything that a document says, as facts. `parts`: the documents it was put together from, the main one first; script and share of Han
 * characters are the main one's.
 */
export function factsOf(
  source: Source,
  bytes: Uint8Array,
  document: PolicyDocument,
  knowledge: Knowledge,
  parts: readonly PlacedPart[],
): PolicyFacts {
  const main = document.blocks.slice(0, parts[0]?.blocks?.[1]);
  const { hanShare, script } = readScript(main.map(rawText).join('\n').normalize('NFKC'));
  const traditional = script === 'traditional';
  const text = policyText(layOut(document.blocks, traditional));
  if (text.text.trim() === '') {
    const reason = source.kind === 'url' ? 'empty-page' : 'empty-file';
    return factsWithoutText(source, bytes, withoutText(document, reason));
  }
  const title = document.title === null ? null : normaliseLine(document.title, traditional).slice(0, 300);
  const sdkRows = [...extractSdkTableRows(text), ...extractFlatSdkRows(text), ...extractSdkListRows(text)];
  const appNames = extractAppNames(text, title, sdkRows);
  const extracted = {
    operators: extractOperators(text, { sdkRows, appNames }),
    contacts: extractContacts(text, sdkRows),
    dates: extractDates(text, sdkRows),
    appNames,
    types: extractTypes(text, knowledge),
    permissions: extractPermissions(text, knowledge),
    sdkRows,
    sdkMentions: [...extractSdkMentions(text, knowledge), ...companySdkMentions(text)],
    responseTimes: extractResponseTimes(text),
  };
  const styles = showsStyles(document) ? styledPlaces(text, extracted.types) : null;
  const admissions = readAdmissions(text, extracted.responseTimes);
  const sentences = classified(text);
  const topics = sentences.map((sentence) => sentence.topics);
  return {
    schema: 'policy-facts/1',
    reader: POLICY_READER_VERSION,
    source: { ...source, sha256: sha256(bytes), bytes: bytes.length },
    outcome: 'read',
    reason: null,
    text: text.text,
    hanShare,
    script,
    title,
    sections: readSections(text),
    ...extracted,
    provisions: readProvisions(text, { ...extracted, admissions, hanShare, title }, topics),
    admissions,
    placeholders: extractPlaceholders(text),
    understanding: understand(text, sentences, extracted, placeParts(parts, text.blockStarts, text.text.length), styles),
    gaps: document.gaps,
  };
}

/** Facts of a policy without text: absent, or unreadable with the reason. `bytes` is null where there was no document at all. */
export function factsWithoutText(source: Source, bytes: Uint8Array | null, why: NoText): PolicyFacts {
  return {
    schema: 'policy-facts/1',
    reader: POLICY_READER_VERSION,
    source: { ...source, sha256: bytes === null || bytes.length === 0 ? null : sha256(bytes), bytes: bytes?.length ?? 0 },
    outcome: why.outcome,
    reason: why.reason,
    text: '',
    hanShare: 0,
    script: 'other',
    title: null,
    sections: [],
    operators: [],
    contacts: [],
    dates: [],
    appNames: [],
    types: [],
    permissions: [],
    sdkRows: [],
    sdkMentions: [],
    provisions: [],
    admissions: [],
    responseTimes: [],
    placeholders: [],
    gaps: why.gaps,
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Markdown marks what is bold as well, but who displays it is not known; the others are only letters. */
function showsStyles({ format }: PolicyDocument): boolean {
  return format === 'html' || format === 'docx';
}

function rawText(block: Block): string {
  return block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join('\n') : block.text;
}
