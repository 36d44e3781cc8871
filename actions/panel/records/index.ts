export { lockActivePeriod } from './lock-active-period'
export { lockAlarmList } from './lock-alarm-list'
export { lockAlarmUnread } from './lock-alarm-unread'
export { scaleHistoryList } from './scale-history-list'
