import { knowledge } from '../../knowledge/index.ts';
import { ConstantValues } from './constant-values.ts';
import { recogniseKey } from './keys.ts';

const values = new ConstantValues(knowledge.constants);

test.each([
  ['uri', 'content://sms', 'content://sms'],
  ['uri', 'content://sms/inbox', 'content://sms'],
  ['uri', 'content://smsprovider', undefined],
  ['uri', 'content://media/external/images/media/7', 'content://media/external/images'],
  ['setting', 'android_id', 'android_id'],
  ['setting', 'android_id_2', undefined],
  ['property', 'ril.serialnumber', 'ril.serialnumber'],
  ['property', 'ril.gsm.imei', 'ril.'],
  ['property', 'ro.serialnox', undefined],
  ['command', 'pm list packages -f', 'pm list packages'],
  ['command', 'getprop ro.serialno', 'getprop ro.serialno'],
  ['command', 'getprop net.dns1', 'getprop'],
  ['action', 'android.intent.action.PACKAGE_ADDED', 'android.intent.action.PACKAGE_ADDED'],
] as const)('%s %s means %s', (kind, text, value) => {
  expect(values.match(kind, text)?.value).toBe(value);
});

test.each([
  ['LTAI5tAbCdEfGhIjKlMnOpQr', 'aliyun-access-key'],
  [`AKID${'a1B2'.repeat(8)}`, 'tencent-secret-id'],
  ['AKIAIOSFODNN7EXAMPLE', 'aws-access-key'],
  [`AIza${'Ab1-_'.repeat(7)}`, 'google-api-key'],
  ['-----BEGIN PRIVATE KEY-----\nMIIE', 'private-key'],
  ['-----BEGIN RSA PRIVATE KEY-----', 'private-key'],
  ['MIIEvQIBADANBgkqhkiG9w0BAQEFAASC', 'private-key'],
])('%s is a key', (text, kind) => {
  expect(recogniseKey(text)).toEqual({ kind, hint: `${text.slice(0, 4)}…(${text.length})` });
});

test.each(['LTAI', 'AKIA is a prefix', 'AIza-short', '-----BEGIN PUBLIC KEY-----', 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'])(
  '%s is none',
  (text) => {
    expect(recogniseKey(text)).toBeNull();
  },
);
