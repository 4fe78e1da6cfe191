import type { Evidence } from '../../../shared/domain/evidence.ts';
import { escapeForTerminal, excerptForTerminal } from '../escape.ts';

const EXCERPT = 160;
const shown = (value: string | undefined): string => (value === undefined ? '' : ` = ${excerptForTerminal(value, EXCERPT)}`);

/** One line that says where a finding can be seen: the place first, then what is there. Escaped. */
export function describeEvidence(evidence: Evidence): string {
  const e = escapeForTerminal;
  switch (evidence.type) {
    case 'manifest':
      return `manifest ${e(evidence.element)}${evidence.attribute ? ` @${e(evidence.attribute)}` : ''}${shown(evidence.value)}`;
    case 'code': {
      const { caller, count, reachedFrom, constant } = evidence;
      const of = constant === undefined ? '' : ` (${excerptForTerminal(constant, EXCERPT)})`;
      const from = caller ? ` ← ${e(caller.class)}.${e(caller.method)} @ ${caller.offset}` : '';
      const guard = reachedFrom?.guard ? ` ? ${excerptForTerminal(reachedFrom.guard, 60)}` : '';
      const reached = reachedFrom ? ` ⇐ ${reachedFrom.kind} ${e(reachedFrom.class)} (${reachedFrom.steps})${guard}` : '';
      return `code ${e(evidence.target)}${of}${from}${count > 1 ? ` (×${count})` : ''}${reached}`;
    }
    case 'resource':
      return `resource ${e(evidence.entry)}${e(evidence.element ?? '')}${evidence.attribute ? ` @${e(evidence.attribute)}` : ''}${shown(evidence.text)}`;
    case 'record':
      return `${evidence.record} ${e(evidence.id)} ${e(evidence.field)}${shown(evidence.value)}`;
    case 'policy':
      return `policy [${evidence.range[0]}–${evidence.range[1]}] “${excerptForTerminal(evidence.excerpt, EXCERPT)}”`;
    case 'policy-absence':
      return `policy (${evidence.characters} characters) ∌ ${excerptForTerminal(evidence.searched, EXCERPT)}`;
    case 'listing':
      return `listing ${e(evidence.field)}${shown(evidence.value)}`;
    case 'signature':
      return `signature ${e(evidence.certificate)}: ${excerptForTerminal(evidence.detail, EXCERPT)}`;
    case 'network':
      return `network ${e(evidence.url)}${evidence.status === undefined ? '' : ` → ${evidence.status}`}: ${excerptForTerminal(evidence.detail, EXCERPT)}`;
    case 'package': {
      const at = evidence.offset === undefined ? '' : ` @ ${evidence.offset}`;
      return `package ${e(evidence.entry)}${at}: ${excerptForTerminal(evidence.detail, EXCERPT)}`;
    }
  }
}
