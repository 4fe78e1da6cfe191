import type { Fetch, Render } from '../../domain/ports.ts';
import type { PartLink } from './part-links.ts';

/** A page as it was fetched, and as it stood after its scripts ran where a browser had to run them. Plain data: it crosses threads. */
export interface GatheredPage {
  /** The address that was asked for. */
  readonly url: string;
  /** ISO time at which it was had. */
  readonly at: string;
  readonly fetched: Awaited<ReturnType<Fetch>>;
  /** Null where no browser was asked. */
  readonly rendered: Awaited<ReturnType<Render>> | null;
}

/** A sub-document that the policy links. `page` is null where it was not asked for, and `reason` says why. */
export interface GatheredPart {
  readonly link: PartLink;
  readonly page: GatheredPage | null;
  readonly reason: 'no-address' | 'too-many' | 'not-fetched' | null;
}

/** Everything that was fetched to read a policy. */
export interface GatheredPolicy {
  /** The address of the listing; the page may be another one, to which it led. */
  readonly url: string;
  readonly page: GatheredPage;
  readonly parts: readonly GatheredPart[];
}
