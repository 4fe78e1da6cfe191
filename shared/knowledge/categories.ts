import { knowledge } from './index.ts';
import type { Category } from './types.ts';

/** 地图导航, without the 类 that may follow, in one width and without spaces. */
function comparable(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').replace(/类$/, '');
}

const byName = new Map([...knowledge.categories.values()].map((category) => [comparable(category.name.zh), category]));

/**
 * Which of the 39 app types a listing means.
 * @param value the number (1–39), as a number or in digits, or the Chinese name with or without 类
 * @returns null when it is none of them
 */
export function resolveCategory(value: number | string): Category | null {
  if (typeof value === 'number') return knowledge.categories.get(value) ?? null;
  const name = comparable(value);
  if (/^\d{1,2}$/.test(name)) return knowledge.categories.get(Number(name)) ?? null;
  return byName.get(name) ?? null;
}
