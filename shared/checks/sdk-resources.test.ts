import { isSdkResource } from './sdk-resources.ts';

test.each([
  'tt_privacy_policy',
  'ksad_download_privacy',
  'umcsdk_login_authority',
  'ssdk_cmcc_login_argree',
  'shanyan_view_login',
])('%s is an SDK’s', (name) => {
  expect(isSdkResource(name)).toBe(true);
});

test.each(['privacy_policy', 'login_agree', 'wx_login_hint', 'qq_agree', 'a', 'mobile_login_agree', 'signature_hint'])(
  '%s is the app’s',
  (name) => {
    expect(isSdkResource(name)).toBe(false);
  },
);
