/**
 * Namespaces of the platform that no app brings with it and no shrinker renames. Told by name alone, so that a print does not depend on
 * what else is in the package.
 */
const PLATFORM =
  /^\[*L(?:android\/(?!support\/|arch\/)|java\/|javax\/(?:crypto|net|security|microedition)\/|org\/json\/|org\/xml\/sax\/|org\/w3c\/dom\/|dalvik\/)/;

/** Whether a descriptor is that of a class of the platform. A primitive type is none. */
export function isPlatform(descriptor: string): boolean {
  return PLATFORM.test(descriptor);
}

/**
 * A type as prints have it: the platform's and primitive ones as they are, any other is `*`, as a shrinker may rename it.
 */
export function neutralType(descriptor: string): string {
  const dimensions = descriptor.lastIndexOf('[') + 1;
  return descriptor[dimensions] !== 'L' || isPlatform(descriptor) ? descriptor : `${descriptor.slice(0, dimensions)}*`;
}
