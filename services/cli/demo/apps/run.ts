import { followed, type Shown } from '../run.ts';
import type { Site } from '../site.ts';
import type { Reviewers } from '../staff.ts';
import type { StoreClient } from '../store-client.ts';
import { packageOf, Signers } from './build.ts';
import { listingOf } from './listing.ts';
import { policyOf } from './policy.ts';
import { type DemoApp, type WholeVersion, wholeVersions } from './recipe.ts';
import { reviewVersion } from './review.ts';

/** A version after its way through machine and reviewers. */
export interface ReviewedVersion {
  readonly app: string;
  readonly version: string;
  readonly submission: string;
  readonly expected: string;
  readonly decided: string;
}

/** Submits all versions of all apps: those of an app one after the other, as they come in life, the apps side by side. */
export async function reviewApps(
  apps: readonly DemoApp[],
  store: StoreClient,
  site: Site,
  reviewers: Reviewers,
  show: Shown,
): Promise<readonly ReviewedVersion[]> {
  const signers = new Signers();
  const all = await Promise.all(
    apps.map(async (app, turn) => {
      const done: ReviewedVersion[] = [];
      for (const whole of wholeVersions(app)) done.push(await reviewOne(whole, signers, store, site, reviewers, turn, show));
      return done;
    }),
  );
  return all.flat();
}

async function reviewOne(
  whole: WholeVersion,
  signers: Signers,
  store: StoreClient,
  site: Site,
  reviewers: Reviewers,
  turn: number,
  show: Shown,
): Promise<ReviewedVersion> {
  const { app, version } = whole;
  const { id } = await store.submit({
    package: new Blob([new Uint8Array(packageOf(whole, signers))]),
    packageName: `${app.packageName}-${version.version}.apk`,
    listing: listingOf(whole),
    policy: { name: 'privacy-policy.md', content: new Blob([policyOf(whole)]) },
    callbackUrl: `${site.url}/callbacks`,
  });
  const decided = await followed(id, store, site, () => undefined);
  if (version.review !== undefined) await reviewVersion(id, version.review, reviewers, store, turn);
  show(`${app.name} ${version.version}`);
  return { app: app.name, version: version.version, submission: id, expected: version.expect, decided };
}
