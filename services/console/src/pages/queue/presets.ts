import type { Facet } from '../../../../../shared/domain/review/dossier.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { DEFAULT_QUERY, DEFAULT_STATES, type QueueQuery } from './filter-query.ts';

/** A view that everybody has. */
export interface Preset {
  readonly id: string;
  readonly name: Bilingual;
  readonly query: QueueQuery;
  /** Where the counts of the default view already say how many there are. */
  readonly counted: { readonly facet: Facet; readonly values: readonly string[] } | null;
  /** Said where it is empty. */
  readonly empty: Bilingual;
}

const waiting = (narrower: QueueQuery['filter']): QueueQuery => ({
  filter: { state: DEFAULT_STATES, ...narrower },
  order: 'urgent',
});

export const PRESETS: readonly Preset[] = [
  {
    id: 'all',
    name: { zh: '全部待办', en: 'All open' },
    query: DEFAULT_QUERY,
    counted: { facet: 'state', values: DEFAULT_STATES },
    empty: {
      zh: '没有待审的案卷。机审驳回或转人工复核的送审会自动出现在这里。',
      en: 'Nothing waits for review. Submissions that the machine rejects or holds appear here by themselves.',
    },
  },
  {
    id: 'mine',
    name: { zh: '我的', en: 'Mine' },
    query: waiting({ assignee: ['me'] }),
    counted: { facet: 'assignee', values: ['me'] },
    empty: {
      zh: '没有指派给您的案卷。按 n 领取最紧急的一件。',
      en: 'Nothing is assigned to you. Press n to take the most urgent one.',
    },
  },
  {
    id: 'unassigned',
    name: { zh: '未分配', en: 'Unassigned' },
    query: waiting({ assignee: ['none'] }),
    counted: { facet: 'assignee', values: ['none'] },
    empty: { zh: '所有案卷都已有人负责。', en: 'Every dossier has somebody.' },
  },
  {
    id: 'due',
    name: { zh: '即将到期/超期', en: 'Due soon or overdue' },
    query: waiting({ dueWithinHours: 4 }),
    counted: null,
    empty: { zh: '4 小时内没有到期的案卷。', en: 'Nothing is due within 4 hours.' },
  },
  {
    id: 'children',
    name: { zh: '儿童应用', en: 'Children’s apps' },
    query: waiting({ urgency: ['children'] }),
    counted: { facet: 'urgency', values: ['children'] },
    empty: { zh: '没有待审的儿童应用。', en: 'No children’s app waits for review.' },
  },
  {
    id: 'second',
    name: { zh: '待二审', en: 'Second review' },
    query: { filter: { state: ['proposed'] }, order: 'urgent' },
    counted: { facet: 'state', values: ['proposed'] },
    empty: { zh: '没有等待二审的决定。', en: 'No decision waits for a second reviewer.' },
  },
  {
    // An appeal may hang on a dossier in any state.
    id: 'appeals',
    name: { zh: '申诉', en: 'Appeals' },
    query: { filter: { urgency: ['appeal'] }, order: 'urgent' },
    counted: null,
    empty: { zh: '没有未处理的申诉。', en: 'No appeal is open.' },
  },
];
