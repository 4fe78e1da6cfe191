import { useRef } from 'react';
import type { RulebookRemark } from '../../../../../shared/domain/review/rulebook-view.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import type { useCheck } from './use-trial.ts';

interface Given {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly check: ReturnType<typeof useCheck>;
}

/** The text of the rulebook, with what is wrong in it by line. */
export function Editor({ text, onText, check }: Given) {
  const { t } = useLanguage();
  const field = useRef<HTMLTextAreaElement>(null);
  const { data, error } = check;
  const show = ({ line, column }: RulebookRemark) => {
    const place =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length +
      (line > 1 ? 1 : 0) +
      column -
      1;
    field.current?.focus();
    field.current?.setSelectionRange(place, place);
  };
  return (
    <>
      <label htmlFor="rulebook-text">{t({ zh: '规则库文本（YAML）', en: 'Text of the rulebook (YAML)' })}</label>
      <textarea
        ref={field}
        id="rulebook-text"
        className="rulebook-text"
        rows={20}
        spellCheck={false}
        wrap="off"
        value={text}
        aria-describedby="rulebook-remarks"
        aria-invalid={data?.valid === false}
        onChange={(event) => onText(event.target.value)}
      />
      <div id="rulebook-remarks" aria-live="polite">
        {error !== null && (
          <p role="alert">
            {error instanceof ApiProblem ? t(error.detail) : t({ zh: '未能检查', en: 'It could not be checked' })}
          </p>
        )}
        {data?.valid === true && data.warnings.length === 0 && (
          <p className="rulebook-good">{t({ zh: '文本无误。', en: 'No faults.' })}</p>
        )}
        <Remarks title={t({ zh: '错误', en: 'Faults' })} list={data?.faults ?? []} onShow={show} grave />
        <Remarks title={t({ zh: '提示', en: 'Remarks' })} list={data?.warnings ?? []} onShow={show} />
      </div>
    </>
  );
}

interface RemarksGiven {
  readonly title: string;
  readonly list: readonly RulebookRemark[];
  readonly onShow: (remark: RulebookRemark) => void;
  readonly grave?: boolean;
}

function Remarks({ title, list, onShow, grave = false }: RemarksGiven) {
  const { t } = useLanguage();
  if (list.length === 0) return null;
  return (
    <>
      <h3>
        {title} {list.length}
      </h3>
      <ul className={grave ? 'rulebook-remarks rulebook-faults' : 'rulebook-remarks'}>
        {list.map((remark) => (
          <li key={`${remark.line} ${remark.column} ${remark.path} ${remark.text.en}`}>
            <button type="button" onClick={() => onShow(remark)}>
              {t({ zh: `第 ${remark.line} 行第 ${remark.column} 列`, en: `line ${remark.line}, column ${remark.column}` })}
            </button>{' '}
            <Untrusted text={remark.path} most={120} /> <Untrusted text={t(remark.text)} />
          </li>
        ))}
      </ul>
    </>
  );
}
