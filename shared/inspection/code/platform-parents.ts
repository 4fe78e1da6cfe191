/**
 * Superclasses and interfaces within the platform, as far as methods of the API tables are declared further up than where apps inherit
 * from (developer.android.com, class reference): a call that names `Activity` may mean a method of `Context`.
 */
const PARENTS: Readonly<Record<string, string>> = {
  'Landroid/app/Activity;': 'Landroid/view/ContextThemeWrapper;',
  'Landroid/app/ListActivity;': 'Landroid/app/Activity;',
  'Landroid/app/ActivityGroup;': 'Landroid/app/Activity;',
  'Landroid/app/TabActivity;': 'Landroid/app/ActivityGroup;',
  'Landroid/app/NativeActivity;': 'Landroid/app/Activity;',
  'Landroid/preference/PreferenceActivity;': 'Landroid/app/ListActivity;',
  'Landroid/accounts/AccountAuthenticatorActivity;': 'Landroid/app/Activity;',
  'Landroid/support/v4/app/FragmentActivity;': 'Landroid/app/Activity;',
  'Landroid/support/v7/app/AppCompatActivity;': 'Landroid/support/v4/app/FragmentActivity;',
  'Landroidx/core/app/ComponentActivity;': 'Landroid/app/Activity;',
  'Landroidx/activity/ComponentActivity;': 'Landroidx/core/app/ComponentActivity;',
  'Landroidx/fragment/app/FragmentActivity;': 'Landroidx/activity/ComponentActivity;',
  'Landroidx/appcompat/app/AppCompatActivity;': 'Landroidx/fragment/app/FragmentActivity;',
  'Landroid/app/DialogFragment;': 'Landroid/app/Fragment;',
  'Landroid/preference/PreferenceFragment;': 'Landroid/app/Fragment;',
  'Landroidx/fragment/app/DialogFragment;': 'Landroidx/fragment/app/Fragment;',
  'Landroidx/preference/PreferenceFragmentCompat;': 'Landroidx/fragment/app/Fragment;',
  'Landroid/view/ContextThemeWrapper;': 'Landroid/content/ContextWrapper;',
  'Landroid/app/Application;': 'Landroid/content/ContextWrapper;',
  'Landroid/app/Service;': 'Landroid/content/ContextWrapper;',
  'Landroid/app/IntentService;': 'Landroid/app/Service;',
  'Landroid/app/job/JobService;': 'Landroid/app/Service;',
  'Landroid/accessibilityservice/AccessibilityService;': 'Landroid/app/Service;',
  'Landroid/service/notification/NotificationListenerService;': 'Landroid/app/Service;',
  'Landroid/inputmethodservice/AbstractInputMethodService;': 'Landroid/app/Service;',
  'Landroid/inputmethodservice/InputMethodService;': 'Landroid/inputmethodservice/AbstractInputMethodService;',
  'Landroid/net/VpnService;': 'Landroid/app/Service;',
  'Landroid/app/backup/BackupAgent;': 'Landroid/content/ContextWrapper;',
  'Landroid/content/MutableContextWrapper;': 'Landroid/content/ContextWrapper;',
  'Landroid/content/ContextWrapper;': 'Landroid/content/Context;',
  'Landroid/test/mock/MockContext;': 'Landroid/content/Context;',
  'Landroid/test/mock/MockContentResolver;': 'Landroid/content/ContentResolver;',
  'Landroid/test/mock/MockPackageManager;': 'Landroid/content/pm/PackageManager;',
  'Ldalvik/system/PathClassLoader;': 'Ldalvik/system/BaseDexClassLoader;',
  'Ldalvik/system/DexClassLoader;': 'Ldalvik/system/BaseDexClassLoader;',
  'Ldalvik/system/InMemoryDexClassLoader;': 'Ldalvik/system/BaseDexClassLoader;',
  'Ldalvik/system/DelegateLastClassLoader;': 'Ldalvik/system/PathClassLoader;',
  'Ldalvik/system/BaseDexClassLoader;': 'Ljava/lang/ClassLoader;',
  'Ljava/net/URLClassLoader;': 'Ljava/lang/ClassLoader;',
  'Landroid/telephony/gsm/GsmCellLocation;': 'Landroid/telephony/CellLocation;',
  'Landroid/telephony/cdma/CdmaCellLocation;': 'Landroid/telephony/CellLocation;',
  'Landroid/text/ClipboardManager;': 'Ljava/lang/Object;',
  'Landroid/content/ClipboardManager;': 'Landroid/text/ClipboardManager;',
  'Ljava/net/Inet4Address;': 'Ljava/net/InetAddress;',
  'Ljava/net/Inet6Address;': 'Ljava/net/InetAddress;',
};

/** Every class of the platform whose superclasses are known, and these, nearest first. */
export const PLATFORM_CHAINS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.keys(PARENTS).map((descriptor) => {
    const chain: string[] = [];
    for (let at = PARENTS[descriptor]; at !== undefined; at = PARENTS[at]) chain.push(at);
    return [descriptor, chain];
  }),
);
