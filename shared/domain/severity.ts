/** How strongly a finding acts on the decision, weakest first. A rule's ceiling is one of these too. */
export const SEVERITIES = ['warn', 'review', 'reject'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The weaker of two severities: no finding is ever stronger than its rule's ceiling. */
export function weaker(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b) ? a : b;
}

/** Sorts the strongest severity first. */
export function bySeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(b) - SEVERITIES.indexOf(a);
}
