import { over } from '../shared/channel'

export const PERMISSION = 'doorLock.getSyncableOpmodeTypes'
export const CLOUD_SYNC = 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync'

export const syncChannels = {
  opmodeSync: [
    { operations: [PERMISSION], options: ['dataPoints'] },
    /*#__PURE__*/ over(CLOUD_SYNC),
  ],
} as const
