import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import type { DetectedSdk } from '../../../shared/knowledge/sdks/detection/detect.ts';
import type { Language } from '../console.ts';
import { escapeForTerminal as e, excerptForTerminal } from '../escape.ts';
import { presentCode } from './facts-code.ts';
import { presentContents } from './facts-contents.ts';
import { COVERAGE_LABELS, SIGNATURE_LABELS, WORDS } from './labels.ts';
import { list, listAny } from './list.ts';
import { Page } from './page.ts';

/** A package's facts for a person at a terminal; says nothing about whether they are right. */
export function presentFacts(facts: PackageFacts, sdks: readonly DetectedSdk[], language: Language): string {
  const page = new Page(language);
  presentIdentity(page, facts);
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
  presentCode(page, facts.code);
  presentContents(page, facts);
  presentSigning(page, facts);
  page.heading(WORDS.coverage, page.inline(COVERAGE_LABELS[facts.coverage.level]));
  for (const reason of facts.coverage.reasons) page.paragraph(reason);
  if (facts.gaps.length > 0) page.heading(WORDS.gaps, String(facts.gaps.length));
  for (const gap of facts.gaps) page.paragraph(gap.message, 2, `${e(gap.code)} @ ${e(gap.place)}: `);
  return page.toString();
}

function presentIdentity(page: Page, { identity, format, size, sha256, platform }: PackageFacts): void {
  const label = identity.label.zh ?? identity.label.default ?? '–';
  page.heading(
    WORDS.package,
    `${e(identity.packageName ?? '?')} ${e(identity.versionName ?? '?')} (${identity.versionCode ?? '?'})`,
  );
  const levels = platform === 'android' ? `, SDK ${identity.minSdk ?? '?'}–${identity.targetSdk ?? '?'}` : '';
  page.line(`${excerptForTerminal(label, 80)}  ${format}, ${size} bytes${levels}`);
  page.line(`SHA-256 ${sha256}`);
}

function presentSigning(page: Page, { signing }: PackageFacts): void {
  page.heading(WORDS.signature, page.inline(SIGNATURE_LABELS[signing.verified]));
  for (const { scheme, result, problems } of signing.results ?? []) {
    page.line(`${scheme} ${page.inline(SIGNATURE_LABELS[result])}`);
    for (const { code, message } of problems) page.paragraph(message, 4, `${e(code)}: `);
  }
  const certificates = signing.signers.flatMap((signer) => signer.certificates.map((certificate) => ({ signer, certificate })));
  list(
    page,
    WORDS.certificates,
    certificates,
    ({ signer, certificate }) => `${signer.scheme} ${e(certificate.subject)} SHA-256 ${certificate.sha256}`,
  );
  listAny(
    page,
    WORDS.lineage,
    signing.lineage ?? [],
    ({ sha256, capabilities }) => `${sha256} (${capabilities.map(e).join(', ')})`,
  );
}
