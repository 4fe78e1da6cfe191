import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useLanguage } from '../../i18n/language.tsx';

/** Asks before the page is left with something typed that was not saved. */
export function LeaveGuard({ when }: { readonly when: boolean }) {
  const { t } = useLanguage();
  const blocker = useBlocker(when);
  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [when]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t({ zh: '有未保存的修改', en: 'Something is not saved' })}
      okText={t({ zh: '放弃修改并离开', en: 'Leave without saving' })}
      cancelText={t({ zh: '留在本页', en: 'Stay' })}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {t({ zh: '离开后，未保存的修改将丢失。', en: 'What was not saved will be lost.' })}
    </Modal>
  );
}
