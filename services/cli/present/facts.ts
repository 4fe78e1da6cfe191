import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { DetectedSdk } from '../../../shared/knowledge/sdks/detect.ts';
import type { Language } from '../console.ts';
import { escapeForTerminal, excerptForTerminal } from '../escape.ts';
import { COVERAGE_LABELS, WORDS } from './labels.ts';
import { Page } from './page.ts';

/** Entries of a long list that a page shows; the JSON has all. */
const SHOWN = 30;

function list<Item>(page: Page, heading: Bilingual, items: readonly Item[], describe: (item: Item) => string): void {
  page.heading(heading, String(items.length));
  for (const item of items.slice(0, SHOWN)) page.line(describe(item));
  if (items.length > SHOWN) page.line(`… +${items.length - SHOWN}`);
}

/** A package's facts for a person at a terminal; says nothing about whether they are right. */
export function presentFacts(facts: PackageFacts, sdks: readonly DetectedSdk[], language: Language): string {
  const page = new Page(language);
  const e = escapeForTerminal;
  const { identity } = facts;
  const label = identity.label.zh ?? identity.label.default ?? '–';
  page.heading(
    WORDS.package,
    `${e(identity.packageName ?? '?')} ${e(identity.versionName ?? '?')} (${identity.versionCode ?? '?'})`,
  );
  page.line(
    `${excerptForTerminal(label, 80)}  ${facts.format}, ${facts.size} bytes, SDK ${identity.minSdk ?? '?'}–${identity.targetSdk ?? '?'}`,
  );
  page.line(`SHA-256 ${facts.sha256}`);
  list(page, WORDS.permissions, facts.permissions, ({ name, maxSdkVersion }) =>
    maxSdkVersion === undefined ? e(name) : `${e(name)} (≤ API ${maxSdkVersion})`,
  );
  list(
    page,
    WORDS.components,
    facts.components,
    (component) => `${component.kind} ${e(component.name)}${component.exported ? ' exported' : ''}`,
  );
  list(page, WORDS.sdks, sdks, ({ sdk, level, confidence }) => `${page.inline(sdk.name, ' / ')} (${level}, ${confidence})`);
  list(page, WORDS.apis, facts.code.apiUses, ({ target, count }) => `${e(target)} ×${count}`);
  const certificates = facts.signing.signers.flatMap((signer) =>
    signer.certificates.map((certificate) => ({ signer, certificate })),
  );
  list(
    page,
    WORDS.certificates,
    certificates,
    ({ signer, certificate }) => `${signer.scheme} ${e(certificate.subject)} SHA-256 ${certificate.sha256}`,
  );
  page.heading(WORDS.coverage, page.inline(COVERAGE_LABELS[facts.coverage.level]));
  for (const reason of facts.coverage.reasons) page.paragraph(reason);
  if (facts.gaps.length > 0) page.heading(WORDS.gaps, String(facts.gaps.length));
  for (const gap of facts.gaps) page.paragraph(gap.message, 2, `${e(gap.code)} @ ${e(gap.place)}: `);
  return page.toString();
}
