import type { Text } from './en'

/** What the panel itself says in Chinese. */
export const zh: Text = {
  labels: {
    home: {
      title: '门锁',
      holdToUnlock: '长按开锁',
      keepHolding: '请继续按住',
      lock: '关锁',
      cancel: '取消',
      unread: '部分信息读取失败，显示的可能不是最新状态。',
      otherLanguage: 'English',
    },
    members: { title: '成员', methods: '开锁方式', noMethods: '还没有指纹、卡片或密码' },
    passwords: {
      title: '临时密码',
      none: '暂无临时密码',
      add: '新建密码',
      name: '使用人',
      validFor: '有效期',
      create: '创建',
      created: '密码已创建',
      onlyOnce: '密码仅显示这一次，请在关闭前告知使用人。',
      reveal: '显示',
      hide: '隐藏',
      copy: '复制',
      freeze: '冻结',
      unfreeze: '解冻',
      remove: '删除',
      yes: '确定',
      no: '取消',
    },
    records: { title: '记录', all: '全部', none: '暂无记录', stale: '新记录读取失败，正在重试。' },
    common: { retry: '重试', close: '关闭', loading: '加载中' },
  },
  durations: { hour: '1 小时', day: '1 天', week: '1 周' },
  asOf: (time) => `更新于 ${time}`,
  until: (time) => `有效期至 ${time}`,
  removeQuestion: (name) => `确定删除“${name}”的密码吗？`,
}
