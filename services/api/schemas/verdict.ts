import { z } from 'zod';
import { CHECKS } from '../../../shared/domain/check.ts';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { DECISIONS } from '../../../shared/domain/verdict.ts';
import { bilingual } from '../../../shared/pledge/schema.ts';
import { publish } from './published.ts';

/** Rules come and go with the rulebook, and old verdicts keep theirs: a pattern, to which the document adds today's ids. */
export const ruleIdSchema = publish('RuleId', z.string().regex(new RegExp(`^(?:${CHECKS.join('|')})/[a-z0-9-]+$`)));

export const checkSchema = publish('Check', z.enum(CHECKS));
export const severitySchema = publish('Severity', z.enum(SEVERITIES));
export const decisionSchema = publish(
  'Decision',
  z.enum(DECISIONS).describe('机审结论：通过、驳回、转人工 / The machine decides approve, reject or review'),
);

export const missingCheckSchema = publish('MissingCheck', z.strictObject({ check: checkSchema, reason: bilingual }));
