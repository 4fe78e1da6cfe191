import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReadmeBlock } from './readme-block.ts';

test('only what stands between the marks is replaced, whatever signs the text has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    const file = join(folder, 'README.md');
    writeFileSync(file, 'a\n<!-- x:begin -->\nold\n<!-- x:end -->\nb <!-- y:begin -->');
    writeReadmeBlock(file, 'x', '| $& | $1 |');
    expect(readFileSync(file, 'utf8')).toBe('a\n<!-- x:begin -->\n| $& | $1 |\n<!-- x:end -->\nb <!-- y:begin -->');
    expect(() => writeReadmeBlock(file, 'y', '')).toThrow('has no marks y:begin and y:end');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
