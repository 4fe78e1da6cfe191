import type { Knowledge } from '../../types.ts';
import type { SdkEntry } from '../entry.ts';
import { SDK_CATEGORIES } from '../schema.ts';
import type { PlacedSdk, SdkProblem } from './problem.ts';

/** Ids that are twice, that nothing has, or that lead back to themselves; categories without an entry. */
export function* referenceProblems(
  placed: readonly PlacedSdk<SdkEntry>[],
  { piTypes, permissions }: Pick<Knowledge, 'piTypes' | 'permissions'>,
): Generator<SdkProblem> {
  const byId = new Map<string, PlacedSdk<SdkEntry>>();
  for (const { file, sdk } of placed) {
    const other = byId.get(sdk.id);
    if (other === undefined) byId.set(sdk.id, { file, sdk });
    else yield { file, entry: sdk.id, field: 'id', ...twice(sdk.id, other.file) };
  }
  for (const { file, sdk } of placed) {
    const at = { file, entry: sdk.id };
    for (const type of sdk.piTypes) if (!piTypes.has(type)) yield { ...at, field: 'piTypes', ...unknown(type, PI_TYPES) };
    for (const name of sdk.permissions) {
      if (!permissions.has(name)) yield { ...at, field: 'permissions', ...unknown(name, PERMISSIONS) };
    }
    for (const id of sdk.brings) if (!byId.has(id)) yield { ...at, field: 'brings', ...unknown(id, IDS) };
  }
  for (const circle of circles(byId)) {
    const first = byId.get(circle[0] ?? '');
    if (first !== undefined) yield { file: first.file, entry: first.sdk.id, field: 'brings', ...leadsBack(circle) };
  }
  const used = new Set(placed.map(({ sdk }) => sdk.category));
  const dead = SDK_CATEGORIES.filter((category) => !used.has(category));
  if (dead.length > 0) yield { file: null, entry: null, field: 'category', ...deadCategories(dead) };
}

/** Ways by what SDKs bring that end where they began; each SDK is looked at once. */
function* circles(byId: ReadonlyMap<string, PlacedSdk<SdkEntry>>): Generator<readonly string[]> {
  const done = new Set<string>();
  for (const start of byId.keys()) {
    const way: string[] = [];
    const open = [{ id: start, back: 0 }];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      for (const left of way.splice(step.back)) done.add(left);
      const at = way.indexOf(step.id);
      if (at >= 0) yield [...way.slice(at), step.id];
      if (at >= 0 || done.has(step.id)) continue;
      way.push(step.id);
      for (const id of byId.get(step.id)?.sdk.brings ?? []) open.push({ id, back: way.length });
    }
    for (const left of way) done.add(left);
  }
}

type Text = Pick<SdkProblem, 'wrong' | 'mend'>;
interface Register {
  readonly zh: string;
  readonly en: string;
}

const PI_TYPES: Register = {
  zh: '个人信息种类表（data/pi-types.json）',
  en: 'the kinds of personal information (data/pi-types.json)',
};
const PERMISSIONS: Register = { zh: '权限表（data/*permissions.json）', en: 'the permissions (data/*permissions.json)' };
const IDS: Register = { zh: '各文件的 SDK 编号', en: 'the ids of SDKs in all files' };

const unknown = (value: string, where: Register): Text => ({
  wrong: { zh: `${where.zh}里没有“${value}”`, en: `“${value}” is not among ${where.en}` },
  mend: { zh: '改成其中已有的写法，注意大小写', en: 'write it as it stands there; case counts' },
});

const twice = (id: string, file: string): Text => ({
  wrong: { zh: `编号“${id}”在 ${file} 里已经用过`, en: `the id “${id}” is used in ${file} already` },
  mend: { zh: '换一个编号；若是同一个 SDK，并成一个条目', en: 'take another id; if it is the same SDK, make one entry of both' },
});

const leadsBack = (circle: readonly string[]): Text => ({
  wrong: { zh: `brings 绕回自己：${circle.join(' → ')}`, en: `brings leads back to itself: ${circle.join(' → ')}` },
  mend: { zh: '只在包含别人的那一个上写 brings', en: 'write brings only with the one that contains the other' },
});

const deadCategories = (categories: readonly string[]): Text => ({
  wrong: { zh: `没有条目属于分类 ${categories.join('、')}`, en: `no entry is of the category ${categories.join(', ')}` },
  mend: {
    zh: '给合适的条目改用该分类，或请开发者从 schema.ts 删去它',
    en: 'use it for entries that fit, or have a developer take it out of schema.ts',
  },
});
