import type { Found, StatementReader } from './statement.ts';

const POLICY = '(?:政策|协议|声明|规则|条款|指引|内容|我们|处理|收集)';
const TICK = /(?:勾选|打勾|选中)[^。;]{0,40}(?:同意|政策|协议|授权|确认)|(?:同意|政策|协议)[^,。;]{0,20}(?:勾选|打勾)/;
const BUTTON = new RegExp(
  `(?:点击|点选|点按|按下|轻触)[^。;]{0,14}(?:同意|接受|确认|确定|下一步|注册|登录|“|【)[^。;]{0,60}(?:${POLICY}|同意|授权)`,
);
const SEPARATE =
  /单独(?:的|地|向您|征求|征得|取得|获得|获取|弹窗|授权|您|对您|进行|请求|再次|明示){0,3}[^,。;]{0,6}(?:同意|授权|告知|许可|弹窗)/;
const BY_USE =
  /(?:(?:使用|享受|接受|开始使用|提交|提供)[^,。;]{0,16}(?:服务|产品|平台|app|软件|应用|游戏|网站|功能|本|我们|客户端|小程序|系统|信息)|访问|登[录陆]|注册|下载|安装|浏览|启动|打开|进入|继续使用)[^。;]{0,36}(?:视为|等于|视同|表示|意味着|代表|表明|等同于|构成|默认为)(?!您?(?:取消|撤回|撤销|拒绝|放弃))[^。;]{0,24}?(?<!取消|撤回|撤销|了)(?:同意|接受|认可|授权)/;
const DEFAULT =
  /默认(?:勾选|选中|同意|授权|开启|打开|您(?:已)?同意|视为)|推定(?:您)?同意|未(?:提出)?(?:异议|反对)[^,。;]{0,10}视为[^,。;]{0,6}同意/;
const NOT = /(?:不会|不|并不|并非|不得|无法|绝不|均不|不再|未|而非|禁止|不能)(?:会|被|将|以|采取|是|因|为|系统)?[^,。;]{0,8}$/;
/** What stands before a consent by use may be an act of its own: 点击同意即表示, 勾选后视为. */
const ACTIVE = /(?:如|若|如果)(?:您|你)(?:已)?同意|点击|勾选|点选|单击|明示|签署/;
const OF_DEVICE = /系统(?:会|将)?默认|设备(?:厂商)?[^,。;]{0,8}默认|浏览器[^,。;]{0,10}默认|权限|定位|通知|功能|开关|cookie|排序/;

/** By which formula consent is given: a tick, a button, for itself, by mere use, by default. */
export const consent: StatementReader = {
  cue: /勾选|打勾|点击|点选|点按|单独|视为|视同|表示|意味着|代表|表明|等同于|等于|默认|推定|构成/,
  *read({ lower }) {
    const tick = TICK.exec(lower);
    const byDefault = DEFAULT.exec(lower);
    if (tick !== null && !/默认|肯定性动作|取消授权|取消勾选/.test(lower) && !NOT.test(lower.slice(0, tick.index).slice(-12)))
      yield found('tick', tick, 0.9);
    const button = tick === null ? BUTTON.exec(lower) : null;
    if (button !== null && /同意|授权|接受/.test(button[0]) && !/取消|关闭|撤回|不同意|拒绝|之前/.test(button[0]))
      yield found('button', button, 0.85);
    const separate = SEPARATE.exec(lower);
    if (separate !== null && !/无需|无须|不需要/.test(lower.slice(Math.max(0, separate.index - 12), separate.index))) {
      yield found('separate', separate, /单独[^,。;]{0,10}(?:同意|授权)/.test(separate[0]) ? 0.9 : 0.7);
    }
    const use = BY_USE.exec(lower);
    if (use !== null && /同意|接受|认可|授权/.test(use[0]) && /您|你|用户|玩家/.test(lower) && !denied(lower, use)) {
      const active = ACTIVE.test(lower.slice(0, use.index + use[0].length)) || /不代表|不表示|不意味|不构成|不视为/.test(use[0]);
      if (!active) yield found('by-use', use, /视为|即表示|则?表示|意味着|均?视同/.test(use[0]) ? 0.85 : 0.7);
    }
    if (
      byDefault !== null &&
      !NOT.test(lower.slice(0, byDefault.index).slice(-14)) &&
      !/保持默认关闭|非默认|(?:不|非)默认/.test(lower)
    ) {
      yield found('default', byDefault, OF_DEVICE.test(lower) ? 0.5 : 0.8);
    }
  },
};

function denied(lower: string, match: RegExpExecArray): boolean {
  return (
    NOT.test(lower.slice(0, match.index).slice(-12)) ||
    /(?:不|并不|不会|并非|不能)(?:会|被|应)?(?:视为|视同|表示|意味着|代表|构成)/.test(match[0])
  );
}

function found(
  formula: 'tick' | 'button' | 'separate' | 'by-use' | 'default',
  match: RegExpExecArray,
  confidence: number,
): Found {
  return { means: { kind: 'consent', formula }, at: match.index, length: match[0].length, confidence };
}
