import { defineAction } from '../../../src/core/action'
import { record, text } from '../../shared'
import { deviceParams } from '../shared/device-params'

/**
 * Reads the account of the current user, to which a verification code can be sent.
 *
 * Confidence A (vendor page): has no table of the result.
 */
export const userAccountGet = defineAction({
  name: 'tuya.m.device.user.account.get',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['zigbee'],
  params: deviceParams,
  result: record({ key: { account: text({ min: 1 }) }, documented: { countryCode: text() } }),
})
