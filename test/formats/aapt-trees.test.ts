import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ResourceTable } from '../../shared/inspection/binary/arsc.ts';
import { readBinaryXml, VALUE } from '../../shared/inspection/binary/axml.ts';
import { Ranges } from '../../shared/inspection/binary/ranges.ts';
import { openArchive, type ZipArchive } from '../../shared/inspection/binary/zip.ts';
import { readEntry } from '../../shared/inspection/binary/zip-entry.ts';
import { Observations } from '../../shared/inspection/observations.ts';
import { corpus, DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { bytesSource } from '../fixtures/source.ts';
import { aaptTree, aaptValues, type DumpedValue, escaped, treeLines } from './aapt-dumps.ts';
import { isInstalled } from './judges.ts';

const packages = [...DEPENDENCY_APKS, ...corpus('apk')].map((path) => [basename(path), path] as const);
const judged = isInstalled('aapt') ? describe : describe.skip;
/** Characters of a text that facts keep: what aapt prints behind them is not compared. */
const KEPT = 1024;

async function open(path: string) {
  const observations = new Observations();
  const archive = await openArchive(new Ranges(bytesSource(readFileSync(path))), observations);
  return { archive, observations };
}

const content = (archive: ZipArchive, name: string) =>
  readEntry(archive, archive.byName.get(name)!, 256 << 20, 'package', new Observations());

async function linesOf(archive: ZipArchive, entry: string): Promise<string[]> {
  return treeLines(readBinaryXml(await content(archive, entry), entry, new Observations()));
}

judged(`judged by aapt${isInstalled('aapt') ? '' : ' (not installed)'}`, () => {
  test.each(packages)('%s: every element and attribute of the manifest', async (_name, path) => {
    const { archive } = await open(path);
    const judge = aaptTree(path, 'AndroidManifest.xml');
    expect(judge).not.toBeNull();
    expect(await linesOf(archive, 'AndroidManifest.xml')).toEqual(judge);
  });

  test.each(packages)('%s: layouts', async (_name, path) => {
    const { archive } = await open(path);
    const layouts = [...archive.byName.keys()].filter((name) => /^res\/layout[^/]*\/.*\.xml$/.test(name));
    // Each costs a process: every n-th, at most eight.
    const sample = layouts.filter((_, index) => index % Math.ceil(layouts.length / 8) === 0);
    for (const entry of sample) expect([entry, await linesOf(archive, entry)]).toEqual([entry, aaptTree(path, entry)]);
  });

  test.each(packages)('%s: every simple value of the resources', async (_name, path) => {
    const { archive, observations } = await open(path);
    if (!archive.byName.has('resources.arsc')) return;
    const table = new ResourceTable(await content(archive, 'resources.arsc'), observations);
    const byResource = new Map<number, DumpedValue[]>();
    for (const value of aaptValues(path)) byResource.set(value.id, [...(byResource.get(value.id) ?? []), value]);
    const differing: unknown[] = [];
    let compared = 0;
    for (const [id, values] of byResource) {
      for (const [wish, expected] of [
        ['default', plain(values)],
        ['zh', chinese(values)],
      ] as const) {
        if (!expected) continue;
        compared += 1;
        const value = table.lookup(id, wish)?.value;
        const text = value?.text == null ? null : escaped(value.text);
        const same = value?.type === expected.type && value.data === expected.data;
        if (same && sameText(text, expected) && table.name(id) === expected.name) continue;
        differing.push({ wish, expected, value, name: table.name(id) });
      }
    }
    expect(differing.slice(0, 5)).toEqual([]);
    expect(observations.gaps).toEqual([]);
    if (byResource.size > 0) expect(compared).toBeGreaterThan(0);
  });
});

/** The value without any qualifier, where no other without a language could be better for a phone. */
function plain(values: readonly DumpedValue[]): DumpedValue | undefined {
  const others = values.filter(({ config }) => config !== '(default)' && !/^(?:[a-z]{2,3}|b\+[\w+]+)(?:-|$)/.test(config));
  return others.length > 0 ? undefined : values.find(({ config }) => config === '(default)');
}

/** What a user in mainland China sees, where a configuration of only a language says it. */
function chinese(values: readonly DumpedValue[]): DumpedValue | undefined {
  if (values.some(({ config }) => /^(?:b\+)?zh.*-(?:v\d|[a-z]+dpi|land|sw|night)/.test(config))) return undefined;
  return values.find(({ config }) => config === 'zh-rCN') ?? values.find(({ config }) => config === 'zh') ?? plain(values);
}

function sameText(text: string | null, { type, text: expected }: DumpedValue): boolean {
  if (type !== VALUE.string) return true;
  if (text === null || expected === null) return text === expected;
  return text === expected || (text.length >= KEPT && expected.startsWith(text));
}
