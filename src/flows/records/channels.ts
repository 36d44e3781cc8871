import { over } from '../shared/channel'
import { INSTRUCTIONS } from '../shared/instructions'

const OPENINGS = 'tuya.m.scale.history.list'
const ALARMS = 'tuya.m.device.lock.alarm.list'

export const recordChannels = {
  /** The lists of the vendor, the richest first; those of the panel are queried by data point ids. */
  records: [
    /*#__PURE__*/ over('doorLock.listRecords'),
    /*#__PURE__*/ over('doorLock.operateRecords'),
    { operations: [OPENINGS], options: ['schema'] },
    /*#__PURE__*/ over(OPENINGS, INSTRUCTIONS),
    { operations: [ALARMS], options: ['schema'] },
    /*#__PURE__*/ over(ALARMS, INSTRUCTIONS),
    /*#__PURE__*/ over('doorLock.openingLogs'),
    /*#__PURE__*/ over('doorLock.alarmLogs'),
  ],
} as const
