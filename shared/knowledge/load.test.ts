import { knowledge } from './index.ts';
import { loadKnowledge } from './load.ts';

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);

describe('the knowledge', () => {
  test('has the 29 clauses, in order, with both languages', () => {
    expect(knowledge.clauses.map((clause) => clause.id)).toEqual([
      ...ids('sz2025', 15),
      ...ids('pledge2021', 10),
      ...ids('platform2025', 4),
    ]);
    for (const clause of knowledge.clauses) {
      expect(clause.number).toBe(Number(clause.id.split('-')[1]));
      expect(knowledge.instruments.has(clause.instrument)).toBe(true);
      expect(clause.summary.zh).not.toBe(clause.name.zh);
    }
  });

  test('has the 39 app types, 13 of which need no personal information', () => {
    expect([...knowledge.categories.keys()]).toEqual(Array.from({ length: 39 }, (_, index) => index + 1));
    expect([...knowledge.categories.values()].filter((category) => category.noPersonalInfoNeeded)).toHaveLength(13);
    expect(knowledge.categories.get(1)?.basic).toEqual([
      'android.permission.ACCESS_FINE_LOCATION',
      'android.permission.ACCESS_COARSE_LOCATION',
    ]);
  });

  test('puts no permission of a type into two of its lists', () => {
    for (const { id, basic, optional, lowRelevance } of knowledge.categories.values()) {
      const all = [...basic, ...optional, ...lowRelevance];
      expect({ id, doubled: all.filter((name, index) => all.indexOf(name) !== index) }).toEqual({ id, doubled: [] });
    }
  });

  test('has policy items PR-01 to PR-50 that cite known clauses and instruments', () => {
    expect(knowledge.policyItems.size).toBe(50);
    const clauses = new Set(knowledge.clauses.map((clause) => clause.id));
    for (const item of knowledge.policyItems.values()) {
      expect(item.clauses.filter((clause) => !clauses.has(clause))).toEqual([]);
      expect(item.basis.filter((basis) => !knowledge.instruments.has(basis.instrument))).toEqual([]);
      expect(item.basis.length).toBeGreaterThan(0);
    }
  });

  test('lets no item reject that rests on recommendations or drafts alone', () => {
    for (const { id, ifMissing, basis } of knowledge.policyItems.values()) {
      if (ifMissing !== 'reject') continue;
      const forces = basis.map(({ instrument }) => knowledge.instruments.get(instrument)?.force);
      expect({ id, binding: forces.some((force) => force === 'law' || force === 'enforcement') }).toEqual({ id, binding: true });
    }
  });

  test('refers only to types of personal information that it has', () => {
    const named = [
      ...[...knowledge.permissions.values()].flatMap((permission) => permission.piTypes),
      ...[...knowledge.apis.values()].flatMap((api) => api.piTypes),
      ...knowledge.scriptApis.flatMap((api) => api.calls.flatMap((call) => call.piTypes)),
      ...knowledge.sdks.flatMap((sdk) => sdk.piTypes),
    ];
    expect(named.filter((type) => !knowledge.piTypes.has(type))).toEqual([]);
  });

  test('weighs only calls that it has', () => {
    const { apis, constants, beforeConsent } = knowledge;
    const ids = new Set([...apis.values(), ...constants.values, ...constants.fields.values()].flatMap((entry) => entry.ids));
    expect([...beforeConsent.keys()].filter((id) => !ids.has(id))).toEqual([]);
    expect([beforeConsent.get('API-A-001'), beforeConsent.get('API-A-079'), beforeConsent.get('API-A-132')]).toEqual([
      'high',
      'medium',
      undefined,
    ]);
  });

  test('refers only to permissions that it has', () => {
    const named = [
      ...[...knowledge.apis.values()].flatMap((api) => api.permissions),
      ...knowledge.sdks.flatMap((sdk) => sdk.permissions),
      ...knowledge.permissionsWithKnownApis,
      ...[...knowledge.categories.values()].flatMap((category) => [
        ...category.basic,
        ...category.optional,
        ...category.lowRelevance,
      ]),
    ];
    expect([...new Set(named)].filter((name) => !knowledge.permissions.has(name))).toEqual([]);
  });

  test('joins what the two API tables know about a method', () => {
    const api = knowledge.apis.get('Landroid/telephony/TelephonyManager;->getDeviceId');
    expect(api).toEqual({
      ids: ['API-A-001'],
      permissions: ['android.permission.READ_PHONE_STATE'],
      piTypes: ['device.imei'],
    });
    expect(knowledge.apis.get('Landroid/telephony/SmsManager;->sendTextMessage')?.permissions).toEqual([
      'android.permission.SEND_SMS',
    ]);
    expect(knowledge.apis.has('Landroid/content/Context;->startService')).toBe(false);
  });

  test('judges "never used" only for permissions that calls alone can use', () => {
    expect(knowledge.permissionsWithKnownApis.has('android.permission.READ_PHONE_STATE')).toBe(true);
    for (const name of ['CAMERA', 'READ_CONTACTS', 'READ_EXTERNAL_STORAGE', 'RECORD_AUDIO', 'CALL_PHONE', 'RECEIVE_SMS']) {
      expect(knowledge.permissionsWithKnownApis.has(`android.permission.${name}`)).toBe(false);
    }
    const guarded = new Set([...knowledge.apis.values()].flatMap((api) => api.permissions));
    for (const name of knowledge.permissionsWithKnownApis) expect(guarded.has(name)).toBe(true);
  });

  test('anchors every packer pattern and keeps names that other software shares out', () => {
    for (const { kind, value } of knowledge.packers) {
      if (kind === 'library-pattern') expect(new RegExp(value).source).toMatch(/^\^.*\$$/);
    }
    const values = new Set(knowledge.packers.map((packer) => packer.value));
    expect(values.has('libjiagu.so')).toBe(true);
    for (const shared of ['libsgmain.so', 'libjni.so', 'libshell.so', 'libtest.so']) expect(values.has(shared)).toBe(false);
  });

  test('has one version for one content', () => {
    expect(knowledge.version).toMatch(/^[0-9a-f]{16}$/);
    expect(loadKnowledge().version).toBe(knowledge.version);
  });
});
