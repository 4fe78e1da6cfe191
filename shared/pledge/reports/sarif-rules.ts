import type { ClauseId } from '../../domain/clause.ts';
import { citationOf, UNVERIFIED } from '../../domain/report/citation.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Report } from '../report.ts';
import { type ReportLanguage, textsIn } from './language.ts';
import { escaped } from './markdown-escape.ts';
import { clean } from './sarif-locations.ts';

export const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  reject: 'error',
  review: 'warning',
  warn: 'note',
};

export type Say = (text: Bilingual) => string;

/** Both languages on lines of their own, or the one that is asked for. */
export function speaker(language: ReportLanguage): Say {
  return (text) =>
    clean(
      textsIn(text, language)
        .map(({ text: words }) => words)
        .join('\n'),
    );
}

/** The pledges as taxonomies (section 3.19.3), so that a pipeline can count by clause. */
export function taxonomies(report: Report, say: Say): { readonly name: string; readonly [key: string]: unknown }[] {
  return [...new Set(report.clauses.map(({ id }) => pledgeOf(id)))].map((pledge) => {
    const clauses = report.clauses.filter(({ id }) => pledgeOf(id) === pledge);
    return {
      name: pledge,
      fullName: say(clauses[0]!.instrument),
      isComprehensive: true,
      taxa: clauses.map(({ id, name, summary, assessment }) => ({
        id,
        name: say(name),
        shortDescription: { text: say(name) },
        fullDescription: { text: say(summary) },
        properties: { assessment },
      })),
    };
  });
}

const pledgeOf = (id: ClauseId): string => id.slice(0, id.lastIndexOf('-'));

/** Where a clause stands in the taxonomies. */
export function taxonReference(id: ClauseId, report: Report): object {
  const pledges = [...new Set(report.clauses.map((clause) => pledgeOf(clause.id)))];
  return { id, toolComponent: { name: pledgeOf(id), index: pledges.indexOf(pledgeOf(id)) } };
}

/** A rule as a reporting descriptor (section 3.49). */
export function descriptorOf(rule: Report['rules'][number], report: Report, say: Say, language: ReportLanguage): object {
  const text = [rule.explanation, rule.remedy]
    .filter((part) => part !== null)
    .map(say)
    .join('\n\n');
  return {
    id: rule.id,
    name: camelCase(rule.id),
    shortDescription: { text: say(rule.title) },
    fullDescription: { text: say(rule.explanation ?? rule.title) },
    help: { text, markdown: helpMarkdown(rule, language) },
    ...(rule.page !== null && /^https?:\/\//.test(rule.page) ? { helpUri: rule.page } : {}),
    defaultConfiguration: { level: LEVELS[rule.ceiling], enabled: rule.outcome !== 'off' },
    relationships: rule.clauses
      .filter((clause) => report.clauses.some(({ id }) => id === clause))
      .map((clause) => ({ target: taxonReference(clause, report), kinds: ['relevant'] })),
    properties: {
      tags: [rule.check, ...rule.clauses],
      precision: rule.ceiling === 'reject' ? 'very-high' : 'medium',
      clauses: rule.clauses,
      ceiling: rule.ceiling,
      basis: rule.basis.map(({ instrument, name, article, force, verified }) => ({
        instrument,
        name: say(name),
        article,
        force,
        verified,
      })),
    },
  };
}

/** `permission/undisclosed-dangerous` is `PermissionUndisclosedDangerous`, as viewers like names. */
const camelCase = (id: string): string =>
  id
    .split(/[/-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

function helpMarkdown({ title, explanation, remedy, basis }: Report['rules'][number], language: ReportLanguage): string {
  const words = (text: Bilingual) =>
    textsIn(text, language)
      .map(({ text: said }) => escaped(said, 5_000))
      .join('\n\n');
  const head = (text: Bilingual) =>
    `**${textsIn(text, language)
      .map(({ text: said }) => said)
      .join(' ')}**`;
  return [
    `**${words(title).replaceAll('\n\n', ' / ')}**`,
    ...(explanation === null ? [] : [words(explanation)]),
    head({ zh: '整改要求', en: 'What to change' }),
    words(remedy),
    head({ zh: '依据', en: 'Basis' }),
    basis
      .map(({ name, article, forceName, verified }) => {
        const doubt = verified ? '' : ` (${words(UNVERIFIED).replaceAll('\n\n', ' ')})`;
        return `- ${words(citationOf({ name, article })).replaceAll('\n\n', ' / ')} — ${words(forceName).replaceAll('\n\n', ' / ')}${doubt}`;
      })
      .join('\n'),
  ].join('\n\n');
}
