import { STAFF_ROLES } from '../../domain/review/account.ts';
import { flag, integer, mappingTo, text, url } from './kinds.ts';
import { secret, type Variable, variable } from './variable.ts';

/** How people sign in to the console. */
export const CONSOLE_VARIABLES = {
  SESSION_HOURS: variable(
    integer(1, 24 * 31),
    '12',
    '工作台登录的有效小时数，到期须重新登录',
    'Hours after which a reviewer signs in again, however busy',
  ),
  SESSION_IDLE_MINUTES: variable(
    integer(1, 24 * 60),
    '120',
    '工作台闲置多少分钟后须重新登录',
    'Minutes without use after which a reviewer signs in again',
  ),
  SIGN_IN_PER_MINUTE: variable(
    integer(1, 100_000),
    '10',
    '每个来源地址每分钟可有的登录失败次数；每个账号名为其三倍',
    'Failed sign-ins a minute, per address they come from; three times as many per account name',
  ),
  SIGN_IN_OVER_HTTP: variable(
    flag(),
    'false',
    '是否允许其他机器不经 HTTPS 登录工作台；本机（localhost）总是允许',
    'Whether people on other machines may sign in without HTTPS; on localhost they always may',
  ),
  OIDC_ISSUER: variable(
    url(['https', 'http'], 'https://…; http:// on localhost only'),
    null,
    '单点登录（OpenID Connect）服务的 issuer；留空则只用本地账号',
    'Issuer of the OpenID Connect provider for single sign-on; without it, local accounts only',
  ),
  OIDC_CLIENT_ID: variable(text('client id'), null, '在单点登录服务登记的客户端标识', 'Client id at the provider'),
  OIDC_CLIENT_SECRET: secret(
    text('client secret'),
    '客户端密钥；公共客户端（仅 PKCE）留空',
    'Client secret; without it a public client (PKCE alone)',
  ),
  OIDC_NAME: variable(
    text('text'),
    'SSO',
    '登录页上单点登录服务的名称',
    'The provider’s name as people know it, on the sign-in page',
  ),
  OIDC_SCOPES: variable(
    text('words with blanks between them'),
    'openid profile email',
    '请求的 scope',
    'Scopes that are asked for',
  ),
  OIDC_ROLE_CLAIM: variable(
    text('name, or names with dots between them'),
    'groups',
    '决定角色的声明，例如 groups 或 realm_access.roles',
    'Claim that decides the role, such as groups or realm_access.roles',
  ),
  OIDC_ROLES: variable(
    mappingTo(STAFF_ROLES),
    null,
    '声明的值对应的角色，先写者优先，例如 shelf-admins=administrator,shelf-reviewers=reviewer；不在其中的人不能登录',
    'Which value of the claim makes which role, first match first, such as shelf-admins=administrator,shelf-reviewers=reviewer; nobody else gets in',
  ),
  OIDC_ONLY: variable(
    flag(),
    'false',
    '是否只用单点登录，关闭本地密码登录',
    'Whether single sign-on is the only way in and local passwords are off',
  ),
} as const satisfies Record<string, Variable<unknown>>;
