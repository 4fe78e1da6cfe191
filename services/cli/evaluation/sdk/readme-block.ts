import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes text between `<!-- name:begin -->` and `<!-- name:end -->` of a Markdown file.
 * @throws Error where the file has no such marks
 */
export function writeReadmeBlock(file: string, name: string, text: string): void {
  const before = readFileSync(file, 'utf8');
  const marks = new RegExp(`(<!-- ${name}:begin -->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`);
  if (!marks.test(before)) throw new Error(`${file} has no marks ${name}:begin and ${name}:end`);
  writeFileSync(
    file,
    before.replace(marks, (_all, begin: string, end: string) => `${begin}${text}\n${end}`),
  );
}
