import { defineAction } from '../../../src/core/action'
import { flag, int, secret, text } from '../../shared'
import { panelParams } from '../shared/panel-params'
import { schedule } from '../shared/schedule'
import { temporaryPasswordFields } from '../shared/temporary-password-fields'

/**
 * Creates a temporary password. The answer does not name it: `temppwd.list` does.
 *
 * Document 004, lines 540-585: `schedule` is an Integer in the table, and JSON text by its description; `countryCode` is
 * an Integer there and text in the sample.
 */
export const lockTemppwdCreate = defineAction({
  name: 'tuya.m.device.lock.temppwd.create',
  family: 'panel',
  version: '4.0',
  safety: 'once',
  check: 'tuya.m.device.lock.temppwd.list',
  locks: ['wifi'],
  // Reported of keypads.
  reportedLocks: ['access-control'],
  params: panelParams({
    required: {
      /** Encrypted: the sample has 32 hexadecimal digits. How is not documented here, and there is no ticket. */
      password: secret(text({ min: 1 })),
      name: temporaryPasswordFields.name,
      effectiveTime: temporaryPasswordFields.effectiveTime,
      invalidTime: temporaryPasswordFields.invalidTime,
      availTime: temporaryPasswordFields.availTime,
    },
    optional: {
      schedule,
      phone: temporaryPasswordFields.phone,
      countryCode: int(),
    },
  }),
  result: flag(),
})
