/** The Chinese texts of jobs and hosts, by their English text. */
export const chineseTexts: Readonly<Record<string, string>> = {
  // Jobs
  'Unlock from anywhere': '远程开锁',
  'Unlock from anywhere with a stored PIN': '用已存的 PIN 码远程开锁',
  'Unlock with a phone near the lock': '手机靠近门锁开锁',
  'Bring a Bluetooth lock up to date from a phone near it': '手机靠近时同步蓝牙门锁',
  Lock: '上锁',
  'Switch unlocking from anywhere on and off': '开启或关闭远程开锁',
  'Create a temporary password': '创建临时密码',
  'Change a temporary password': '修改临时密码',
  'Freeze a temporary password': '冻结临时密码',
  'Unfreeze a temporary password': '解冻临时密码',
  'Remove a temporary password': '删除临时密码',
  'Make an offline password': '生成离线密码',
  'Read a dynamic password': '获取动态密码',
  'Read the records': '读取记录',
  'See the present state of the lock': '查看门锁当前状态',
  'Change a setting of the lock': '修改门锁设置',
  'List the members': '列出成员',
  'Add a member': '添加成员',
  'Change a member': '修改成员',
  'Remove a member': '移除成员',
  'List every unlocking method': '列出全部开锁方式',
  "List a member's unlocking methods": '列出某个成员的开锁方式',
  'Give an unlocking method to a member': '把开锁方式分配给成员',
  'Take an unlocking method from a member': '取消成员的开锁方式',
  'Rename an unlocking method': '重命名开锁方式',
  'Delete an unlocking method': '删除开锁方式',
  'Let an unlocking method raise a duress alarm': '为开锁方式设置劫持报警',
  'Enrol a fingerprint, card or other method': '录入指纹、门卡或其他开锁方式',
  'Share the lock with an invitation': '用邀请分享门锁',
  'Synchronise the unlocking methods of the lock': '同步门锁中的开锁方式',

  // Hosts
  'A WeChat mini-program with a server of your own': '微信小程序，配合自己的服务端',
  'Your server answers the mini-program operations of the vendor; the mini-program calls it with `wxRequest`. A webview with `fetchTransport` reaches the same, without Bluetooth.':
    '你的服务端应答厂商的小程序接口，小程序用 `wxRequest` 请求它。WebView 用 `fetchTransport` 能做的相同，但没有蓝牙。',
  'A WeChat mini-program or a web page with the gateway of this package':
    '微信小程序或网页，配合本包的网关',
  'Your server runs [`lockpanel/gateway`](gateway.md), which calls the open API of the cloud; the panel calls it with `wxRequest` or `fetchTransport`, with the options `limits` and `families`. For the owner of the lock; the policy gives others less.':
    '你的服务端运行 [`lockpanel/gateway`](gateway.md)，由它调用云端的 OpenAPI；面板用 `wxRequest` 或 `fetchTransport` 请求它，并传入 `limits` 和 `families` 选项。此表针对门锁拥有者，其他角色按策略更少。',
  'A server that calls the open API of the cloud': '调用云端 OpenAPI 的服务端',
  'A cloud project with its client id and secret, and `openApi`. Nothing else.':
    '只需要云项目的 client id 和密钥，以及 `openApi`。',
  "A panel in the vendor's app, with `ty`": '厂商 App 中的面板，使用 `ty`',
  'with `TYSdk`': '使用 `TYSdk`',
  "`nativeBridge` with `ty` or `TYSdk`, the data points of the lock (`dataPoints`, `schema`) and, for Bluetooth, `lockRandom` and `lockSync`. Not counted: routes of the open API, which `ty` sends where the app permits them, and `lockSdk`, which enrols where the vendor's lock SDK does.":
    '使用 `nativeBridge` 和 `ty` 或 `TYSdk`、门锁的功能点（`dataPoints`、`schema`），蓝牙门锁另需 `lockRandom` 和 `lockSync`。不计入：`ty` 在 App 允许时发送的 OpenAPI 路由，以及 `lockSdk`（厂商门锁 SDK 能录入的地方，它都能录入）。',
}
