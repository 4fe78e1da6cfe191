import { categoryText, levelText, startText, versionText } from '../../domain/report/sdk-text.ts';
import type { ReportSdk } from '../../domain/report/sdk-view.ts';
import { SDK_IN_POLICY } from '../../domain/report/table-words.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Report } from '../report.ts';
import { hasSdkSection } from './html-sdks.ts';

/** SDKs that a comment lists; HTML, CSV and JSON have all. */
const MOST = 40;

/** The SDKs of the package, a line each, those that the policy does not name first. @param say escapes */
export function sdkLines(report: Report, say: (text: Bilingual) => string): string[] {
  if (!hasSdkSection(report)) return [];
  const { sdks, thirdParty } = report;
  const told = ({ policy }: ReportSdk): number => (policy === 'disclosed' ? 1 : 0);
  const left = sdks.length - MOST;
  return [
    `## ${say({ zh: '第三方SDK', en: 'Third-party SDKs' })} (${sdks.length})`,
    '',
    ...thirdParty.notes.flatMap((note) => [`> ${say(note)}`, '']),
    ...[...sdks]
      .sort((a, b) => told(a) - told(b))
      .slice(0, MOST)
      .map((sdk) => `- ${line(sdk, say)}`),
    ...(left > 0 ? [`- … +${left}`] : []),
    '',
  ];
}

function line(sdk: ReportSdk, say: (text: Bilingual) => string): string {
  const start = startText(sdk);
  const { zh, en } = SDK_IN_POLICY[sdk.policy];
  return [
    `**${say(sdk.name)}** ${say(versionText(sdk))}`,
    say(sdk.operator ?? { zh: '运营方未知', en: 'operator unknown' }),
    say(categoryText(sdk)),
    say(levelText(sdk)),
    ...(start === null ? [] : [say(start)]),
    say({ zh: `隐私政策：${zh}`, en: `policy: ${en}` }),
  ].join(' · ');
}
