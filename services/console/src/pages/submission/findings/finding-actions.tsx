import { App, Button } from 'antd';
import type { Finding } from '../../../../../../shared/domain/finding.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { visibleText } from '../../../shell/visible-characters.ts';
import { copyText } from '../report/copy-text.ts';
import { useReport } from '../report/report-context.tsx';
import { findingAsText } from './as-text.ts';

/** Copies, and the page that explains the rule. */
export function FindingActions({ finding }: { readonly finding: Finding }) {
  const { t, language } = useLanguage();
  const { message } = App.useApp();
  const index = useReport();
  const copy = async (text: string) => {
    if (await copyText(text)) void message.success(t({ zh: '已复制', en: 'Copied' }));
    else void message.error(t({ zh: '浏览器不允许复制，请手动选择文字', en: 'The browser refused; select the text by hand' }));
  };
  const link = () => {
    const address = new URL(window.location.href);
    address.hash = `finding-${finding.fingerprint}`;
    return address.href;
  };
  return (
    <div className="finding-actions">
      <Button size="small" onClick={() => void copy(link())}>
        {t({ zh: '复制链接', en: 'Copy link' })}
      </Button>
      <Button size="small" onClick={() => void copy(findingAsText(finding, index, language))}>
        {t({ zh: '复制为文本', en: 'Copy as text' })}
      </Button>
      <a href={`/rules/${finding.rule.split('/').map(encodeURIComponent).join('/')}.html`} target="_blank" rel="noreferrer">
        {t({ zh: '规则说明', en: 'About this rule' })} <code>{visibleText(finding.rule)}</code>
      </a>
      <span className="evidence-note">
        {t({ zh: '问题标识 ', en: 'Fingerprint ' })}
        <code>{finding.fingerprint}</code>
      </span>
    </div>
  );
}
