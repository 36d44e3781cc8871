import { radioOf } from '../../core/supports-lock-type'
import {
  temporaryPasswordDelete,
  temporaryPasswordDeleteReport,
} from '../../data-points/raw/temporary-password-delete'
import type { LockContext } from '../shared/lock-context'
import { selectWithPoint, sendCommand } from '../shared/lock-points'
import { writesOf } from '../shared/read-back'
import { DELETE, DELETE_POINT, PANEL_DELETE, passwordChannels } from './channels'
import { localPasswordsOf } from './local-passwords'
import { createdKey, removedKey } from './not-seen-yet'
import { numberOf, throwUnlessOk } from './numbered-password'
import type { Reader } from './read'
import { throwUnlessDone } from './reconcile'

const REMOVE = 'temporaryPasswords.remove'
const CLEAR = 'temporaryPasswords.clearInvalid'
const RECORD = 'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/record'

type Removal = (context: LockContext, id: string) => Promise<boolean>

export const remove = async (context: LockContext, id: string): Promise<void> =>
  removeWith(
    context,
    id,
    selectWithPoint<Removal, typeof DELETE | typeof PANEL_DELETE>(
      context,
      REMOVE,
      passwordChannels.removedPasswords,
      { [DELETE]: removeOverMiniProgram, [PANEL_DELETE]: removeOverPanel },
      removeOverLock,
    ),
  )

const removeWith = async (context: LockContext, id: string, send: Removal): Promise<void> => {
  throwUnlessDone(await send(context, id), { action: REMOVE })
  const writes = writesOf(context)
  writes.forget(createdKey(id))
  writes.remember(removedKey(id))
}

const removeOverMiniProgram: Removal = ({ deviceId, options, call }, password_id) =>
  call(DELETE, {
    device_id: deviceId,
    password_id,
    ...(radioOf(options.type) === 'ble' && { bluetooth_symbolic: true }),
  })

const removeOverPanel: Removal = ({ deviceId, call }, id) =>
  call(PANEL_DELETE, { devId: deviceId, id })

/** Data point 52. */
const removeOverLock: Removal = async (context, id) => {
  const number = numberOf(REMOVE, id)
  const { result } = await sendCommand(
    context,
    { action: REMOVE, family: 'panel' },
    {
      code: DELETE_POINT,
      value: temporaryPasswordDelete.encode({ sn: number }),
      report: temporaryPasswordDeleteReport,
      isAnswer: ({ sn }) => sn === number,
    },
  )
  throwUnlessOk(REMOVE, result)
  localPasswordsOf(context).delete(id)
  return true
}

/** The routes refuse to delete an expired password; they remove its record. */
const removeRecord: Removal = ({ deviceId, call }, password_id) =>
  call(RECORD, { device_id: deviceId, password_id })

/** Clears with one command where an operation exists, else removes one password after the other. */
export const clearInvalid = async (context: LockContext, { expiredIds }: Reader): Promise<void> => {
  const clearAll = async () =>
    throwUnlessDone(
      await context.call('doorLock.removalInvalidTempPasswords', { device_id: context.deviceId }),
      { action: CLEAR },
    )
  const removeEach = (send: Removal) => async () => {
    const failures: unknown[] = []
    // The list may still show a password that this panel has just removed.
    const isListedOnly = (id: string) => writesOf(context).recall(removedKey(id)) !== undefined
    for (const id of (await expiredIds()).filter((one) => !isListedOnly(one)))
      await removeWith(context, id, send).catch((error) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  return context.selectOperation(CLEAR, [
    ['doorLock.removalInvalidTempPasswords', clearAll],
    [RECORD, removeEach(removeRecord)],
    [DELETE, removeEach(removeOverMiniProgram)],
    [PANEL_DELETE, removeEach(removeOverPanel)],
  ])()
}
