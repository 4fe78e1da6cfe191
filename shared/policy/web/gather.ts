import type { Clock, Fetch, Render } from '../../domain/ports.ts';
import type { GatheredPage, GatheredPart, GatheredPolicy } from './gathered.ts';
import type { PageQuestion } from './page.ts';
import { type PartLink, sameDocument } from './part-links.ts';
import type { PageSurvey } from './survey.ts';

/** What gathering asks of the world. `survey` parses hostile bytes, so the caller decides where that happens. */
export interface GatheringPorts {
  /** Told what it is for: a policy may be worth another try, a sub-document is not. */
  readonly fetch: (...asked: [...Parameters<Fetch>, role: PageQuestion['role']]) => ReturnType<Fetch>;
  /** Null where no browser is configured: what needs one is then not read. */
  readonly render: Render | null;
  readonly survey: (page: GatheredPage, role: PageQuestion['role']) => Promise<PageSurvey>;
  readonly clock: Clock;
}

export interface GatheringLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly renderTimeoutMs: number;
}

/** Sub-documents that are fetched; the others are told as not read. */
const MOST_PARTS = 6;
/** Of each sub-document: a list is small, and six of them must not keep a verdict waiting. */
const PART_LIMITS = { maxBytes: 4 * 1024 * 1024, timeoutMs: 10_000 };
/** Sub-documents that are fetched at a time; most lie on one server. */
const AT_A_TIME = 3;
/** Sub-documents for which a browser may be started. */
const MOST_RENDERED_PARTS = 3;
/** Pages that may lead on to the next before a policy is given up. */
const MOST_STEPS = 4;

/**
 * Gets a policy from its address: through pages that only lead on, with its scripts run where its text needs them and a browser is
 * there, and with the sub-documents that it links, one level deep. Whatever cannot be had is told in the answer, never thrown.
 */
export async function gatherPolicy(url: string, ports: GatheringPorts, limits: GatheringLimits): Promise<GatheredPolicy> {
  const { page, survey } = await arrive(url, 'policy', ports, limits);
  const links = survey.links.filter((link) => link.url === null || sameDocument(link.url) !== sameDocument(url));
  return { url, page, parts: await gatherParts(links, ports, limits) };
}

/** Fetches sub-documents, at most six; the answer has one entry for each link, in their order. */
export async function gatherParts(
  links: readonly PartLink[],
  ports: GatheringPorts,
  limits: GatheringLimits,
): Promise<readonly GatheredPart[]> {
  const wanted = links.filter(({ url }) => url !== null).slice(0, MOST_PARTS);
  const had = new Map<PartLink, GatheredPage>();
  const each = {
    ...limits,
    maxBytes: Math.min(PART_LIMITS.maxBytes, limits.maxBytes),
    timeoutMs: Math.min(PART_LIMITS.timeoutMs, limits.timeoutMs),
  };
  let renderings = 0;
  const render: Render | null =
    ports.render && ((...asked) => (renderings++ < MOST_RENDERED_PARTS ? ports.render!(...asked) : BUSY));
  const left = wanted.values();
  const take = async (): Promise<void> => {
    for (const link of left) had.set(link, (await arrive(link.url!, 'part', { ...ports, render }, each)).page);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, take));
  return links.map((link): GatheredPart => {
    const page = had.get(link) ?? null;
    return { link, page, reason: page !== null ? null : link.url === null ? 'no-address' : 'too-many' };
  });
}

const BUSY = Promise.resolve({ ok: false, failure: 'render-busy', detail: 'enough pages of this policy were rendered' } as const);

/** Follows pages that only lead on, and runs scripts, until there is a page to be read. */
async function arrive(
  url: string,
  role: PageQuestion['role'],
  ports: GatheringPorts,
  limits: GatheringLimits,
): Promise<{ readonly page: GatheredPage; readonly survey: PageSurvey }> {
  const seen = new Set([sameDocument(url)]);
  let page = await get(url, role, ports, limits);
  for (let step = 0; ; step += 1) {
    const survey = await ports.survey(page, role);
    const { next } = survey;
    if (next === null || step === MOST_STEPS) return { page, survey };
    if (next.kind === 'render') {
      if (ports.render === null) return { page, survey };
      page = {
        ...page,
        rendered: await ports.render(withFragment(page), { maxBytes: limits.maxBytes, timeoutMs: limits.renderTimeoutMs }),
      };
      continue;
    }
    if (seen.has(sameDocument(next.url))) return { page, survey };
    seen.add(sameDocument(next.url));
    page = await get(next.url, role, ports, limits);
  }
}

async function get(
  url: string,
  role: PageQuestion['role'],
  { fetch, clock }: GatheringPorts,
  { maxBytes, timeoutMs }: GatheringLimits,
): Promise<GatheredPage> {
  const at = clock().toISOString();
  return { url, at, fetched: await fetch(url, { maxBytes, timeoutMs }, role), rendered: null };
}

/** Where redirects ended, with the fragment of the address that was asked for: a route of the page's own. */
function withFragment({ url, fetched }: GatheredPage): string {
  if (!fetched.ok) return url;
  const final = new URL(fetched.document.finalUrl);
  if (final.hash === '') final.hash = new URL(url).hash;
  return final.href;
}
