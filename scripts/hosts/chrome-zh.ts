import { translatorOf } from '../guide/translation'
import { type Chrome, GENERATED } from './chrome'
import { chineseTexts } from './texts-zh'

export const chinese: Chrome = {
  intro: `# 宿主能力表

${GENERATED}

宿主是面板运行的地方。面板能调用厂商的哪些接口由宿主决定，所以同一个按钮在这个宿主上可用，在另一个宿主上可能不可用。下面每张表对应一种宿主：行是一项功能，列是结果相同的锁类型。

“是”表示可用。“否”后面的编号指向表下的说明，写明缺少哪个接口、功能点或选项。每个单元格都对模拟器运行过；模拟器按厂商文档以及关于真实云端的公开报告应答，你的云项目或某款产品可能拒绝得更多。有些接口对某种锁类型只有报告、没有文档，调用时会产生 \`undocumented-lock-type\` 事件。显示按钮之前先查询：门锁对象的 \`capabilities()\` 给出同样的结论和同样的原因（见[门锁支持什么](capabilities.md)）。

一个面板可以用 \`combine(…)\` 合并两种宿主，任意一种能做的，合并后都能做。`,
  typeNames: {
    wifi: 'Wi-Fi',
    'wifi-keepalive': 'Wi-Fi 保活',
    'wifi-video': 'Wi-Fi 可视',
    'wifi-standard': '标准 Wi-Fi',
    zigbee: 'Zigbee',
    ble: '蓝牙',
    'ble-gateway': '蓝牙（带网关）',
    'access-control': '门禁',
  },
  yes: '是',
  no: (note) => `否（${note}）`,
  orHost: '，或',
  notes: {
    vendor: '厂商',
    gateway: '网关',
    families: {
      'mini-program': '小程序接口',
      'open-api': 'OpenAPI 路由',
      panel: '面板接口',
    },
    or: ' 或 ',
    otherTypesOnly: (server, names) => `${server}只对其他锁类型提供 ${names}。`,
    withoutDataPoint: (names) => `门锁没有功能点 ${names}。`,
    withoutOperation: (server, families) => `${server}没有对应的${families.join('或 ')}。`,
    withoutOption: (names) => `此宿主没有 ${names}。`,
    elsewhere: (names) => `其他宿主可用：${names}。`,
  },
  text: translatorOf(chineseTexts, 'scripts/hosts/texts-zh.ts'),
}
