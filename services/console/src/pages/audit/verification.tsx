import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { get } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.tsx';

interface Verified {
  readonly entries: number;
  readonly broken: string | null;
  readonly head: string | null;
  readonly checkedAt: string;
}

/** A log of millions takes a while to be hashed again. */
const TIMEOUT_MS = 120_000;

/** Has the chain of the log verified, and says what came of it in words. */
export function Verification() {
  const { t, language } = useLanguage();
  const verify = useMutation({
    mutationFn: () => get<Verified>('/v1/review/audit/verification', undefined, { timeoutMs: TIMEOUT_MS }),
    onSuccess: (verified) => announce(t(resultOf(verified))),
  });
  const result = verify.data;
  return (
    <section className="audit-verification" aria-label={t({ zh: '完整性核对', en: 'Verification' })}>
      <Button onClick={() => verify.mutate()} loading={verify.isPending}>
        {t({ zh: '核对完整性', en: 'Verify the log' })}
      </Button>
      {verify.isError && (
        <p role="alert" className="audit-broken">
          {verify.error instanceof ApiProblem ? t(verify.error.detail) : String(verify.error)}
        </p>
      )}
      {result !== undefined && (
        <div className={result.broken === null ? 'audit-intact' : 'audit-broken'} data-broken={result.broken ?? ''}>
          <p>
            {t(resultOf(result))} <time dateTime={result.checkedAt}>{formatTime(result.checkedAt, language)}</time>
          </p>
          {result.head !== null && (
            <p>
              {t({
                zh: '末条哈希（另行留存，日后可对照末尾是否被删）：',
                en: 'Hash of the last one (kept elsewhere, it shows whether the end was cut off): ',
              })}
              <code>{result.head}</code>
            </p>
          )}
        </div>
      )}
    </section>
  );
}

const resultOf = ({ entries, broken }: Verified) =>
  broken === null
    ? { zh: `${entries} 条记录的哈希链完整，未被改动。`, en: `The chain of ${entries} entries is whole: none was changed.` }
    : {
        zh: `第 ${broken} 条记录与哈希链不符：它或它之前的记录被改动、插入或删除过。请立即通知管理员并保全数据库备份。此前 ${entries} 条相符。`,
        en: `Entry ${broken} does not fit the chain: it, or one before it, was changed, put in or taken out. Tell an administrator at once and keep the backups of the database. The ${entries} before it fit.`,
      };
