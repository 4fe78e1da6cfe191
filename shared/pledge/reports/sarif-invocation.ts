import type { Bilingual } from '../../domain/text.ts';
import type { Report } from '../report.ts';
import { clean } from './sarif-locations.ts';
import type { Say } from './sarif-rules.ts';
import { UNCHECKED_NAMES } from './wording.ts';

type Kind = Report['notChecked'][number]['kind'];

/** What a notification of a run can be about. */
export const NOTIFICATIONS: readonly { readonly id: Kind | 'stale-waiver'; readonly text: Bilingual }[] = [
  ...(Object.keys(UNCHECKED_NAMES) as Kind[]).map((id) => ({ id, text: UNCHECKED_NAMES[id] })),
  { id: 'stale-waiver', text: { zh: '已失效的豁免', en: 'Waiver that no longer holds' } },
];

const LEVELS: Readonly<Record<Kind, 'error' | 'warning' | 'note'>> = {
  'check-missing': 'error',
  coverage: 'warning',
  gap: 'warning',
  'not-assessed': 'warning',
  off: 'note',
  observing: 'note',
  limits: 'note',
};

/**
 * What became of the run itself (section 3.20): it succeeded when every check completed; what was not seen is said by notifications,
 * those of the store's configuration apart from those of the execution.
 */
export function invocationOf({ verdict, notChecked, rules, submission }: Report, say: Say): object {
  const notification = ({ kind, place, text }: Report['notChecked'][number]): object => {
    const index = rules.findIndex(({ id }) => id === place);
    return {
      descriptor: descriptor(kind),
      level: LEVELS[kind],
      message: { text: place === null ? say(text) : clean(`${say(text)} (${place})`) },
      ...(index >= 0 ? { associatedRule: { id: place, index } } : {}),
    };
  };
  const configured = (kind: Kind): boolean => kind === 'off' || kind === 'observing';
  const stale = verdict.staleWaivers.map(({ waiver }) => ({
    descriptor: descriptor('stale-waiver'),
    level: 'warning',
    message: { text: clean(`${waiver.id}: ${waiver.rule} (${waiver.granted} – ${waiver.expires})`) },
  }));
  return {
    executionSuccessful: verdict.checks.missing.length === 0,
    ...(submission.decidedAt === null ? {} : { endTimeUtc: submission.decidedAt }),
    toolExecutionNotifications: notChecked.filter(({ kind }) => !configured(kind)).map(notification),
    toolConfigurationNotifications: [...notChecked.filter(({ kind }) => configured(kind)).map(notification), ...stale],
  };
}

function descriptor(id: Kind | 'stale-waiver'): object {
  return { id, index: NOTIFICATIONS.findIndex((known) => known.id === id) };
}
