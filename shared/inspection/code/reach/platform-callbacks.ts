/**
 * Which methods the platform (or a run time that apps bring along) calls by itself when it was handed an object of the type.
 *
 * `hand-off`: the object is work to be done: it runs on another thread, later, or by the library that it was given to.
 * `callback`: the platform calls it when something happens that needs no user: a location, a broadcast, a connected service.
 * `user`: it is called when the user does something (or only when the app crashes or is torn down): nothing runs by having been registered.
 *
 * One line a type: its dotted name and the methods; `*` is every method that is named like a callback (`on…`) and not like one of the
 * user's (see `USER_METHOD`). Platform types that are not listed count as `callback` with `*`. Types of Kotlin, RxJava and kin are listed
 * under the names that they have when they are not renamed; renamed ones are followed like any class of the app.
 */
export const HAND_OFFS = `
java.lang.Runnable run
java.lang.Thread run
java.util.concurrent.Callable call
java.util.concurrent.FutureTask run done
java.util.concurrent.RecursiveTask compute
java.util.concurrent.RecursiveAction compute
java.util.concurrent.ForkJoinTask exec
java.util.concurrent.CompletionService call
java.util.TimerTask run
java.security.PrivilegedAction run
java.security.PrivilegedExceptionAction run
android.os.Handler handleMessage
android.os.Handler$Callback handleMessage
android.os.HandlerThread run onLooperPrepared
android.os.AsyncTask doInBackground onPreExecute onPostExecute onProgressUpdate
android.os.CountDownTimer onTick onFinish
android.os.MessageQueue$IdleHandler queueIdle
android.view.Choreographer$FrameCallback doFrame
android.app.IntentService onHandleIntent
android.content.AsyncTaskLoader loadInBackground onStartLoading deliverResult
android.content.AsyncQueryHandler onQueryComplete onInsertComplete onUpdateComplete onDeleteComplete handleMessage
android.support.v4.content.AsyncTaskLoader loadInBackground onStartLoading deliverResult
androidx.loader.content.AsyncTaskLoader loadInBackground onStartLoading deliverResult
android.support.v4.app.JobIntentService onHandleWork
androidx.core.app.JobIntentService onHandleWork
androidx.work.ListenableWorker startWork
androidx.work.Worker doWork
androidx.work.CoroutineWorker doWork
androidx.work.RxWorker createWork
androidx.startup.Initializer create
kotlin.coroutines.jvm.internal.BaseContinuationImpl invokeSuspend
kotlin.coroutines.jvm.internal.SuspendLambda invokeSuspend
kotlin.coroutines.jvm.internal.RestrictedSuspendLambda invokeSuspend
kotlin.coroutines.jvm.internal.ContinuationImpl invokeSuspend
kotlin.coroutines.Continuation resumeWith
kotlin.jvm.functions.Function0 invoke
kotlin.jvm.functions.Function1 invoke
kotlin.jvm.functions.Function2 invoke
kotlin.jvm.functions.Function3 invoke
kotlin.jvm.functions.Function4 invoke
kotlin.jvm.functions.Function5 invoke
kotlin.jvm.functions.Function6 invoke
kotlin.jvm.functions.Function7 invoke
kotlin.jvm.functions.Function8 invoke
kotlin.jvm.functions.Function9 invoke
kotlin.jvm.functions.FunctionN invoke
rx.functions.Action0 call
rx.functions.Action1 call
rx.functions.Action2 call
rx.functions.Func0 call
rx.functions.Func1 call
rx.functions.Func2 call
rx.functions.Func3 call
rx.Observable$OnSubscribe call
rx.Single$OnSubscribe call
${['io.reactivex', 'io.reactivex.rxjava3', 'io.reactivex.rxjava3.core']
  .flatMap((prefix) => [
    `${prefix}.ObservableOnSubscribe subscribe`,
    `${prefix}.FlowableOnSubscribe subscribe`,
    `${prefix}.SingleOnSubscribe subscribe`,
    `${prefix}.MaybeOnSubscribe subscribe`,
    `${prefix}.CompletableOnSubscribe subscribe`,
    `${prefix}.functions.Action run`,
    `${prefix}.functions.Consumer accept`,
    `${prefix}.functions.BiConsumer accept`,
    `${prefix}.functions.Predicate test`,
    `${prefix}.functions.BiPredicate test`,
    `${prefix}.functions.BooleanSupplier getAsBoolean`,
    `${prefix}.functions.Supplier get`,
    `${prefix}.functions.Function apply`,
    `${prefix}.functions.BiFunction apply`,
    ...[3, 4, 5, 6, 7, 8, 9].map((count) => `${prefix}.functions.Function${count} apply`),
  ])
  .join('\n')}
`;

export const CALLBACKS = `
android.content.BroadcastReceiver onReceive
android.appwidget.AppWidgetProvider onReceive onUpdate onEnabled onAppWidgetOptionsChanged
android.content.ServiceConnection onServiceConnected
android.database.ContentObserver onChange
android.os.FileObserver onEvent
android.os.Binder onTransact
android.os.IBinder$DeathRecipient binderDied
android.os.ResultReceiver onReceiveResult
android.location.LocationListener *
android.hardware.SensorEventListener *
android.telephony.PhoneStateListener *
android.telephony.TelephonyCallback *
android.net.ConnectivityManager$NetworkCallback *
android.app.Application$ActivityLifecycleCallbacks onActivityPreCreated onActivityCreated onActivityPostCreated onActivityPreStarted onActivityStarted onActivityPostStarted onActivityPreResumed onActivityResumed onActivityPostResumed
android.app.job.JobService onStartJob
android.app.ActivityManager$OnUidImportanceListener onUidImportance
android.webkit.WebViewClient shouldOverrideUrlLoading shouldInterceptRequest *
android.webkit.WebChromeClient *
android.webkit.ValueCallback onReceiveValue
android.animation.TypeEvaluator evaluate
android.animation.TimeInterpolator getInterpolation
android.view.ViewTreeObserver$OnPreDrawListener onPreDraw
android.view.SurfaceHolder$Callback surfaceCreated surfaceChanged
android.view.SurfaceHolder$Callback2 surfaceCreated surfaceChanged surfaceRedrawNeeded
android.view.LayoutInflater$Factory onCreateView
android.view.LayoutInflater$Factory2 onCreateView
android.opengl.GLSurfaceView$Renderer onSurfaceCreated onSurfaceChanged onDrawFrame
android.widget.BaseAdapter getCount getItem getItemId getView getItemViewType
android.widget.Adapter getCount getItem getItemId getView getItemViewType
android.widget.ListAdapter getCount getItem getItemId getView getItemViewType
android.widget.ArrayAdapter getCount getItem getItemId getView getItemViewType
android.widget.CursorAdapter newView bindView getView
android.database.sqlite.SQLiteOpenHelper onCreate onUpgrade onDowngrade onConfigure onOpen
android.app.Fragment onAttach onCreate onCreateView onViewCreated onActivityCreated onStart onResume
android.app.DialogFragment onAttach onCreate onCreateDialog onCreateView onViewCreated onActivityCreated onStart onResume
android.app.Dialog onCreate onStart onAttachedToWindow
android.app.AlertDialog onCreate onStart onAttachedToWindow
java.lang.reflect.InvocationHandler invoke
java.lang.Comparable compareTo
java.util.Comparator compare
java.util.Iterator hasNext next
java.util.concurrent.ThreadFactory newThread
java.util.function.Consumer accept
java.util.function.BiConsumer accept
java.util.function.Function apply
java.util.function.BiFunction apply
java.util.function.UnaryOperator apply
java.util.function.BinaryOperator apply
java.util.function.Predicate test
java.util.function.BiPredicate test
java.util.function.Supplier get
java.lang.ThreadLocal initialValue
javax.net.ssl.HostnameVerifier verify
javax.net.ssl.X509TrustManager checkServerTrusted getAcceptedIssuers
org.xml.sax.helpers.DefaultHandler startDocument startElement characters endElement endDocument
java.io.FilenameFilter accept
java.io.FileFilter accept
`;

export const USER_DRIVEN = `
java.lang.Thread$UncaughtExceptionHandler uncaughtException
java.util.concurrent.RejectedExecutionHandler rejectedExecution
java.lang.Object finalize
android.text.TextWatcher beforeTextChanged onTextChanged afterTextChanged
android.text.style.ClickableSpan onClick updateDrawState
android.text.InputFilter filter
android.view.GestureDetector$OnGestureListener *
android.view.GestureDetector$OnDoubleTapListener *
android.view.GestureDetector$SimpleOnGestureListener *
android.view.ScaleGestureDetector$OnScaleGestureListener *
android.view.ActionMode$Callback *
android.view.MenuItem$OnMenuItemClickListener *
android.view.MenuItem$OnActionExpandListener *
android.content.DialogInterface$OnClickListener *
android.content.DialogInterface$OnCancelListener *
android.content.DialogInterface$OnDismissListener *
android.content.DialogInterface$OnKeyListener *
android.content.DialogInterface$OnMultiChoiceClickListener *
android.widget.PopupWindow$OnDismissListener *
android.app.DatePickerDialog$OnDateSetListener *
android.app.TimePickerDialog$OnTimeSetListener *
android.preference.Preference$OnPreferenceClickListener *
android.preference.Preference$OnPreferenceChangeListener *
`;

/** Methods of listeners that wait for the user, whatever their type. */
export const USER_METHOD =
  /^on(?:\w*Click\w*|\w*Touch\w*|Key\w*|\w*LongPress|Item\w*|Menu\w*|OptionsItem\w*|OptionsMenu\w*|ContextItem\w*|Back\w*|Checked\w*|Text\w*|Editor\w*|Scroll\w*|Swipe\w*|\w*Drag\w*|Hover\w*|\w*Query\w*|\w*Tracking\w*|Progress\w*|Rating\w*|Date\w*|Time\w*|Tab\w*|PageS\w*|Stop|Pause|Destroy\w*|Dismiss\w*|Cancel\w*|Detach\w*|Unbind|SaveInstance\w*|LowMemory|TrimMemory|Terminate|ActivityResult|RequestPermissionsResult|NewIntent|UserInteraction|UserLeaveHint|GenericMotion\w*|Trackball\w*|Nothing\w*)$/;

/** Packages of the platform: a class there that no DEX file defines exists all the same. */
export const PLATFORM_PREFIXES = [
  'android.',
  'java.',
  'javax.',
  'dalvik.',
  'org.json.',
  'org.xml.',
  'org.w3c.',
  'org.apache.http.',
] as const;

/** Platform types that say nothing about callbacks, or whose callbacks are those of a component that the manifest declares. */
export const SILENT_TYPES: ReadonlySet<string> = new Set([
  'android.content.ComponentCallbacks',
  'android.content.ComponentCallbacks2',
  'android.app.Activity',
  'android.app.ListActivity',
  'android.app.TabActivity',
  'android.app.ActivityGroup',
  'android.app.NativeActivity',
  'android.preference.PreferenceActivity',
  'android.app.Service',
  'android.app.Application',
  'android.content.ContentProvider',
  'android.content.ContextWrapper',
  'android.view.ContextThemeWrapper',
  'java.lang.Object',
  'java.lang.Enum',
  'java.lang.Cloneable',
  'java.lang.CharSequence',
  'java.lang.AutoCloseable',
  'java.lang.annotation.Annotation',
  'java.io.Serializable',
  'java.io.Closeable',
  'android.os.Parcelable',
  'android.os.Parcelable$Creator',
  'android.os.IInterface',
]);
