import { z } from 'zod';
import { listingSchema, parseListing } from './listing-schema.ts';

const minimal = { app: { name: '示例地图', category: 1 }, developer: { id: 'dev-42' } };
const issuesOf = (value: unknown) => {
  const result = parseListing(value);
  return result.ok ? [] : result.issues.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('parseListing', () => {
  test('accepts a listing with nothing but the required fields', () => {
    expect(parseListing(minimal)).toEqual({ ok: true, listing: { schema: 'listing-facts/1', ...minimal } });
  });

  test('accepts every field and keeps it', () => {
    const full = {
      app: {
        name: '示例地图',
        packageName: 'com.example.map',
        versionName: '3.2.1',
        category: 1,
        filingNumber: '粤ICP备00000000号-2A',
        audience: 'general',
        description: '一款地图应用。\n支持离线导航。',
        features: { accounts: true, personalisedRecommendation: true, generativeAi: true, faceRecognition: false },
        generativeAi: {
          filingNumbers: ['Guangdong-ShiLi-20250101'],
          labelling: '气泡下方显示“内容由AI生成”',
          humanLike: false,
          assessment: '',
        },
      },
      developer: {
        id: 'dev-42',
        name: '示例科技（深圳）有限公司',
        kind: 'company',
        creditCode: '91440300MA5EXAMP2J',
        verified: true,
        contact: { email: 'kefu@shili-keji.cn', phone: '0755-00000000 转 2', address: '深圳市南山区' },
      },
      complaints: { url: 'https://www.shili-keji.cn/feedback' },
      privacyPolicyUrl: 'https://example.com/privacy',
      permissions: [{ name: 'android.permission.CAMERA', purpose: '扫码\n拍照' }],
      sdks: [{ name: '高德地图定位SDK', operator: '高德软件有限公司', purpose: '定位' }],
    };
    expect(parseListing(full)).toEqual({ ok: true, listing: { schema: 'listing-facts/1', ...full } });
  });

  test.each(['地图导航类', '地图导航'])('resolves the category %s', (category) => {
    const result = parseListing({ ...minimal, app: { ...minimal.app, category } });
    expect(result.ok && result.listing.app.category).toBe(1);
  });

  test.each([0, 40, 1.5, '无此类', '', true, null, {}])('refuses the category %p', (category) => {
    expect(issuesOf({ ...minimal, app: { name: '示例', category } })).toEqual(['/app/category unknown-category']);
  });

  test('names what is missing, and only that', () => {
    expect(issuesOf({})).toEqual(['/app missing-field', '/developer missing-field']);
    expect(issuesOf({ app: {}, developer: {} })).toEqual([
      '/app/name missing-field',
      '/app/category missing-field',
      '/developer/id missing-field',
    ]);
  });

  test('refuses unknown fields at every level and escapes their pointer', () => {
    expect(issuesOf({ ...minimal, extra: 1 })).toEqual(['/extra unknown-field']);
    expect(issuesOf({ ...minimal, developer: { id: 'd', 'a/b~c': 1 } })).toEqual(['/developer/a~1b~0c unknown-field']);
    expect(issuesOf({ ...minimal, sdks: [{ name: 'x', vendor: 'y' }] })).toEqual(['/sdks/0/vendor unknown-field']);
  });

  test.each([
    [{ ...minimal, developer: { id: 42 } }, '/developer/id wrong-type'],
    [{ ...minimal, app: { ...minimal.app, name: '' } }, '/app/name too-short'],
    [{ ...minimal, app: { ...minimal.app, name: '长'.repeat(101) } }, '/app/name too-long'],
    [{ ...minimal, app: { ...minimal.app, name: 'a\u001b[31m' } }, '/app/name bad-characters'],
    [{ ...minimal, app: { ...minimal.app, name: '   ' } }, '/app/name bad-characters'],
    [{ ...minimal, app: { ...minimal.app, packageName: 'com.a\u0007b' } }, '/app/packageName bad-characters'],
    [{ ...minimal, app: { ...minimal.app, packageName: 'com.a b' } }, '/app/packageName bad-characters'],
    [{ ...minimal, app: { ...minimal.app, audience: 'pets' } }, '/app/audience unknown-value'],
    [{ ...minimal, privacyPolicyUrl: 'javascript:alert(1)' }, '/privacyPolicyUrl bad-url'],
    [{ ...minimal, privacyPolicyUrl: 'https://user:secret@example.com/privacy' }, '/privacyPolicyUrl bad-url'],
    [{ ...minimal, permissions: [{ purpose: 'x' }] }, '/permissions/0/name missing-field'],
    [{ ...minimal, app: { ...minimal.app, description: 'a\u0000b' } }, '/app/description bad-characters'],
    [{ ...minimal, app: { ...minimal.app, description: '长'.repeat(20_001) } }, '/app/description too-long'],
    [{ ...minimal, app: { ...minimal.app, generativeAi: { filing: 'x' } } }, '/app/generativeAi/filing unknown-field'],
    [{ ...minimal, app: { ...minimal.app, generativeAi: { humanLike: 'no' } } }, '/app/generativeAi/humanLike wrong-type'],
    [
      { ...minimal, app: { ...minimal.app, generativeAi: { filingNumbers: [''] } } },
      '/app/generativeAi/filingNumbers/0 too-short',
    ],
    [{ ...minimal, developer: { id: 'd', kind: 'firm' } }, '/developer/kind unknown-value'],
    [{ ...minimal, developer: { id: 'd', verified: 'yes' } }, '/developer/verified wrong-type'],
    [{ ...minimal, complaints: { url: 'mailto:a@b.cn' } }, '/complaints/url bad-url'],
    [{ ...minimal, complaints: { email: 'a\nb@c.cn' } }, '/complaints/email bad-characters'],
  ])('points at the field that is wrong: %#', (value, expected) => {
    expect(issuesOf(value)).toContain(expected);
  });

  test.each([null, 'text', 3, []])('refuses %p as a whole', (value) => {
    expect(issuesOf(value)).toEqual([' wrong-type']);
  });

  test('says it in both languages', () => {
    const result = parseListing({ app: { name: 1, category: 99 } });
    expect(result.ok).toBe(false);
    if (!result.ok) for (const { text } of result.issues) expect(text.zh.length * text.en.length).toBeGreaterThan(0);
  });

  test('what a rule should judge is let in: wrong codes, unreachable contacts, odd numbers', () => {
    const odd = {
      app: { name: '示例', category: 1, filingNumber: '备案中', generativeAi: { filingNumbers: ['无'] } },
      developer: { id: 'd', creditCode: '123', contact: { email: '暂无', phone: '-' } },
      complaints: {},
    };
    expect(issuesOf(odd)).toEqual([]);
  });

  test('does not follow prototype keys', () => {
    expect(issuesOf(JSON.parse('{"__proto__":{"app":1},"app":{"name":"a","category":1},"developer":{"id":"d"}}'))).toEqual([
      '/__proto__ unknown-field',
    ]);
  });
});

test('the schema can be published as JSON Schema', () => {
  const schema = z.toJSONSchema(listingSchema, { io: 'input' });
  expect(schema.$ref).toBe('#/$defs/Listing');
  expect(schema.$defs?.Listing).toMatchObject({ required: ['app', 'developer'], additionalProperties: false });
});
