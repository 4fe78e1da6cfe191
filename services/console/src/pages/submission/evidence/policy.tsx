import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Evidence } from '../../../../../../shared/domain/evidence.ts';
import { get } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { useReport } from '../report/report-context.tsx';
import { cutPassage, type PolicyWindow, windowAround } from './policy-window.ts';
import { Snapshot } from './snapshot.tsx';

type Policy = Extract<Evidence, { type: 'policy' }>;

/** The sentence of the policy, marked, with the words around it; more of them on request. */
export function PolicyEvidence({ evidence: { snapshot, range, excerpt } }: { readonly evidence: Policy }) {
  const { t } = useLanguage();
  const { report, passages } = useReport();
  const [widened, setWidened] = useState(0);
  const same = snapshot === report.policy.sha256;
  const passage = same ? passages.get(`${range[0]}-${range[1]}`) : undefined;
  return (
    <>
      <div>
        {t({ zh: `第 ${range[0]}–${range[1]} 字`, en: `characters ${range[0]}–${range[1]}` })}
        {!same && (
          <b className="evidence-warning">
            {t({ zh: '（与本报告的政策快照不同）', en: ' (of another snapshot than this report’s)' })}
          </b>
        )}
      </div>
      {widened === 0 ? (
        <blockquote className="policy-quote">
          {passage === undefined ? null : <Untrusted text={passage.before} most={600} lines />}
          <mark>
            <Untrusted text={passage?.text ?? excerpt} most={1_000} lines />
          </mark>
          {passage === undefined ? null : <Untrusted text={passage.after} most={600} lines />}
        </blockquote>
      ) : (
        <Widened range={range} snapshot={snapshot} times={widened} excerpt={excerpt} />
      )}
      {same && (
        <Button size="small" type="link" onClick={() => setWidened(widened + 1)}>
          {t({ zh: '显示更多上下文', en: 'Show more context' })}
        </Button>
      )}
      {widened > 0 && (
        <Button size="small" type="link" onClick={() => setWidened(0)}>
          {t({ zh: '收起上下文', en: 'Less context' })}
        </Button>
      )}
      <Snapshot sha256={snapshot} />
    </>
  );
}

interface WidenedGiven {
  readonly range: Policy['range'];
  readonly snapshot: string;
  readonly times: number;
  readonly excerpt: string;
}

function Widened({ range, snapshot, times, excerpt }: WidenedGiven) {
  const { t } = useLanguage();
  const { submission, report } = useReport();
  const { from, to } = windowAround(range, times);
  const query = useQuery({
    queryKey: ['submission', submission, 'policy', report.submission.run, from, to],
    queryFn: ({ signal }) =>
      get<PolicyWindow>(`/v1/review/submissions/${encodeURIComponent(submission)}/policy`, { from, to }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  if (query.data === undefined)
    return (
      <blockquote className="policy-quote">
        <mark>
          <Untrusted text={excerpt} most={1_000} lines />
        </mark>
        <div className="evidence-note" role="status">
          {query.isError
            ? query.error instanceof ApiProblem
              ? t(query.error.detail)
              : t({ zh: '未能取得政策原文', en: 'The text of the policy did not come' })
            : t({ zh: '正在取政策原文 …', en: 'Fetching the text of the policy …' })}
        </div>
      </blockquote>
    );
  const parts = cutPassage(query.data, range);
  return (
    <>
      {query.data.snapshot !== snapshot && (
        <div className="evidence-warning">
          {t({
            zh: '服务器保存的政策快照已不同，标记可能错位',
            en: 'The snapshot kept by now is another one; the mark may be off',
          })}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <blockquote className="policy-quote policy-wide" tabIndex={0}>
        {query.data.from > 0 && '… '}
        <Untrusted text={parts.before} most={20_000} lines />
        <mark>
          <Untrusted text={parts.marked} most={20_000} lines />
        </mark>
        <Untrusted text={parts.after} most={20_000} lines />
        {query.data.to < query.data.total && ' …'}
      </blockquote>
      <div className="evidence-note">
        {t({
          zh: `第 ${query.data.from}–${query.data.to} 字，全文 ${query.data.total} 字`,
          en: `characters ${query.data.from}–${query.data.to} of ${query.data.total}`,
        })}
      </div>
    </>
  );
}
