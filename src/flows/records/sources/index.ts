import type { RecordSource } from '../lock-record'
import type { Source } from '../source'
import { alarmLogsSource } from './alarm-logs'
import { alarmListSource, historySource } from './history'
import { listRecordsSource } from './list-records'
import { openingLogsSource } from './opening-logs'
import { operateRecordsSource } from './operate-records'

export const sources: Readonly<Record<RecordSource, Source>> = {
  'doorLock.listRecords': listRecordsSource,
  'doorLock.operateRecords': operateRecordsSource,
  'tuya.m.scale.history.list': historySource,
  'tuya.m.device.lock.alarm.list': alarmListSource,
  'doorLock.openingLogs': openingLogsSource,
  'doorLock.alarmLogs': alarmLogsSource,
}
