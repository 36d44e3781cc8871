import { over } from '../shared/channel'
import { DEVICES, STATUS } from '../shared/device-status'

export const liveChannels = {
  /** The reports of the lock and what its host knows; without them, the status in the cloud, read once. */
  liveState: [{ options: ['dataPoints'] }, /*#__PURE__*/ over(DEVICES), /*#__PURE__*/ over(STATUS)],
} as const
