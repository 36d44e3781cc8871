import { seed } from '../../../simulator'
import type { Examples } from './example'

const { frontDoor, porch, cellar } = seed.locks
const device_id = frontDoor.id
const firstPage = { page_no: 1, page_size: 10 }
const always = { start_time: 0, end_time: 0 }

/** Each answer has all fields of the vendor's sample. */
export const recordExamples = {
  'doorLock.alarmLogs': () => ({ device_id, codes: 'hijack', ...firstPage }),
  'doorLock.openingLogs': () => ({ device_id, ...always, ...firstPage }),
  'doorLock.listRecords': () => ({
    device_id: porch.id,
    target_standard_dp_codes: 'unlock_password',
    ...always,
    ...firstPage,
  }),
  'doorLock.operateRecords': () => ({
    device_id,
    startTime: 0,
    endTime: 0,
    pageSize: 10,
    logCategories: 'alarm_record',
    onlyShowMediaRecord: true,
  }),
  'doorLock.loglatest': () => ({ device_id: cellar.id }),
  'doorLock.getMediaUrl': () => ({ device_id, file_type: 2 }),
} satisfies Partial<Examples>
