import type { PackageFacts, PackageFormat } from '../../shared/domain/facts/package.ts';
import type { Bilingual } from '../../shared/domain/text.ts';
import { emptyFacts } from '../../shared/inspection/empty.ts';

const REASONS = {
  'inspection-timeout': {
    zh: '安装包解析超过时限，未能得到任何事实',
    en: 'The inspection of the package passed its deadline; nothing is known of its content',
  },
  'inspection-crashed': {
    zh: '安装包解析进程异常终止（可能因内存耗尽），未能得到任何事实',
    en: 'The inspection of the package crashed, possibly out of memory; nothing is known of its content',
  },
} as const satisfies Record<string, Bilingual>;

/**
 * Facts of a package whose inspection had to be ended: nothing but its name tags, a gap that says why, and no coverage, so that the
 * verdict names it and cannot be an approval.
 * @param inspector under which they are kept; see `unreadInspector`
 */
export function unreadPackage(
  stored: { readonly sha256: string; readonly bytes: number; readonly format: PackageFormat },
  inspector: string,
  code: keyof typeof REASONS,
): PackageFacts {
  const message = REASONS[code];
  return {
    schema: 'package-facts/2',
    inspector,
    format: stored.format,
    sha256: stored.sha256,
    size: stored.bytes,
    ...emptyFacts(),
    tampering: [],
    coverage: { level: 'none', reasons: [message] },
    gaps: [{ code, place: stored.sha256, message, affects: 'package' }],
  };
}

/**
 * Facts are kept for ever under the package's hash and the inspector's version, but that an inspection was ended says as much about
 * the machine's load as about the package. Hence a version of its own for this run alone: the next submission of the same
 * bytes is inspected again.
 */
export function unreadInspector(inspector: string, submissionId: string, run: number): string {
  return `${inspector}+unread.${submissionId}.${run}`;
}
