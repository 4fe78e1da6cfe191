import type { FormatSniffer } from './archive-view.ts';

/**
 * Formats that are told apart and named although they are not inspected, in the order in which they are tried: containers of packages
 * before the packages they look like, plain archives last.
 */
export const NAMED_FORMATS: readonly FormatSniffer[] = [
  { format: 'ipa', sniff: (view) => view.some(/^Payload\/[^/]+\.app\//) },
  { format: 'jar', sniff: (view) => view.has('META-INF/MANIFEST.MF') || view.some(/\.class$/) },
];
