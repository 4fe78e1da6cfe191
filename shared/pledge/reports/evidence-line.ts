import { ENTRY_NAMES } from '../../checks/reachability.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { readableTarget } from '../../domain/report/code-names.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Report } from '../report.ts';
import { EVIDENCE_NAMES, LISTING_FIELDS, OWNER_NAMES, RECORD_NAMES } from './wording.ts';

/** How a format writes the parts of a line: words of ours, names out of the package, text of others. */
export interface Pen {
  readonly say: (text: Bilingual) => string;
  readonly code: (text: string) => string;
  readonly quote: (text: string) => string;
}

/** One line that says where a finding can be seen and what stands there. */
export function evidenceLine(evidence: Evidence, report: Report, pen: Pen): string {
  return [pen.say(EVIDENCE_NAMES[evidence.type]), ...parts(evidence, report, pen)].filter((part) => part !== '').join(' ');
}

const equals = (value: string | undefined, pen: Pen): string => (value === undefined ? '' : `= ${pen.code(value)}`);

function parts(evidence: Evidence, report: Report, pen: Pen): string[] {
  switch (evidence.type) {
    case 'manifest':
      return [
        pen.code(evidence.element),
        evidence.attribute ? pen.code(`@${evidence.attribute}`) : '',
        equals(evidence.value, pen),
      ];
    case 'code':
      return codeParts(evidence, report, pen);
    case 'resource':
      return [
        pen.code(evidence.entry + (evidence.element ?? '')),
        evidence.attribute ? pen.code(`@${evidence.attribute}`) : '',
        evidence.text === undefined ? '' : pen.quote(evidence.text),
      ];
    case 'record':
      return [
        pen.say(RECORD_NAMES[evidence.record]),
        pen.code(evidence.id),
        pen.code(evidence.field),
        equals(evidence.value, pen),
      ];
    case 'policy': {
      const [start, end] = evidence.range;
      return [pen.say({ zh: `第 ${start}–${end} 字`, en: `characters ${start}–${end}` }), pen.quote(evidence.excerpt)];
    }
    case 'policy-absence':
      return [
        pen.say({ zh: `（全文 ${evidence.characters} 字）`, en: `(${evidence.characters} characters):` }),
        pen.quote(evidence.searched),
      ];
    case 'listing': {
      const name = LISTING_FIELDS[evidence.field];
      return [name === undefined ? '' : pen.say(name), pen.code(evidence.field), equals(evidence.value, pen)];
    }
    case 'signature':
      return [pen.code(evidence.certificate), pen.quote(evidence.detail)];
    case 'network':
      return [pen.code(evidence.url), evidence.status === undefined ? '' : `HTTP ${evidence.status}`, pen.quote(evidence.detail)];
    case 'package':
      return [pen.code(evidence.entry), evidence.offset === undefined ? '' : `@ ${evidence.offset}`, pen.quote(evidence.detail)];
  }
}

function codeParts(evidence: Evidence & { type: 'code' }, report: Report, pen: Pen): string[] {
  const { target, constant, caller, count, owner, reachedFrom } = evidence;
  const sdk = owner?.sdk ? (report.sdks.find(({ id }) => id === owner.sdk)?.name ?? { zh: owner.sdk, en: owner.sdk }) : null;
  const whose: Bilingual | null = owner
    ? {
        zh: `（${OWNER_NAMES[owner.kind].zh}${sdk ? `：${sdk.zh}` : ''}）`,
        en: `(${OWNER_NAMES[owner.kind].en}${sdk ? `: ${sdk.en}` : ''})`,
      }
    : null;
  return [
    pen.code(readableTarget(target)),
    constant === undefined ? '' : pen.code(constant),
    caller ? `← ${pen.code(`${caller.class}.${caller.method}`)} @ ${caller.offset}` : '',
    count > 1 ? `×${count}` : '',
    whose === null ? '' : pen.say(whose),
    reachedFrom ? `⇐ ${pen.say(ENTRY_NAMES[reachedFrom.kind])} ${pen.code(reachedFrom.class)}` : '',
  ];
}
