/** A name as people compare it: one width and case, letters and digits only, so “示例地图 - 导航” holds 示例地图. */
export function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
