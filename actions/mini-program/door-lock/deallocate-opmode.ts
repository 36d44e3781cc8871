import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'
import { unlockingMethodFields } from '../shared/unlocking-method'

/** Takes one unlocking method from a user; `allocateOpmode` gives several at once. Document 001, lines 1432-1467. */
export const deallocateOpmode = defineAction({
  name: 'doorLock.deallocateOpmode',
  family: 'mini-program',
  safety: 'idempotent',
  // No such data, no such record: the method belongs to the user no longer. "No such user" (2006) says nothing of that.
  removes: { notFound: [1000, 2323], result: true },
  locks: ['wifi', 'ble'],
  params: params({
    required: {
      device_id: id(),
      user_id: id(),
      dp_code: unlockingMethodFields.dp_code,
      unlock_sn: unlockingMethodFields.unlock_sn,
    },
  }),
  result: flag(),
})
