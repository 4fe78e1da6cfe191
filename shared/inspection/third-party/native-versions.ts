/** Libraries that write their names in front of their versions into the code that holds them: `libcurl/7.64.0`, `OpenSSL 1.1.1k`. */
const KNOWN =
  /(?:^|[^A-Za-z0-9])(libcurl|curl|OpenSSL|BoringSSL|mbed ?TLS|LibreSSL|wolfSSL|nghttp2|SQLite|libpng|zlib|inflate|deflate|FreeType|libwebp|LuaJIT|Lua|x264|libopus|libvpx|FFmpeg|Lavc|Lavf|protobuf|quiche|LevelDB|RocksDB|OpenCV|TensorFlow|ncnn|MNN|Cocos2d-?x|libuv|libevent|MMKV|WCDB|librtmp|libsrt)(?: version)?[ /_-]{1,3}[nvV]?$/i;
/** What only an SDK says of itself: `SDK version: 3.7.0`, `sdk_version=2.1.0`. */
const OF_SDK = /(?:^|[^A-Za-z])(?:[A-Za-z]{2,20}[ _-]?)?(?:sdk|engine)[ _-]{0,2}ver(?:sion)?["' :=]{1,4}[vV]?$/i;
const VERSION = /^\d{1,3}(?:\.\d{1,6}){1,4}(?:[a-z](?![a-z])|-[a-z]{1,6}\d{0,3}\b)?/;

/** Bytes of text looked at in front of a version and behind its beginning. */
const [BEFORE, BEHIND] = [48, 60];
/** Versions told of one library, and places with dots between digits that are looked at for them. */
const [MOST, PLACES] = [12, 50_000];

/** Gathers what the text of one native library says of versions. */
export class NativeVersions {
  readonly #own: RegExp | null;
  readonly #found = new Map<string, { readonly of: string | null; readonly value: string }>();
  #places = PLACES;

  /** @param library its file name, `libagora-rtc-sdk.so` */
  constructor(library: string) {
    const word = /^lib([A-Za-z][A-Za-z0-9]{3,30})/.exec(library)?.[1] ?? null;
    // Its own name, perhaps more words, and then a version of three numbers at least.
    this.#own = word === null ? null : new RegExp(`(?:^|[^A-Za-z0-9])(?:lib)?${word}[A-Za-z_ -]{0,24}[ /_:vV-]{1,3}$`, 'i');
  }

  /** Looks at a piece of the library's text. */
  add(bytes: Buffer): void {
    for (let dot = bytes.indexOf(DOT, 1); dot > 0; dot = bytes.indexOf(DOT, dot + 1)) {
      if (!isDigit(bytes[dot - 1]) || !isDigit(bytes[dot + 1])) continue;
      let start = dot;
      while (start > 0 && isDigit(bytes[start - 1])) start -= 1;
      // A dot before it: this is the middle of a version that was looked at.
      if (bytes[start - 1] === DOT || this.#found.size >= MOST || this.#places-- <= 0) continue;
      this.#look(bytes.toString('latin1', Math.max(0, start - BEFORE), start), bytes.toString('latin1', start, start + BEHIND));
    }
  }

  /** Versions, each with the name that stands in front of it; null where that is the library's own or an SDK's. */
  list(): { readonly of: string | null; readonly value: string }[] {
    return [...this.#found.values()];
  }

  #look(before: string, behind: string): void {
    const text = before.slice(before.lastIndexOf('\0') + 1);
    const value = VERSION.exec(behind)?.[0];
    if (value === undefined || text === '') return;
    const known = KNOWN.exec(text)?.[1] ?? null;
    const parts = value.split('.').length;
    if (known !== null || (parts >= 3 && this.#own?.test(text)) || OF_SDK.test(text)) {
      this.#found.set(`${known?.toLowerCase()} ${value}`, { of: known, value });
    }
  }
}

const DOT = 0x2e;

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
