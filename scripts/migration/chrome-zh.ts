import { translatorOf } from '../guide/translation'
import { type Chrome, GENERATED } from './chrome'
import { chineseTexts } from './texts-zh'

export const chinese: Chrome = {
  lockSdk: ({ all, replaced, inPart }) => `# 从厂商的门锁 SDK 迁移

${GENERATED}

下面逐个列出 \`@ray-js/lock-sdk\` 的函数及其对应写法；没有对应写法的，说明原因。${all} 个函数中有 ${replaced} 个有对应写法，其中 ${inPart} 个只覆盖部分功能。厂商的 SDK 只能运行在 App 自己的小程序里；在 lockpanel 中，各宿主能做什么见[宿主能力表](hosts.md)。

\`door\` 指 \`lock(panel, deviceId, options)\`，\`panel\` 指 \`createPanel(…)\`，\`dataPoints\` 指 \`tyDataPoints(…)\`。没有用代码样式书写的函数，公开资料中只有标题。

失败时得到的是带 \`kind\` 的错误（见[错误](errors.md)），不再是 \`{ errorCode, errorMsg }\`。SDK 的 1000 至 1072 号错误码不是云端的错误码：在云端，1010 表示 token 已过期。
`,
  panelTemplate: ({ all, wifi, ble }) => `# 从厂商的面板模板迁移

${GENERATED}

厂商的模板 \`PanelLock\` 调用了 \`@ray-js/ray\` 的 ${all} 个函数，在这里都有对应写法：Wi-Fi 门锁 ${wifi} 个，蓝牙门锁 ${ble} 个。测试在两种门锁上、在厂商 App 的宿主中（\`nativeBridge(ty)\`、\`tyDataPoints\`）对模拟器运行每一行。

\`door\` 指 \`lock(panel, deviceId, options)\`。部分行使用 OpenAPI 路由，由 \`ty\` 在 App 允许时发送；在云端创建或修改临时密码需要 \`passwordCipher\` 选项。没有这些路由时还能做什么，见[宿主能力表](hosts.md)。

模板等到任意一条功能点上报就算完成；这里的方法只等待与命令对应的上报，超时即失败，并区分命令未发送与结果未知（见[错误](errors.md)）。
`,
  fetch: (example) => `# 从 \`fetch\` 和 \`TYSdk.apiRequest\` 迁移

${GENERATED}

面板通过厂商的 \`fetch\` 或 \`TYSdk.apiRequest\` 发出的调用都可以保持原样：接口名和参数都是厂商的，\`panel.fetch\` 也接受厂商自己的写法。门锁的流程则用一次调用代替多次。

${example}
变化之处：

- 返回值就是结果本身，没有 \`success\` 和 \`result\` 这一层。失败是带 \`kind\` 的错误，不需要到应答里去判断（见[错误](errors.md)）。
- 无论云端用哪种形式，结果都只有一种形状：id 是字符串，开关是布尔值，列表是数组。
- 无效的参数在发送之前就被拒绝；拼错的接口名无法通过编译。
- 不再需要自己写重试和超时：面板只重试[可以安全重试](retries.md)的调用，应答丢失后绝不重发命令。

\`door\` 指 \`lock(panel, deviceId, options)\`，\`panel\` 指 \`createPanel(…)\`，\`dataPoints\` 指 \`tySdkDataPoints(…)\` 或 \`tyDataPoints(…)\`。OpenAPI 路由通过 \`openApi\` 有同样的对应写法。各宿主能做什么见[宿主能力表](hosts.md)。
`,
  columns: { lockSdk: '门锁 SDK', panelTemplate: '模板', fetch: '函数或接口' },
  lockNames: { wifi: 'Wi-Fi', ble: '蓝牙' },
  yes: '是',
  no: '否',
  none: '无',
  inPart: (names) => `部分：${names}`,
  text: translatorOf(chineseTexts, 'scripts/migration/texts-zh.ts'),
}
