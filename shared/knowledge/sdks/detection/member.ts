/**
 * A method as knowledge names it: `com.vendor.sdk.Core.start` of `Lcom/vendor/sdk/Core;->start`.
 * @returns null for what is no method of a class
 */
export function dottedMember(target: string): string | null {
  const end = target.indexOf(';->');
  if (end < 2 || target.charCodeAt(0) !== 76) return null;
  return `${target.slice(1, end).replaceAll('/', '.')}.${target.slice(end + 3)}`;
}
