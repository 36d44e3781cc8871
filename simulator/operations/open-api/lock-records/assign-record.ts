import { assignRecord } from '../../../../actions/open-api/lock-records/assign-record'
import { name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { assignMethods } from '../../../world/assign-methods'
import { lockFor } from '../../../world/lock-for'
import { logOf, methodOfEntry } from '../../../world/log'
import { operation } from '../../operation'

/** A second call for the same user changes nothing. */
export const assignRecordOperation = operation(assignRecord, {
  params: { device_id: name, record_id: name, user_id: name },
  handle: ({ world }, { device_id, record_id, user_id }) => {
    const lock = lockFor(assignRecord, world, device_id)
    const entry = logOf(world, lock).find(({ id }) => id === record_id)
    const method = entry && methodOfEntry(lock, entry)
    if (method === undefined) return refuse('no such record', 'record_id')
    assignMethods(world, lock, user_id, [method])
    return true
  },
})
