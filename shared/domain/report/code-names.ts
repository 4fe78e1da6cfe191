/** A method descriptor as developers read it: `Landroid/os/Build;->getSerial` is `android.os.Build.getSerial`; anything else stays. */
export function readableTarget(target: string): string {
  const [, type, member] = /^L([^;]+);(?:->(.+))?$/.exec(target) ?? [];
  if (type === undefined) return target;
  const dotted = type.replaceAll('/', '.');
  return member === undefined ? dotted : `${dotted}.${member}`;
}

/** Element name and its place for Android's manifest: `/manifest/application/activity[2]` is `activity`. */
export function elementName(path: string): string | null {
  return /^\/manifest(?:\/[\w-]+(?:\[\d+\])?)*$/.test(path) ? (/([\w-]+)(?:\[\d+\])?$/.exec(path)?.[1] ?? null) : null;
}
