/** The few things of the world that pure code may ask for; `shared/platform` provides them. */

/** Random access to bytes that may lie on a disk, in an object store, or behind a message port. */
export interface ByteSource {
  /** Bytes in all. */
  readonly size: number;
  /**
   * Exactly `length` bytes from `offset`, or fewer only at the end of the source.
   * @throws TransientError when the place cannot be reached.
   */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** One guarded HTTP(S) exchange: addresses checked after resolution and on every redirect, size and time capped. */
export interface FetchedDocument {
  /** Where redirects ended. */
  readonly finalUrl: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded from its content encoding, at most the cap. */
  readonly bytes: Uint8Array;
}

/**
 * Why nothing could be fetched. `private-address` and `bad-url` are the submitter's fault; the others may pass.
 */
export type FetchFailure =
  | 'bad-url'
  | 'private-address'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  | 'bad-encoding';

export type Fetch = (
  url: string,
  limits: { readonly maxBytes: number; readonly timeoutMs: number },
) => Promise<
  | { readonly ok: true; readonly document: FetchedDocument }
  | { readonly ok: false; readonly failure: FetchFailure; readonly detail: string }
>;

/**
 * Why a page could not be rendered. `render-private-address` and `render-fetch`: its document itself could not be had; `render-crashed`:
 * the browser did not start or did not survive; `render-busy`: too many wait already.
 */
export type RenderFailure =
  | 'render-timeout'
  | 'render-crashed'
  | 'render-too-large'
  | 'render-fetch'
  | 'render-private-address'
  | 'render-busy';

/** What stands in a page after its scripts have run. */
export interface RenderedPage {
  /** Where its scripts ended up. */
  readonly finalUrl: string;
  /** The document as HTML in UTF-8, at most the cap. */
  readonly html: Uint8Array;
}

/** A browser that runs a page's scripts, whose every request goes through the guard of `Fetch`. Never throws for what the page does. */
export type Render = (
  url: string,
  limits: { readonly maxBytes: number; readonly timeoutMs: number },
) => Promise<
  | { readonly ok: true; readonly page: RenderedPage }
  | { readonly ok: false; readonly failure: RenderFailure; readonly detail: string }
>;

export type Clock = () => Date;
