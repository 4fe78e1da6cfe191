import type { Finding } from '../domain/finding.ts';
import type { Bilingual } from '../domain/text.ts';
import type { DecisionReason, VerdictDecision } from '../domain/verdict.ts';
import type { Grounds } from './decision.ts';

/**
 * What the store's rulebook took away, or would have: said of every approval, and of other decisions where it made the difference.
 * @param decideBy the decision if these were the findings
 */
export function ofRulebook(
  grounds: Grounds,
  decision: VerdictDecision,
  decideBy: (findings: readonly Finding[]) => VerdictDecision,
): DecisionReason[] {
  const { findings, waived, observed, staleWaivers } = grounds;
  const approved = decision === 'approve';
  const stale = new Set(staleWaivers.map(({ finding }) => finding));
  const withoutStale = () => decideBy(findings.filter(({ fingerprint }) => !stale.has(fingerprint)));
  const withWaived = () => decideBy([...findings, ...waived.map(({ finding }) => finding)]);
  const withObserved = () => decideBy([...findings, ...observed]);
  return [
    ...(waived.length > 0 && (approved || withWaived() !== decision) ? ofWaivers(grounds) : []),
    ...(stale.size > 0 && withoutStale() !== decision ? ofStaleWaivers(grounds) : []),
    ...(observed.length > 0 && (approved || withObserved() !== decision) ? [ofObserved(grounds)] : []),
    ...(approved ? ofSilenced(grounds) : []),
  ];
}

/** One reason a waiver: who granted it, until when, and how much it covers. */
function ofWaivers({ waived }: Grounds): DecisionReason[] {
  return byWaiver(waived).map((same): DecisionReason => {
    const { waiver, finding } = same[0]!;
    const others = same.length - 1;
    return {
      code: 'waived',
      text: {
        zh: `豁免 ${waiver.id}（${waiver.by} 批准，至 ${waiver.expires}）使 ${same.length} 个问题不生效：${finding.title.zh}（${finding.subject}）${others > 0 ? '等' : ''}`,
        en: `The waiver ${waiver.id} (granted by ${waiver.by}, until ${waiver.expires}) takes the effect from ${count(same.length, 'finding')}: ${finding.title.en} (${finding.subject})${others > 0 ? ' and others' : ''}`,
      },
    };
  });
}

function ofStaleWaivers({ staleWaivers }: Grounds): DecisionReason[] {
  return byWaiver(staleWaivers).map((same): DecisionReason => {
    const { id, by, granted, expires } = same[0]!.waiver;
    return {
      code: 'stale-waiver',
      text: {
        zh: `豁免 ${id}（${by} 批准，${granted} 至 ${expires}）在审核日不在有效期内，所涉 ${same.length} 个问题照常计入；若其有效，结论会不同`,
        en: `The waiver ${id} (granted by ${by}, ${granted} to ${expires}) does not hold on the day of the review, so that ${count(same.length, 'finding')} count; with waivers in force the decision would be another`,
      },
    };
  });
}

function ofObserved({ observed }: Grounds): DecisionReason {
  const rules = [...new Set(observed.map(({ rule }) => rule))].sort();
  return {
    code: 'observed',
    text: {
      zh: `规则库仅观察的规则发现 ${observed.length} 个问题，已记录而不影响结论：${rules.join('、')}`,
      en: `Rules that the rulebook only observes found ${count(observed.length, 'problem')}, recorded without effect on the decision: ${rules.join(', ')}`,
    },
  };
}

/** An approval says how much of the rulebook it does not rest on. */
function ofSilenced({ outcomes: { off, observing } }: Grounds): DecisionReason[] {
  const silenced = silencedText(off.length, observing.length);
  if (silenced === null) return [];
  return [
    {
      code: 'off',
      text: {
        zh: `本结论不包括商店规则库${silenced.zh}：${[...off, ...observing].join('、')}`,
        en: `This decision does not rest on rules that the store’s rulebook has ${silenced.en}: ${[...off, ...observing].join(', ')}`,
      },
    },
  ];
}

/** `关闭的 2 条、仅观察的 1 条规则`; null when every rule had effect. */
export function silencedText(off: number, observing: number): Bilingual | null {
  if (off + observing === 0) return null;
  const zh = [...(off > 0 ? [`关闭的 ${off} 条`] : []), ...(observing > 0 ? [`仅观察的 ${observing} 条`] : [])];
  const en = [...(off > 0 ? [`switched off (${off})`] : []), ...(observing > 0 ? [`only observed (${observing})`] : [])];
  return { zh: `${zh.join('、')}规则`, en: en.join(' or ') };
}

function byWaiver<Covered extends { readonly waiver: { readonly id: string } }>(covered: readonly Covered[]): Covered[][] {
  const groups = new Map<string, Covered[]>();
  for (const one of covered) {
    const group = groups.get(one.waiver.id);
    if (group === undefined) groups.set(one.waiver.id, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
