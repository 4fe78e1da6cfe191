import { SEVERITIES } from '../../domain/severity.ts';
import { CONSOLE_VARIABLES } from './console-variables.ts';
import { bytes, flag, integer, milliseconds, oneOf, someOf, text, url } from './kinds.ts';
import { concurrency, secret, type Variable, variable } from './variable.ts';

/** Every queue of the pipeline; each has a pool of its own that operations can size. */
export const QUEUES = [
  'retrieval',
  'inspection',
  'privacy-policy',
  'permission',
  'sdk',
  'behaviour',
  'listing',
  'verdict',
  'notification',
] as const;
export type QueueName = (typeof QUEUES)[number];

/** What a process may do. `all` stands for every one of the others. */
export const ROLES = ['api', 'console', ...QUEUES, 'reconciler'] as const;
export type Role = (typeof ROLES)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The whole configuration, in the order of the README's table. */
export const VARIABLES = {
  DATABASE_URL: secret(
    url(['postgres', 'postgresql'], 'postgres://user:password@host:port/database'),
    '数据库；留空则启动内嵌PostgreSQL',
    'Database; without it an embedded PostgreSQL is started',
  ),
  DATABASE_CONNECTIONS: variable(
    integer(2, 500),
    '10',
    '一个进程的数据库连接数上限',
    'Most connections to the database that one process holds',
  ),
  QUEUE_URL: secret(
    url(['redis', 'rediss', 'postgres', 'postgresql'], 'redis://host:port/0, rediss://… or postgres://…'),
    '队列后端；留空则与数据库相同',
    'Backend of the queues; without it the database',
  ),
  OBJECT_STORE_URL: variable(
    url(['file', 's3'], 'file:./folder or s3://host:port/bucket?tls=false&region=…'),
    null,
    '对象存储；留空则为数据目录下的 objects 目录',
    'Object store; without it the folder objects in the data folder',
  ),
  S3_ACCESS_KEY: secret(text('access key'), '对象存储的访问标识，s3 必填', 'Access key of the object store, required for s3'),
  S3_SECRET_KEY: secret(text('secret key'), '对象存储的访问密钥，s3 必填', 'Secret key of the object store, required for s3'),
  RULEBOOKS: variable(
    text('folder or file'),
    null,
    '商店规则库：目录（每个商店一个以其名称或编号命名的 YAML 文件，其余商店用 default.yaml）或一个供所有商店使用的文件；留空则执行内置规则库（全部规则生效）',
    'Rulebooks of the stores: a folder with a YAML file for each store, called by its name or id, and default.yaml for the others, or one file for all; without it the built-in rulebook, which enforces every rule',
  ),
  FILING_REGISTRY: variable(
    text('file'),
    null,
    'App备案登记的导出文件；留空则不核对备案',
    'File with the app filings; without it filings are not compared',
  ),
  SHELFGATE_DATA: variable(text('folder'), '.data', '内嵌形态的数据目录', 'Data folder of the embedded form'),
  SHELFGATE_ROLES: variable(someOf(['all', ...ROLES]), 'all', '本进程承担的角色', 'Which roles this process plays'),
  HOST: variable(text('address or host name'), '127.0.0.1', '接口监听地址', 'Address that the API listens on'),
  PORT: variable(integer(0, 65_535), '8080', '接口监听端口；0 为任选', 'Port of the API; 0 picks a free one'),
  OPERATIONS_PORT: variable(
    integer(0, 65_535),
    null,
    '不提供接口的进程在此端口给出 /healthz、/readyz、/metrics；留空则不给出',
    'Port on which a process without the API answers /healthz, /readyz and /metrics; without it, none',
  ),
  PUBLIC_URL: variable(
    url(['http', 'https'], 'http://… or https://…'),
    null,
    '商店看到的接口地址；留空则由监听地址得出',
    'Address of the API as stores see it; without it made of HOST and PORT',
  ),
  APPEALS: variable(
    text('text, http(s):// or mailto: address'),
    null,
    '报告中写给开发者的申诉方式：文字、网址或邮箱（mailto:）；留空则写明向商店申诉',
    'How developers appeal, as reports tell them: words, an address, or both; without it they are told to turn to the store',
  ),
  REVIEW_HOURS: variable(
    integer(1, 8_760),
    '24',
    '人工审核的时限：机审驳回或转人工后多少小时内应作出决定（自然小时，夜间、周末与节假日照计）',
    'Hours within which a person decides what the machine rejected or held; hours of the clock, nights, weekends and holidays included',
  ),
  REVIEW_HOURS_CHILDREN: variable(
    integer(1, 8_760),
    '8',
    '未成年人使用的应用的人工审核时限',
    'The same for apps that minors use',
  ),
  CLAIM_MINUTES: variable(
    integer(1, 1_440),
    '15',
    '领取案卷后多少分钟未延长即失效',
    'Minutes after which a reviewer’s claim on a submission ends unless it is prolonged',
  ),
  APPEAL_HOURS: variable(
    integer(1, 8_760),
    '72',
    '审核人员须在收到申诉后多少小时内答复；写入整改通知，并作为申诉在审核队列中的期限',
    'Hours within which reviewers answer an appeal; letters say so, and the queue has it as the appeal’s deadline',
  ),
  LOG_LEVEL: variable(oneOf(LOG_LEVELS), 'info', '日志级别', 'Log level'),
  MAX_PACKAGE_BYTES: variable(bytes(), '4GiB', '安装包大小上限', 'Largest package accepted'),
  MAX_POLICY_BYTES: variable(bytes(), '20MiB', '隐私政策文件大小上限', 'Largest privacy policy accepted, sent or fetched'),
  MAX_LISTING_BYTES: variable(bytes(), '1MiB', '上架信息大小上限', 'Largest listing accepted'),
  RESUMABLE_ABOVE_BYTES: variable(
    bytes(),
    '1GiB',
    '超过此大小的安装包须使用断点续传（tus）',
    'Packages above this size must be sent by resumable upload (tus)',
  ),
  UPLOAD_STAGING: variable(
    text('folder'),
    null,
    '断点续传的暂存目录；留空则为数据目录下的 uploads 目录',
    'Folder where resumable uploads wait; without it the folder uploads in the data folder',
  ),
  UPLOAD_STAGING_HOURS: variable(
    integer(1, 24 * 30),
    '48',
    '未完成或未使用的断点续传保留的小时数',
    'Hours that an unfinished or unused resumable upload is kept',
  ),
  TRUST_PROXY: variable(
    integer(0, 32),
    '0',
    '接口前的可信反向代理层数；据此从 X-Forwarded-For 取来源地址',
    'Trusted reverse proxies in front of the API; tells which address of X-Forwarded-For is the caller',
  ),
  RETRIEVAL_CONCURRENCY: concurrency(2, '拉取安装包', 'Retrieving packages'),
  // More than the threads that parse: a job that waits for a slow policy site must not keep packages waiting.
  INSPECTION_CONCURRENCY: concurrency(
    16,
    '解析安装包、抓取政策（解析另受线程数限制）',
    'Inspecting packages and fetching policies (threads limit the parsing)',
  ),
  PRIVACY_POLICY_CONCURRENCY: concurrency(4, '隐私政策检查', 'Privacy policy check'),
  PERMISSION_CONCURRENCY: concurrency(4, '权限检查', 'Permission check'),
  SDK_CONCURRENCY: concurrency(4, '第三方SDK检查', 'SDK check'),
  BEHAVIOUR_CONCURRENCY: concurrency(4, '行为检查', 'Behaviour check'),
  LISTING_CONCURRENCY: concurrency(4, '上架信息检查', 'Listing check'),
  VERDICT_CONCURRENCY: concurrency(4, '机审结论', 'Verdicts'),
  NOTIFICATION_CONCURRENCY: concurrency(8, '回调通知', 'Callbacks'),
  WORKER_THREADS: variable(
    integer(1, 128),
    null,
    '解析与检查用的线程数；留空则按处理器核数',
    'Threads that parse and check; without it as many as there are processor cores',
  ),
  WORKER_THREAD_MEMORY_MB: variable(
    integer(64, 65_536),
    '1024',
    '每个线程的堆内存上限（MB）',
    'Heap limit of each thread, in MB',
  ),
  INSPECTION_TIMEOUT_MS: variable(milliseconds(), '300000', '解析一个安装包的时限', 'Time limit of one inspection'),
  CHECK_TIMEOUT_MS: variable(milliseconds(), '60000', '一项检查的时限', 'Time limit of one check'),
  POLICY_FETCH_TIMEOUT_MS: variable(milliseconds(), '30000', '抓取隐私政策的时限', 'Time limit for fetching a privacy policy'),
  CHROMIUM_PATH: variable(
    text('file'),
    null,
    'Chromium 的可执行文件，用于读取由脚本渲染的隐私政策页面；留空则此类页面记为未能读取',
    'Chromium, for privacy policies that only scripts write; without it such pages could not be read',
  ),
  CHROMIUM_SANDBOX: variable(
    flag(),
    null,
    '是否启用 Chromium 自身的沙箱；留空则启用，以 root 运行时除外。容器不允许用户命名空间时须为 false',
    'Whether Chromium’s own sandbox is used; without it yes, except as root. Containers that forbid user namespaces need false',
  ),
  RENDER_CONCURRENCY: concurrency(
    1,
    '渲染政策页面（每页一个独立的浏览器进程）',
    'Rendering policy pages (a browser of its own for each)',
  ),
  RENDER_TIMEOUT_MS: variable(milliseconds(1_000), '20000', '渲染一个页面的时限', 'Time limit for rendering one page'),
  RETRIEVAL_TIMEOUT_MS: variable(
    milliseconds(),
    '3600000',
    '按地址拉取安装包的时限',
    'Time limit for retrieving a package by URL',
  ),
  ENQUEUE_TIMEOUT_MS: variable(
    milliseconds(),
    '3000',
    '入队时限；超时后由对账程序补入',
    'Time limit for adding a job; after it the reconciler adds it',
  ),
  JOB_LOCK_MS: variable(
    milliseconds(1_000),
    '15000',
    '工作进程中断后，其任务最久多长时间由其他进程接手',
    'How long the jobs of a killed worker wait, about, until another one takes them over',
  ),
  RECONCILE_EVERY_MS: variable(milliseconds(100), '15000', '对账间隔', 'How often lost jobs are looked for'),
  CALLBACK_TIMEOUT_MS: variable(milliseconds(), '15000', '一次回调的时限', 'Time limit of one callback'),
  CALLBACK_GIVE_UP_AFTER_MS: variable(milliseconds(), '86400000', '回调重试的总时长', 'How long a callback is tried again'),
  FETCH_ALLOW_PRIVATE_ADDRESSES: variable(
    flag(),
    'false',
    '是否允许抓取与回调访问内网地址；仅供测试与内网部署',
    'Whether fetching and callbacks may reach private addresses; for tests and closed networks only',
  ),
  SHUTDOWN_GRACE_MS: variable(milliseconds(), '30000', '停机时等待在途任务的时长', 'How long a stop waits for work in progress'),
  RATE_PER_MINUTE: variable(
    integer(1, 1_000_000),
    '600',
    '新建密钥默认的每分钟请求数上限',
    'Requests a minute that a new API key may make unless told otherwise',
  ),
  UNAUTHENTICATED_PER_MINUTE: variable(
    integer(1, 1_000_000),
    '60',
    '每个来源地址每分钟可有的无效密钥请求数',
    'Requests a minute with no or a wrong key, per address they come from',
  ),
  SECOND_REVIEWER_FROM: variable(
    oneOf([...SEVERITIES, 'never']),
    'reject',
    '改判放行被机审驳回的送审，或豁免其中的问题，问题达到此严重程度即须第二人确认；never 为不需要',
    'A rejection with a finding this strong is overturned, and such a finding waived, by two people; never: by one',
  ),
  UNDO_SECONDS: variable(
    integer(0, 3_600),
    '60',
    '审核决定可撤销的秒数；到期才通知商店',
    'Seconds for which a reviewer may undo a decision; the store is told after them',
  ),
  ...CONSOLE_VARIABLES,
} as const satisfies Record<string, Variable<unknown>>;

export type VariableName = keyof typeof VARIABLES;
