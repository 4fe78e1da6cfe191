/**
 * Address of the page that explains a rule.
 * @param base what stands before the path: the public address of the service, empty for a path on the same host; null where no pages are
 *   served (the command line)
 */
export function ruleUrl(base: string | null, rule: string): string | null {
  return base === null ? null : `${base}/rules/${rule.split('/').map(encodeURIComponent).join('/')}.html`;
}
