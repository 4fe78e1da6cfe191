import type { Rule } from '../../checks/rule.ts';
import { RulebookError } from '../../checks/rulebook/parse.ts';
import { withWaivers } from '../../checks/rulebook/with-waivers.ts';
import { dayInChina } from '../../domain/day.ts';
import type { GrantedWaiver } from '../../domain/review/granted-waiver.ts';
import type { Waiver } from '../../domain/rulebook.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { GrantedWaivers } from '../database/granted-waivers.ts';
import type { KeptRulebook } from '../database/run-records.ts';

/** How long a waiver that is over stays in the rulebook: findings that it would have covered are told to have lost it. */
const TOLD_AFTER_DAYS = 90;

export interface GrantedOptions {
  readonly waivers: Pick<GrantedWaivers, 'inForce'>;
  readonly rules: readonly Rule[];
  readonly clock: () => Date;
  readonly log: { error(details: object, message: string): void };
}

/** Joins what reviewers have granted to the rulebook of a store. */
export interface Granting {
  /** The same rulebook where nothing is granted, or where the whole would be more than a rulebook may hold, which is logged. */
  extend(storeId: string, own: KeptRulebook): Promise<KeptRulebook>;
  /** Why waivers could not join this rulebook, beside those that are granted already; null when they can. */
  refusal(storeId: string, own: KeptRulebook, waivers: readonly GrantedWaiver[]): Promise<Bilingual | null>;
}

/**
 * Granted waivers are asked for each time, so that one holds for the next submission in every process; the text that they make is made
 * once for each change.
 */
export function openGranting({ waivers, rules, clock, log }: GrantedOptions): Granting {
  const made = new Map<string, { readonly of: string; readonly rulebook: KeptRulebook }>();
  const inForce = (storeId: string) =>
    waivers.inForce(storeId, dayInChina(new Date(clock().getTime() - TOLD_AFTER_DAYS * DAY_MS)));

  const make = (storeId: string, own: KeptRulebook, granted: readonly Waiver[]): KeptRulebook => {
    try {
      const { left, ...extended } = withWaivers(own, granted, rules);
      for (const { id, reason } of left)
        log.error({ store: storeId, waiver: id, reason: reason.en }, 'a granted waiver has no place in the rulebook');
      return extended.rulebook === own.rulebook ? own : extended;
    } catch (error) {
      if (!(error instanceof RulebookError)) throw error;
      log.error(
        { store: storeId, reason: error.text.en },
        'granted waivers do not fit into the rulebook, which holds without them',
      );
      return own;
    }
  };
  return {
    extend: async (storeId, own) => {
      const granted = (await inForce(storeId)).map(waiverOf);
      if (granted.length === 0) return own;
      const of = JSON.stringify([own.rulebook.sha256, granted]);
      const known = made.get(storeId);
      if (known?.of === of) return known.rulebook;
      const rulebook = make(storeId, own, granted);
      made.set(storeId, { of, rulebook });
      return rulebook;
    },
    refusal: async (storeId, own, more) => {
      const granted = (await inForce(storeId)).map(waiverOf);
      const wanted = more.map(waiverOf);
      try {
        const { left } = withWaivers(own, [...granted, ...wanted], rules);
        return left.find(({ id }) => wanted.some((waiver) => waiver.id === id))?.reason ?? null;
      } catch (error) {
        if (error instanceof RulebookError) return error.text;
        throw error;
      }
    },
  };
}

const DAY_MS = 86_400_000;

/** One line of text: what a reviewer wrote over several lines, or with characters that a rulebook has no place for. */
const oneLine = (text: string, max: number): string =>
  text
    .replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, max) || '—';

/** A granted waiver as a rulebook has it. */
export function waiverOf({ id, rule, app, certificate, subject, reason, by, granted, expires }: GrantedWaiver): Waiver {
  return {
    id,
    rule,
    app,
    ...(certificate !== null && { certificate }),
    ...(subject !== null && { subject }),
    reason: oneLine(reason, 2_000),
    by: oneLine(by.displayName, 200),
    granted,
    expires,
  };
}
