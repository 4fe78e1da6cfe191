import type { Rule } from '../../checks/rule.ts';
import { RulebookError } from '../../checks/rulebook/parse.ts';
import { type ExtendedRulebook, withWaivers } from '../../checks/rulebook/with-waivers.ts';
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
  /** The same rulebook where nothing is granted. Where the whole would be more than a rulebook may hold, as many as fit, which is logged. */
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
    const { joined, fault } = asManyAsFit(own, granted);
    if (fault !== null)
      log.error(
        { store: storeId, reason: fault.en },
        'not all granted waivers fit into the rulebook, which holds without the others',
      );
    if (joined === null) return own;
    const { left, ...extended } = joined;
    for (const { id, reason } of left)
      log.error({ store: storeId, waiver: id, reason: reason.en }, 'a granted waiver has no place in the rulebook');
    return extended.rulebook === own.rulebook ? own : extended;
  };
  const join = (own: KeptRulebook, granted: readonly Waiver[]): ExtendedRulebook | RulebookError => {
    try {
      return withWaivers(own, granted, rules);
    } catch (error) {
      if (error instanceof RulebookError) return error;
      throw error;
    }
  };
  /** All of them; where that is too much, first those that are not over, then the older ones, and what is wrong with the whole. */
  const asManyAsFit = (own: KeptRulebook, granted: readonly Waiver[]) => {
    const whole = join(own, granted);
    if (!(whole instanceof RulebookError)) return { joined: whole, fault: null };
    const today = dayInChina(clock());
    const isOver = ({ expires }: Waiver): boolean => expires < today;
    const ordered = [...granted.filter((waiver) => !isOver(waiver)), ...granted.filter(isOver)];
    let joined: ExtendedRulebook | null = null;
    let [fits, tooMany] = [0, ordered.length];
    while (tooMany - fits > 1) {
      const half = Math.floor((fits + tooMany) / 2);
      const part = join(own, ordered.slice(0, half));
      if (part instanceof RulebookError) tooMany = half;
      else [joined, fits] = [part, half];
    }
    return { joined, fault: whole.text };
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
