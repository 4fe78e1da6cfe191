import type { Evidence } from '../../../../../../shared/domain/evidence.ts';
import type { Finding } from '../../../../../../shared/domain/finding.ts';
import { citationOf, UNVERIFIED } from '../../../../../../shared/domain/report/citation.ts';
import { readableTarget } from '../../../../../../shared/domain/report/code-names.ts';
import { FORCE_NAMES, SEVERITY_NAMES } from '../../../../../../shared/domain/report/names.ts';
import { ENTRY_NAMES, EVIDENCE_NAMES, LINK_NAMES, OWNER_NAMES } from '../../../../../../shared/domain/report/words.ts';
import type { Bilingual } from '../../../../../../shared/domain/text.ts';
import { visibleText } from '../../../shell/visible-characters.ts';
import type { ReportIndex } from '../report/report-index.ts';

type Say = (words: Bilingual) => string;

/** A finding as plain text, for a mail or a ticket: what, where, on what it rests, what to do. What cannot be seen is named there too. */
export function findingAsText(finding: Finding, index: ReportIndex, language: 'zh' | 'en'): string {
  const say: Say = (words) => words[language];
  const basis = finding.basis.map(({ instrument, article, verified, force }) => {
    const known = index.instruments.get(instrument);
    const name = known?.name ?? { zh: instrument, en: instrument };
    const doubt = verified ? '' : say({ zh: `（${UNVERIFIED.zh}）`, en: ` (${UNVERIFIED.en})` });
    return `${say(citationOf({ name, article: article ?? null }))} [${say(FORCE_NAMES[force])}]${doubt}`;
  });
  const lines = [
    `[${say(SEVERITY_NAMES[finding.severity])}] ${say(finding.title)} (${finding.rule})`,
    say(finding.text),
    '',
    say({ zh: '证据：', en: 'Evidence:' }),
    ...finding.evidence.map((piece) => `- ${evidenceAsText(piece, index, say)}`),
    '',
    say({ zh: '依据：', en: 'Legal basis:' }),
    ...basis.map((line) => `- ${line}`),
    '',
    `${say({ zh: '整改要求：', en: 'What to do: ' })}${say(finding.remedy)}`,
    `${say({ zh: '问题标识：', en: 'Fingerprint: ' })}${finding.fingerprint}`,
  ];
  return lines.map((line) => visibleText(line, 4_000)).join('\n');
}

const equals = (value: string | undefined): string => (value === undefined ? '' : ` = ${value}`);

/** One piece of evidence in a line (a call path in several). */
export function evidenceAsText(evidence: Evidence, index: ReportIndex, say: Say): string {
  const kind = say(EVIDENCE_NAMES[evidence.type]);
  switch (evidence.type) {
    case 'manifest':
      return `${kind} ${evidence.element}${evidence.attribute === undefined ? '' : ` @${evidence.attribute}`}${equals(evidence.value)}`;
    case 'resource':
      return `${kind} ${evidence.entry}${evidence.element === undefined ? '' : ` ${evidence.element}`}${evidence.attribute === undefined ? '' : ` @${evidence.attribute}`}${equals(evidence.text)}`;
    case 'code':
      return `${kind} ${codeAsText(evidence, index, say)}`;
    case 'policy':
      return `${kind} ${evidence.range[0]}–${evidence.range[1]}: “${evidence.excerpt}”`;
    case 'policy-absence':
      return `${kind} (${evidence.characters}): ${evidence.searched}`;
    case 'listing':
      return `${kind} ${evidence.field}${equals(evidence.value)}`;
    case 'record':
      return `${kind} ${evidence.id} ${evidence.field}${equals(evidence.value)}`;
    case 'signature':
      return `${kind} ${evidence.certificate}: ${evidence.detail}`;
    case 'network':
      return `${kind} ${evidence.url}${evidence.status === undefined ? '' : ` → HTTP ${evidence.status}`}: ${evidence.detail}`;
    case 'package':
      return `${kind} ${evidence.entry}${evidence.offset === undefined ? '' : ` @ ${evidence.offset}`}: ${evidence.detail}`;
  }
}

function codeAsText(code: Extract<Evidence, { type: 'code' }>, { sdks }: ReportIndex, say: Say): string {
  const { target, constant, caller, owner, reachedFrom } = code;
  const sdk = owner?.sdk == null ? undefined : sdks.get(owner.sdk);
  const whose =
    owner === undefined ? '' : ` [${say(OWNER_NAMES[owner.kind])}${sdk === undefined ? (owner.sdk ?? '') : ` ${say(sdk.name)}`}]`;
  const where = caller === undefined ? '' : ` ← ${caller.class}.${caller.method} @ ${caller.offset}`;
  const from = reachedFrom === undefined ? '' : `\n  ${say(ENTRY_NAMES[reachedFrom.kind])} ${reachedFrom.class}`;
  const path = (reachedFrom?.path ?? []).map(
    (step) => `\n  → ${step.class}.${step.method} @ ${step.offset} (${say(LINK_NAMES[step.link])})`,
  );
  return `${readableTarget(target)}${constant === undefined ? '' : ` (${constant})`}${whose}${where}${from}${path.join('')}`;
}
