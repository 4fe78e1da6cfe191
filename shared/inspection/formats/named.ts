import type { FormatSniffer } from './archive-view.ts';

/**
 * Formats that are told apart and named although they are not inspected, in the order in which they are tried: containers of packages
 * before the packages they look like, plain archives last.
 */
export const NAMED_FORMATS: readonly FormatSniffer[] = [
  { format: 'apkm', sniff: (view) => view.has('base.apk') && view.has('info.json') },
  { format: 'xapk', sniff: (view) => view.has('manifest.json') && view.some(/^[^/]+\.apk$/) },
  { format: 'apks', sniff: (view) => view.has('toc.pb') || view.some(/^(?:splits\/.+|base(?:-master)?|universal)\.apk$/) },
  { format: 'app', sniff: (view) => view.has('pack.info') && view.some(/^[^/]+\.(?:hap|hsp)$/) },
  {
    format: 'hsp',
    sniff: async (view) => view.has('module.json') && /"type"\s*:\s*"shared"/.test(await view.text('module.json')),
  },
  {
    format: 'hap',
    sniff: async (view) => {
      if (view.has('module.json')) return true;
      return view.has('config.json') && /"(?:bundleName|deviceConfig)"\s*:/.test(await view.text('config.json'));
    },
  },
  { format: 'ipa', sniff: (view) => view.some(/^Payload\/[^/]+\.app\//) },
  {
    format: 'rpk',
    sniff: async (view) => {
      if (!view.has('manifest.json')) return false;
      if (view.has('app.js')) return true;
      return /"minPlatformVersion"\s*:/.test(await view.text('manifest.json'));
    },
  },
  { format: 'jar', sniff: (view) => view.has('META-INF/MANIFEST.MF') || view.some(/\.class$/) },
];
