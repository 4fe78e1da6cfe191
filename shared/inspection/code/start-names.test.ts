import { START_WORDS, startWord } from './start-names.ts';

const WORD = new Map<number | null, string>(Object.entries(START_WORDS).map(([name, number]) => [number, name]));

/** Methods of the vendors' documents by what they do. */
const NAMES = {
  start: `init initialize initSDK preInit start startWithConfigure startWithConfigOptions startWithAppId register registerApp registerPush
    setup setUp install initCrashReport initX5Environment initWithoutStart initWithContext initializeSdk initializeApp sdkInitialize
    asyncInit fullyInitialize attach with withApplicationToken takeOff turnOnPush activateApp configure config startTracking init$default
    initSdk-IoAF18A`,
  consent: `updatePrivacyAgree updatePrivacyShow setAgreePrivacy setPrivacy setPrivacyAgreed submitPolicyGrantResult setAuth setConsent
    setConsentStatus setHasUserConsent provideUserConsent updateGDPRConsent setGDPRStatus setCCPAStatus setCOPPAStatus grantConsent
    limitDataSharing trackingOptIn optOutTracking setDoNotSell setAgreePolicy enableTCFDataCollection setAgreePrivacyStrategy
    setAuthorizedState setIsPermissionGranted anonymizeUser optOut setOptOut`,
  switch: `enable disable enableDataCollect disableSDK enablePush setEnableLocation setPersonalRecommend setAnalyticsCollectionEnabled
    setProgrammaticRecommend setPersonalizedState setPermissionReadDeviceID setPushMode stop setAutoTrackEnable`,
};

test.each(Object.entries(NAMES))('words of the vendors: %s', (word, names) => {
  const told = names.split(/\s+/).map((name) => [name, WORD.get(startWord(name)) ?? null]);
  expect(told.filter(([, found]) => found !== word)).toEqual([]);
});

test('other names say nothing of it', () => {
  const names = `<init> <clinit> startsWith startActivity startActivityForResult startService initial initialized initView registered
    registerReceiver registerListener registerActivityLifecycleCallbacks registerTypeAdapter setEnabled setText getConsent
    isPrivacyAgreed onPrivacyAgreed hasConsent showPrivacyDialog enabled prepare present previous withContentDescription
    setDebugMode setOnClickListener run a update attachBaseContext setupWithViewPager create pre agreeing`;
  const told = names.split(/\s+/).map((name) => [name, startWord(name)]);
  expect(told.filter(([, found]) => found !== null)).toEqual([]);
  expect(startWord(`init${'X'.repeat(1000)}`)).toBeNull();
});
