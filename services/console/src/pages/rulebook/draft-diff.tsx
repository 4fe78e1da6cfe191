import { useMemo } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { type DiffLine, lineDiff } from './line-diff.ts';

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;

/** What the draft changes of the file. */
export function DraftDiff({ file, text }: { readonly file: string; readonly text: string }) {
  const { t } = useLanguage();
  const lines = useMemo(() => lineDiff(file, text), [file, text]);
  return (
    <section aria-labelledby="draft-diff">
      <h3 id="draft-diff">{t({ zh: '与现行文件的差异', en: 'What it changes of the file' })}</h3>
      {lines === null ? (
        <p>{t({ zh: '差异过大，不逐行显示。', en: 'The texts are too different to be shown line by line.' })}</p>
      ) : (
        <div className="rulebook-diff">
          {lines.map((line) => (
            <Line key={line.key} kind={line.kind} text={line.text} />
          ))}
        </div>
      )}
    </section>
  );
}

function Line({ kind, text }: Pick<DiffLine, 'kind' | 'text'>) {
  const { t } = useLanguage();
  if (kind === 'skipped')
    return <div className="rulebook-quiet">{t({ zh: `……（${text} 行）……`, en: `… (${text} lines) …` })}</div>;
  const said =
    kind === 'added' ? t({ zh: '新增：', en: 'added: ' }) : kind === 'removed' ? t({ zh: '删除：', en: 'removed: ' }) : null;
  return (
    <div className={`rulebook-line rulebook-line-${kind}`}>
      <span aria-hidden="true">{SIGNS[kind]} </span>
      {said !== null && <span className="visually-hidden">{said}</span>}
      <Untrusted text={text} most={300} lines />
    </div>
  );
}
