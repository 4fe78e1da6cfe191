import type { Evidence } from '../domain/evidence.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { Bilingual } from '../domain/text.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { declarationEvidence, isDangerous, requestedPermissions } from './permissions.ts';
import type { RuleContext } from './rule.ts';
import { sdkEvidence } from './sdk-evidence.ts';

/** What shows that an app handles personal information, so that it owes its users notice, choice and a way to complain. */
export interface Handling {
  /** Accounts, collecting code, or a telling permission of an app that can send; otherwise only a hint. */
  readonly certain: boolean;
  readonly why: Bilingual;
  readonly evidence: readonly Evidence[];
}

/** Writing files takes this permission on old systems; an app that only saves something collects nothing. */
const SAVING = 'android.permission.WRITE_EXTERNAL_STORAGE';
const INTERNET = 'android.permission.INTERNET';

/** Whether an Android package can ask for personal information or exchange any at all. */
export function canHoldInformation(facts: PackageFacts, knowledge: Knowledge): boolean {
  return requestedPermissions(facts, knowledge).some((permission) => isDangerous(permission) || permission.name === INTERNET);
}

/**
 * The first of: accounts that the listing declares, an SDK of which it is publicly stated that it collects, a permission that opens
 * personal information (those that deserve the most attention first). Null where none is there: an app that handles nothing owes nothing.
 */
export function handlingOf({
  package: facts,
  listing,
  sdks,
  knowledge,
}: Pick<RuleContext, 'package' | 'listing' | 'sdks' | 'knowledge'>): Handling | null {
  if (listing?.app.features?.accounts === true) {
    return {
      certain: true,
      why: { zh: '上架信息声明有账号体系', en: 'the listing declares accounts' },
      evidence: [{ type: 'listing', field: 'app.features.accounts', value: 'true' }],
    };
  }
  const collecting = sdks.find(({ sdk, confidence }) => sdk.collects === 'yes' && confidence !== 'low');
  if (collecting !== undefined) {
    const { zh, en } = collecting.sdk.name;
    return {
      certain: true,
      why: { zh: `含有会收集个人信息的第三方SDK（${zh}）`, en: `it has an SDK that collects personal information (${en})` },
      evidence: sdkEvidence(collecting, facts, 1),
    };
  }
  return ofPermissions(facts, knowledge);
}

function ofPermissions(facts: PackageFacts, knowledge: Knowledge): Handling | null {
  if (facts.platform === 'harmony') {
    // Only permissions that the user grants carry a reason (OpenHarmony, "Declaring Permissions": reason is mandatory for user_grant).
    const granted = facts.permissions.find(({ reason }) => reason !== undefined);
    if (granted === undefined) return null;
    const { name, place } = granted;
    return {
      certain: true,
      why: { zh: `申请了须用户授权的权限 ${name}`, en: `it asks for ${name}, which users grant` },
      evidence: [{ type: 'manifest', element: place, attribute: 'name', value: name }],
    };
  }
  const requested = requestedPermissions(facts, knowledge);
  const dangerous = requested.filter(isDangerous);
  const telling = dangerous.find(({ name, entry }) => entry.attention === 'high' && name !== SAVING);
  const shown = telling ?? dangerous[0];
  if (shown === undefined) return null;
  return {
    certain: telling !== undefined && requested.some(({ name }) => name === INTERNET),
    why: { zh: `申请了敏感权限 ${shown.name}`, en: `it asks for the permission ${shown.name}` },
    evidence: declarationEvidence(shown).slice(0, 1),
  };
}
