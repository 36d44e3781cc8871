import type { Locale } from '../locale'
import { advice, problems } from './errors'
import { groups } from './groups'

/** Chinese words, in simplified characters. */
export const zh: Locale = {
  problems,
  advice,
  groups,
  steps: {
    checking: '正在检查门锁',
    ticket: '正在获取授权',
    sending: '正在发送指令',
    waking: '正在唤醒门锁',
    waiting: '等待门锁响应',
    config: '正在准备蓝牙',
    random: '正在连接门锁',
    instruction: '正在获取指令',
    requesting: '正在请求门锁数据',
    receiving: '正在接收门锁数据',
    starting: '正在启动',
    started: '门锁已就绪',
    enrolling: '正在录入',
    stopping: '正在停止',
    stopped: '已停止',
    ended: '录入已结束，正在确认结果',
    cancelled: '已取消',
    done: '已完成',
    other: '进行中',
  },
  repeat: '请再试一次',
  opening: (who, method) => `${who} ${method}开锁`.trim(),
  closing: (who) => `${who} 上锁`.trim(),
  doors: {
    online: { true: '在线', false: '离线' },
    asleep: { true: '休眠中', false: '已唤醒' },
    via: { cloud: '互联网', local: '局域网', bluetooth: '蓝牙' },
    bolt: { locked: '已上锁', unlocked: '已开锁' },
    door: { open: '门已打开', closed: '门已关闭' },
  },
  batteryLevels: { high: '电量充足', medium: '电量中等', low: '低电量', poweroff: '电量耗尽' },
  unknown: '未知',
  noRecords: '暂无记录',
  you: '我',
  noRequest: '暂无开门请求',
  request: (seconds) => `门外有人请求开门（${seconds} 秒）`,
  withDetails: (word, details) => `${word}（${details}）`,
  list: (names) => names.join('、'),
}
