import type { CodeFacts, PackageFacts } from '../../domain/facts/package.ts';

/** Addresses that build tools and the platform leave in every app. */
const EVERYWHERE =
  /(?:^|\.)(?:android\.com|w3\.org|xmlpull\.org|apache\.org|xml\.org|googleapis\.com|google\.com|jetbrains\.com)$/;
/** More classes of its own than this, or more screens, are an app that also shows pages. */
const MOST_CLASSES = 40;
const MOST_ACTIVITIES = 4;

/** What decides it. */
export interface ShellInput {
  readonly packageName: string | null;
  readonly launcher: string | null;
  readonly components: PackageFacts['components'];
  readonly code: CodeFacts;
  /** Dotted names of classes that have a web view load an address. */
  readonly pageLoaders: readonly string[];
}

/**
 * Whether an app is hardly more than a window on a web site: the activity that its icon starts loads an address into a web view itself,
 * beside it there are next to no classes and screens of its own, and the code names a web site. What the site does, nobody sees here.
 */
export function isWebViewShell({ packageName, launcher, components, code, pageLoaders }: ShellInput): boolean {
  if (launcher === null || packageName === null) return false;
  const own = [packageName, launcher.slice(0, Math.max(0, launcher.lastIndexOf('.')))];
  const isOwn = (name: string) => own.some((prefix) => prefix !== '' && (name === prefix || name.startsWith(`${prefix}.`)));
  const classes = code.packages.filter(({ name }) => isOwn(name)).reduce((sum, each) => sum + each.classes, 0);
  const activities = components.filter(({ kind, name }) => kind === 'activity' && isOwn(name)).length;
  const parents = code.declaredClasses?.find(({ name }) => name === launcher)?.superclasses.filter(isOwn) ?? [];
  const loads = pageLoaders.some((name) => {
    return name === launcher || name.startsWith(`${launcher}$`) || parents.includes(name);
  });
  return loads && classes <= MOST_CLASSES && activities <= MOST_ACTIVITIES && code.hosts.some((host) => !EVERYWHERE.test(host));
}
