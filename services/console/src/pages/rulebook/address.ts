import { useSearchParams } from 'react-router';
import { CHECKS, type CheckName } from '../../../../../shared/domain/check.ts';
import { RULE_STATES, type RuleState } from '../../../../../shared/domain/rulebook.ts';

export const TABS = ['rules', 'waivers', 'try'] as const;
export type Tab = (typeof TABS)[number];
export const ORDERS = ['catalogue', 'hits', 'false-alarms'] as const;
export type RuleOrder = (typeof ORDERS)[number];

/** What the page shows: all of it stands in the address. */
export interface RulebookAddress {
  readonly store: string | null;
  readonly tab: Tab;
  readonly check: CheckName | null;
  readonly state: RuleState | null;
  readonly order: RuleOrder;
  readonly text: string;
  /** The rule whose setting is to be changed. */
  readonly rule: string | null;
}

/** Reads the address; what means nothing here is as if it were not there. */
export function readRulebookAddress(query: URLSearchParams): RulebookAddress {
  const store = query.get('store');
  const rule = query.get('rule');
  return {
    store: store !== null && /^[A-Za-z0-9_-]{1,64}$/.test(store) ? store : null,
    tab: TABS.find((each) => each === query.get('tab')) ?? 'rules',
    check: CHECKS.find((each) => each === query.get('check')) ?? null,
    state: RULE_STATES.find((each) => each === query.get('state')) ?? null,
    order: ORDERS.find((each) => each === query.get('order')) ?? 'catalogue',
    text: (query.get('q') ?? '').slice(0, 100),
    rule: rule !== null && /^[a-z-]+\/[a-z0-9-]+$/.test(rule) ? rule : null,
  };
}

/** Writes the address, without what is the default. */
export function writeRulebookAddress({ store, tab, check, state, order, text, rule }: RulebookAddress): URLSearchParams {
  const query = new URLSearchParams();
  if (store !== null) query.set('store', store);
  if (tab !== 'rules') query.set('tab', tab);
  if (check !== null) query.set('check', check);
  if (state !== null) query.set('state', state);
  if (order !== 'catalogue') query.set('order', order);
  if (text !== '') query.set('q', text);
  if (rule !== null) query.set('rule', rule);
  return query;
}

/** @param replace whether "back" should skip this state: for what is typed, not for tabs */
export type GoRulebook = (change: Partial<RulebookAddress>, replace?: boolean) => void;

export function useRulebookAddress(): readonly [RulebookAddress, GoRulebook] {
  const [query, setQuery] = useSearchParams();
  const go: GoRulebook = (change, replace = false) =>
    setQuery((before) => writeRulebookAddress({ ...readRulebookAddress(before), ...change }), {
      replace,
      preventScrollReset: true,
    });
  return [readRulebookAddress(query), go];
}
