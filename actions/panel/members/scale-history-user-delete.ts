import { defineAction } from '../../../src/core/action'
import { flag, id } from '../../shared'
import { panelParams } from '../shared/panel-params'

/** Removes a user of the lock. Document 004, lines 126-148. */
export const scaleHistoryUserDelete = defineAction({
  name: 'm.smart.scale.history.user.delete',
  family: 'panel',
  version: '1.0',
  safety: 'idempotent',
  // No such data, no such user, no such record.
  removes: { notFound: [1000, 2006, 2323], result: true },
  locks: ['wifi'],
  params: panelParams({ required: { userId: id() } }),
  result: flag(),
})
