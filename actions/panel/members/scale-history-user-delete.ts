import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'

/** Removes a user of the lock. Document 004, lines 126-148. */
export const scaleHistoryUserDelete = defineAction({
  name: 'm.smart.scale.history.user.delete',
  family: 'panel',
  version: '1.0',
  safety: 'idempotent',
  // No such data, no such user, no such record.
  removes: { notFound: [1000, 2006, 2323], result: true },
  locks: ['wifi'],
  params: params({ required: { devId: id(), userId: id() } }),
  result: flag(),
})
