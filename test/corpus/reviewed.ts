import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadRules, rulesVersion } from '../../shared/checks/registry.ts';
import { BUILT_IN } from '../../shared/checks/rulebook/built-in.ts';
import type { ListingFacts } from '../../shared/domain/facts/listing.ts';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import { NO_RECORDS } from '../../shared/domain/facts/records.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { parseListing } from '../../shared/knowledge/listing-schema.ts';
import { judge } from '../../shared/pledge/index.ts';
import { readPolicyDocument } from '../../shared/policy/index.ts';
import { corpus, DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { inspectFile } from '../fixtures/source.ts';

/** Packages for which an honest listing and policy were written, by their folder in `honest/`: what the app really does, told. */
const HONEST: Readonly<Record<string, RegExp>> = {
  'api-demos': /^ApiDemos-debug\.apk$/,
  'appium-settings': /^settings_apk-debug\.apk$/,
  'a2dp-volume': /a2dp\.Vol_137/,
  'sharesdk-sample': /MobClub_ShareSDK-for-Android\.android_X/,
  abcore: /app-prod-debug/,
};

/** Every real package that this machine has. */
export const PACKAGES: readonly string[] = [
  ...DEPENDENCY_APKS,
  ...(['apk', 'aab', 'hap', 'rpk', 'hostile'] as const).flatMap((kind) => corpus(kind)),
];

export const honestFolderOf = (path: string): string | null =>
  Object.entries(HONEST).find(([, name]) => name.test(basename(path)))?.[0] ?? null;

const HERE = new URL('./', import.meta.url);

/** A listing that agrees with the package in everything it says: what remains to find is in package and policy. */
function plainListing({ identity }: PackageFacts): ListingFacts {
  return {
    schema: 'listing-facts/1',
    app: {
      name: identity.label.zh ?? identity.label.default ?? identity.packageName ?? '样本',
      category: 38,
      filingNumber: '粤ICP备2026000001号-1A',
      audience: 'adults',
      ...(identity.packageName === null ? {} : { packageName: identity.packageName }),
      ...(identity.versionName === null ? {} : { versionName: identity.versionName }),
    },
    developer: { id: 'sample', name: '深圳市通用样本科技有限公司', kind: 'company', contact: { email: 'pi@tongyongyangben.cn' } },
    complaints: { phone: '0755-82501234' },
  };
}

function honestListing(folder: string): ListingFacts {
  const parsed = parseListing(JSON.parse(readFileSync(new URL(`honest/${folder}/listing.json`, HERE), 'utf8')));
  if (!parsed.ok) throw new Error(`${folder}: ${JSON.stringify(parsed.issues)}`);
  return parsed.listing;
}

/**
 * The verdict on a real package: with its honest listing and policy where there are some, else with a listing that agrees with it and
 * a complete policy of an app that collects nothing but feedback, so that whatever the package does beyond that is undisclosed.
 */
export async function review(path: string): Promise<Verdict> {
  const folder = honestFolderOf(path);
  const { facts } = await inspectFile(path);
  const file = folder === null ? 'generic-policy.md' : `honest/${folder}/policy.md`;
  const bytes = new Uint8Array(readFileSync(new URL(file, HERE)));
  const policy = await readPolicyDocument({ bytes, mediaType: 'text/markdown; charset=utf-8', fileName: 'policy.md' }, knowledge);
  const listing = folder === null ? plainListing(facts) : honestListing(folder);
  const rules = await loadRules();
  const records = { ...NO_RECORDS, reviewedOn: '2026-11-22' };
  return judge({ package: facts, policy, listing, records }, rules, rulesVersion(rules), BUILT_IN, knowledge);
}
