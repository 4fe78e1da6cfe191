/** What a person who has just started the service wants to know. */
export interface Greeting {
  readonly url: string;
  readonly servesConsole: boolean;
  readonly dataFolder: string | null;
  /** Shown once, at the first start. */
  readonly key: { readonly plain: string; readonly webhookSecret: string } | null;
  /** Who may sign in to the console; shown once, at the first start. */
  readonly administrator: { readonly name: string; readonly password: string } | null;
  /** Files to try it with; null where the development dependencies are not installed. */
  readonly sample: { readonly packagePath: string; readonly listingPath: string; readonly policyPath: string | null } | null;
}

/** Lines for the terminal, Chinese first. */
export function greet(greeting: Greeting): string {
  const { url, servesConsole, dataFolder, key, administrator, sample } = greeting;
  const lines = [
    '',
    '  Shelfgate 已就绪 is ready',
    `  接口 API        ${url}/v1`,
    ...(servesConsole ? [`  审核工作台 Console  ${url}/console/`] : []),
    `  接口文档 Docs    ${url}/docs`,
    ...(dataFolder === null ? [] : [`  数据目录 Data    ${dataFolder}`]),
    '',
  ];
  if (key !== null) {
    lines.push(
      '  首次启动已创建商店“local”及其密钥，仅显示这一次。',
      '  The first start made the store "local" and its key, shown only now:',
      `    API key         ${key.plain}`,
      `    webhook secret  ${key.webhookSecret}`,
      '',
    );
  } else {
    lines.push('  新密钥 A new key: npx shelfgate key create --store local', '');
  }
  if (administrator !== null) {
    lines.push(
      '  首次启动已创建管理员账号，一次性密码仅显示这一次，首次登录后须设置自己的密码。',
      '  The first start made an administrator; the password is shown only now and is replaced at the first sign-in:',
      `    account         ${administrator.name}`,
      `    password        ${administrator.password}`,
      '',
    );
  }
  lines.push('  试一试 Try it:', ...curl(url, key?.plain ?? '$SHELFGATE_KEY', sample).map((line) => `    ${line}`), '');
  return lines.join('\n');
}

function curl(url: string, key: string, sample: Greeting['sample']): string[] {
  const files = sample ?? { packagePath: 'app.apk', listingPath: 'listing.json', policyPath: 'policy.html' };
  return [
    // In double quotes, so that the shell puts the variable in.
    `curl -H "Authorization: Bearer ${key}" -H 'Prefer: wait=60' \\`,
    `  -F 'package=@${files.packagePath}' \\`,
    `  -F 'listing=<${files.listingPath}' \\`,
    ...(files.policyPath === null ? [] : [`  -F 'privacyPolicy=@${files.policyPath}' \\`]),
    `  ${url}/v1/submissions`,
  ];
}
