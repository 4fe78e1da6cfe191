import type { KeyHint } from '../../domain/facts/code.ts';
import type { UiText } from '../../domain/facts/contents.ts';
import { matchTopics, maySpeak, topicExcerpt } from '../../knowledge/text-topics.ts';
import { modifiedUtf8, modifiedUtf8Text } from '../binary/mutf8.ts';
import { LIMITS } from '../limits.ts';
import type { ProgramFile } from './build-program.ts';
import { dottedName } from './dotted-name.ts';
import { recogniseKey } from './keys.ts';
import type { ScannedDex } from './scanned.ts';

/** What may still be looked at: strings can lie over each other, so that a short file has texts without end. */
export interface TextBudget {
  units: number;
}

/** Texts in Chinese that speak of a topic of the rules, from the string constants of all files, each once. */
export function codeTexts(files: readonly ProgramFile[], budget: TextBudget): UiText[] {
  const texts: UiText[] = [];
  const seen = new Set<string>();
  for (const { entry, scanned } of files) {
    const bytes = asBuffer(scanned);
    for (const index of scanned.texts) {
      if (texts.length >= LIMITS.uiTexts || budget.units < 0) return texts;
      const at = stringAt(scanned, bytes, index);
      const [from, end] = textRange(bytes, at);
      budget.units -= end - from;
      if (!maySpeak(bytes, from, end)) continue;
      const text = modifiedUtf8(bytes, at, LIMITS.constantText);
      if (text === null || seen.has(text)) continue;
      seen.add(text);
      const topics = matchTopics(text);
      if (topics.length > 0) texts.push({ topics, text: topicExcerpt(text), place: `${entry} string ${index}` });
    }
  }
  return texts;
}

/** Constants that look like keys, as hints. */
export function findKeys(files: readonly ProgramFile[], budget: TextBudget): KeyHint[] {
  const keys = new Map<string, KeyHint>();
  for (const { entry, scanned } of files) {
    const bytes = asBuffer(scanned);
    for (const index of scanned.keys) {
      if (keys.size >= LIMITS.keys || budget.units < 0) return [...keys.values()];
      const text = modifiedUtf8(bytes, stringAt(scanned, bytes, index), LIMITS.constantText);
      budget.units -= text?.length ?? 0;
      const found = text === null ? null : recogniseKey(text);
      if (found && text !== null && !keys.has(text)) {
        keys.set(text, { ...found, place: holderOf(scanned, bytes, index) ?? entry });
      }
    }
  }
  return [...keys.values()];
}

function asBuffer({ bytes }: ScannedDex): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function stringAt({ tables: { strings, base } }: ScannedDex, bytes: Buffer, index: number): number {
  return base + bytes.readUInt32LE(strings.at + index * 4);
}

/** Where the text itself begins (behind its length) and ends. */
function textRange(bytes: Buffer, at: number): [from: number, end: number] {
  let from = at;
  for (let i = 0; i < 4 && bytes[from]! >= 0x80; i++) from += 1;
  const limit = Math.min(bytes.length, from + LIMITS.constantText * 3);
  const end = bytes.indexOf(0, from + 1);
  return [from + 1, end < 0 ? limit : Math.min(end, limit)];
}

/** The class of the first method that loads a string; null where none does. */
function holderOf({ stringUses, defined, methods, types }: ScannedDex, bytes: Buffer, index: number): string | null {
  for (let i = 0; i < stringUses.length; i += 3) {
    if (stringUses[i + 1] !== index) continue;
    const type = methods.class[defined.method[stringUses[i]!]!]!;
    const at = types.at[type] ?? 0;
    return dottedName(modifiedUtf8Text(bytes, at, at + (types.length[type] ?? 0)));
  }
  return null;
}
