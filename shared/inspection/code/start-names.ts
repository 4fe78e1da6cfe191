/**
 * The words by which SDKs are started and told of the user's consent, found in the documents of the vendors: `UMConfigure.preInit`,
 * `CrashReport.initCrashReport`, `IWXAPI.registerApp`, `TTAdSdk.start`, `FacebookSdk.sdkInitialize`, `Fabric.with`, `UAirship.takeOff`;
 * `AMapLocationClient.updatePrivacyAgree`, `MobSDK.submitPolicyGrantResult`, `JCollectionAuth.setAuth`, `Singular.limitDataSharing`,
 * `SensorsDataAPI.enableDataCollect`, `OneSignal.provideUserConsent`, `MixpanelAPI.optOutTracking`. Names are taken apart into words, so
 * that `startsWith` and `initial` are none of them.
 */

/** What a name says: that something starts, that the user agreed or not, or that something is switched. */
export const START_WORDS = { start: 0, consent: 1, switch: 2 } as const;

const STARTS = words('init initialize initialise pre start register setup install boot bootstrap activate configure turn');
/** Names that mean a start only when they are no longer. */
const WHOLE_STARTS = words('attach with config');
/** First words of such names as are a start: `async init`, `sdk initialize`, `re init`. */
const BEFORE_INIT = words('async do fully lazy re sdk auto manual');
const INITS = words('init initialize initialise');

const CONSENTS = words(
  'privacy agree agreed agreement policy consent gdpr ccpa coppa tcf grant granted optin optout permit authorize authorise authorized authorised auth revoke anonymize',
);
/** Words that speak of consent where another one follows: `opt in`, `data sharing`, `do not sell`. */
const CONSENT_PAIRS = words('opt-in opt-out data-sharing not-sell user-data personal-info limit-ad limit-data');
/** What only reads, answers or shows. */
const ASKS = words(
  'is get has can should need needs on to from check show read load open hide dismiss find query parse create new build',
);

const SWITCHES = words('enable disable stop');
const SETS = words('set update allow');
const SWITCHED = words(
  'enable enabled disable disabled collect collection collected push personal personalized personalised recommend recommendation tracking permission limit restrict',
);

/** Methods of the platform that classes of an app override or pass on, and what registers something else than the caller. */
const PLATFORM =
  /^(?:start(?:Activit|ActionMode|Anim|Foreground|Service|Intent|Support|Postponed|Nested|Drag|LockTask|Search|Element|Tag|Document)|registerForContextMenu|init(?:View|Data|Layout|Loader|Attr|Listener|Adapter|Toolbar|Title|Recycler|Event|UI$)|setup(?:View|With|Toolbar|Recycler)|setEnabled$|(?:enable|disable|setEnable)(?:Refresh|Load|Over|Scroll|Nested|Header|Footer|Auto[LS])|install(?:View|Decor))/;
const OTHERS =
  /(?:Listener|Observer|Callback|Callbacks|Receiver|Adapter|Type|Subtype|Module|Handler|Factory|Converter|Fragment|View)s?$/;

/** One of `START_WORDS`, or null for a name that says nothing of starts and consent. */
export function startWord(name: string): number | null {
  // Kotlin adds `$default` and `-impl`, and what is internal to a module.
  const cut = name.search(/[$-]/);
  const plain = cut > 0 ? name.slice(0, cut) : name;
  // Constructors and class initialisers (`<init>`) are no calls of a start.
  if (plain.length > 60 || plain.startsWith('<') || PLATFORM.test(plain)) return null;
  const parts = wordsOf(plain);
  const [first = '', second = ''] = parts;
  if (ASKS.has(first)) return null;
  if (parts.some((word, i) => CONSENTS.has(word) || CONSENT_PAIRS.has(`${word}-${parts[i + 1]}`))) return START_WORDS.consent;
  if (OTHERS.test(plain)) return null;
  if (STARTS.has(first)) return first === 'pre' && parts.length === 1 ? null : START_WORDS.start;
  if (BEFORE_INIT.has(first) && INITS.has(second)) return START_WORDS.start;
  if (plain === 'takeOff' || (first === 'set' && second === 'up') || (parts.length === 1 && WHOLE_STARTS.has(first)))
    return START_WORDS.start;
  if (first === 'with' && (second === 'application' || second === 'context')) return START_WORDS.start;
  if (SWITCHES.has(first)) return START_WORDS.switch;
  return SETS.has(first) && parts.some((word, i) => i > 0 && SWITCHED.has(word)) ? START_WORDS.switch : null;
}

/** `init Crash Report` of `initCrashReport`, `init S D K` of `initSDK` as `init sdk`; in small letters. */
function wordsOf(name: string): string[] {
  const found = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return found.map((word) => word.toLowerCase());
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
