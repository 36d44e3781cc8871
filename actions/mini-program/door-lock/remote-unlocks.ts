import { defineAction } from '../../../src/core/action'
import { flag, id, listOf, oneOf, record } from '../../shared'
import { deviceParams } from '../shared/device-params'

/**
 * Lists the ways of remote unlocking that a lock has, and whether each is switched on.
 *
 * Document 001, lines 1248-1293: the sample has no result, so only the identifier is sure to come.
 */
export const remoteUnlocks = /*#__PURE__*/ defineAction({
  name: 'doorLock.remoteUnlocks',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble'],
  params: deviceParams,
  result: /*#__PURE__*/ listOf(
    /*#__PURE__*/ record({
      required: { device_id: /*#__PURE__*/ id() },
      optional: {
        remote_unlock_type: /*#__PURE__*/ oneOf(['remoteUnlockWithoutPwd', 'remoteUnlockWithPwd']),
        open: /*#__PURE__*/ flag(),
      },
    }),
  ),
})
