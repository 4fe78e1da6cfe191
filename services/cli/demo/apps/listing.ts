import type { WholeVersion } from './recipe.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The listing that the store sends along with a version. */
export function listingOf({ app, version, functions, sdks }: WholeVersion): Json {
  const listing: Json = {
    app: {
      name: app.name,
      packageName: app.packageName,
      versionName: version.version,
      category: app.category,
      filingNumber: app.filingNumber,
      audience: app.audience,
      description: app.description,
      features: { accounts: app.accounts, personalisedRecommendation: false, generativeAi: false, faceRecognition: false },
    },
    developer: { id: app.operator.id, name: app.operator.name, kind: 'company', contact: { phone: '0755-86013388' } },
    permissions: functions.flatMap(({ permissions, purpose }) =>
      permissions.map((name) => ({ name: name.includes('.') ? name : `android.permission.${name}`, purpose })),
    ),
    sdks: sdks.map(({ name, operator, purpose }) => ({ name, operator, purpose })),
    complaints: { phone: '0755-86013388' },
  };
  return laid(listing, version.listing as Json);
}

/** Objects are laid over objects; anything else takes the place, and null takes it away. */
function laid(base: Json, over: Json): Json {
  if (!isObject(base) || !isObject(over)) return over;
  const merged: Record<string, Json> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete merged[key];
    else merged[key] = Object.hasOwn(merged, key) ? laid(merged[key]!, value) : value;
  }
  return merged;
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
