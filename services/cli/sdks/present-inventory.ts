import {
  calledText,
  categoryText,
  disclosureText,
  foundText,
  levelText,
  startText,
  statedText,
  unknownCodePlaces,
  versionPlaces,
  versionText,
} from '../../../shared/domain/report/sdk-text.ts';
import { CONFIDENCE } from '../../../shared/domain/report/table-words.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { SdkInventory } from '../../../shared/pledge/sdk-inventory.ts';
import type { Language } from '../console.ts';
import { escapeForTerminal, excerptForTerminal } from '../escape.ts';
import { Page } from '../present/page.ts';

const WORDS = {
  sdks: { zh: '第三方SDK', en: 'Third-party SDKs' },
  version: { zh: '版本', en: 'version' },
  operator: { zh: '运营方未知', en: 'operator unknown' },
  none: { zh: '没有发现知识库认得的SDK', en: 'no SDK that the knowledge knows was found' },
  stated: { zh: '提供者说明收集', en: 'collects by its vendor’s word' },
  called: { zh: '代码可调用', en: 'its code can call for' },
  unknown: { zh: '未识别的第三方代码', en: 'Unknown third-party code' },
  limits: { zh: '本清单的局限', en: 'What limits this list' },
} as const;

/** Excerpts of a policy are cut at so many characters on a terminal. */
const EXCERPT = 120;

/** The third-party code of a package for a person at a terminal. */
export function presentInventory({ app, sdks, thirdParty, policy }: SdkInventory, language: Language): string {
  const page = new Page(language);
  page.line(
    `${escapeForTerminal(app.packageName ?? '?')} ${escapeForTerminal(app.versionName ?? '?')}  SHA-256 ${app.sha256}`,
    0,
  );
  page.heading(WORDS.sdks, String(sdks.length));
  if (sdks.length === 0) page.line(page.inline(WORDS.none));
  for (const sdk of sdks) {
    const said = (text: Bilingual) => page.inline(text, ' / ');
    page.line(`${said(sdk.name)}  ${page.inline(WORDS.version)} ${said(versionText(sdk))}`);
    page.line(`${said(levelText(sdk))}  ${said(CONFIDENCE[sdk.confidence])}  ${said(categoryText(sdk))}`, 4);
    page.line(said(sdk.operator ?? WORDS.operator), 4);
    const [stated, called] = [statedText(sdk.takes), calledText(sdk.takes)];
    if (stated.zh !== '') page.paragraph(stated, 4, `${page.inline(WORDS.stated)}: `);
    if (called.zh !== '') page.paragraph(called, 4, `${page.inline(WORDS.called)}: `);
    const start = startText(sdk);
    for (const line of [...(start === null ? [] : [start]), ...foundText(sdk), ...versionPlaces(sdk), ...sdk.reasons])
      page.paragraph(line, 4, '· ');
    if (policy !== null || sdk.listing !== null) page.paragraph(disclosureText(sdk), 4);
    for (const { excerpt, range } of sdk.policyPlaces)
      page.line(`“${excerptForTerminal(excerpt.replace(/\s+/g, ' '), EXCERPT)}” [${range.join(', ')})`, 6);
  }
  if (thirdParty.unknown.length > 0) page.heading(WORDS.unknown, String(thirdParty.unknown.length + thirdParty.unknownOmitted));
  for (const code of thirdParty.unknown) {
    page.line(escapeForTerminal(code.package));
    for (const place of unknownCodePlaces(code)) page.paragraph(place, 4, '· ');
    if (code.takes.length > 0) page.paragraph(calledText(code.takes), 4, `${page.inline(WORDS.called)}: `);
  }
  if (thirdParty.notes.length > 0) page.heading(WORDS.limits);
  for (const note of thirdParty.notes) page.paragraph(note);
  return page.toString();
}
