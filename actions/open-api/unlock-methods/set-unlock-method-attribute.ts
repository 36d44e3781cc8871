import { defineAction } from '../../../src/core/action'
import { flag, id, oneOf, params } from '../../shared'

/**
 * Switches voice or picture of an unlocking method on or off.
 *
 * Document 003, lines 465-510: the sample misspells the path, has attribute 4 and no body.
 */
export const setUnlockMethodAttribute = defineAction({
  name: 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/{opmode_id}/attribute/{attribute}/opmode-attr',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['wifi'],
  params: params({
    required: {
      device_id: id(),
      /** Called a serial number here; `listUserUnlockMethods` answers both, and this name for the id in the cloud. */
      opmode_id: id('Long'),
      /** 1 voice, 2 picture. */
      attribute: oneOf([1, 2]),
    },
    optional: { enabled: flag() },
  }),
  result: flag(),
})
