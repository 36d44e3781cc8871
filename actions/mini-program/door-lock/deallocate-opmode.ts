import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'
import { unlockingMethodFields } from '../shared/unlocking-method'

/** Unassigns one unlocking method from a user; `allocateOpmode` assigns several at once. Document 001, lines 1432-1467. */
export const deallocateOpmode = defineAction({
  name: 'doorLock.deallocateOpmode',
  family: 'mini-program',
  safety: 'idempotent',
  // No such data, no such record: the method is no longer assigned to the user. "No such user" (2006) does not mean that.
  removes: { notFound: [1000, 2323], result: true },
  locks: ['wifi', 'ble'],
  // By the document of its twin over the open API.
  reportedLocks: ['zigbee'],
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
