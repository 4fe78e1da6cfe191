import { z } from 'zod';
import { readData } from '../../read-data.ts';

/** What no prefix and no name may be, as data. */
export interface SdkNaming {
  readonly wholeVendors: ReadonlySet<string>;
  /** Packages of one part that are a library's own: `okhttp3`. */
  readonly libraryRoots: ReadonlySet<string>;
  readonly everydayWords: ReadonlySet<string>;
}

/** `data/sdk-naming.json`. */
const sdkNamingFile = z.strictObject({
  source: z.string().min(40),
  confidence: z.string().min(4),
  wholeVendors: z.array(z.string().min(3)),
  libraryRoots: z.array(z.string().min(4)),
  everydayWords: z.array(z.string().min(1)),
});

/**
 * Namespaces too wide to be a prefix, words too common to be a name.
 * @throws PermanentError `knowledge-invalid`, see `readData`
 */
export function readSdkNaming(): SdkNaming {
  const { wholeVendors, libraryRoots, everydayWords } = readData('./data/sdk-naming.json', sdkNamingFile);
  return {
    wholeVendors: new Set(wholeVendors),
    libraryRoots: new Set(libraryRoots),
    everydayWords: new Set(everydayWords),
  };
}
