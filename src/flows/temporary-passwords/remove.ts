import { radioOf } from '../../core/supports-lock-type'
import type { LockContext } from '../shared/lock-context'
import { writesOf } from '../shared/read-back'
import { createdKey, removedKey } from './not-seen-yet'
import type { Reader } from './read'
import { throwUnlessDone } from './reconcile'

const REMOVE = 'temporaryPasswords.remove'
const CLEAR = 'temporaryPasswords.clearInvalid'

type Removal = (context: LockContext, id: string) => Promise<boolean>

export const remove = async (context: LockContext, id: string): Promise<void> => {
  const send = context.selectOperation<Removal>(REMOVE, [
    ['doorLock.deleteTemporaryPassword', removeOverMiniProgram],
    ['tuya.m.device.lock.temppwd.del', removeOverPanel],
  ])
  throwUnlessDone(await send(context, id), { action: REMOVE })
  const writes = writesOf(context)
  writes.forget(createdKey(id))
  writes.remember(removedKey(id))
}

const removeOverMiniProgram: Removal = ({ deviceId, options, call }, password_id) =>
  call('doorLock.deleteTemporaryPassword', {
    device_id: deviceId,
    password_id,
    ...(radioOf(options.type) === 'ble' && { bluetooth_symbolic: true }),
  })

const removeOverPanel: Removal = ({ deviceId, call }, id) =>
  call('tuya.m.device.lock.temppwd.del', { devId: deviceId, id })

/** Clears with one command where an operation exists, else deletes one password after the other. */
export const clearInvalid = async (context: LockContext, { expiredIds }: Reader): Promise<void> => {
  const clearAll = async () =>
    throwUnlessDone(
      await context.call('doorLock.removalInvalidTempPasswords', { device_id: context.deviceId }),
      { action: CLEAR },
    )
  const removeEach = async () => {
    const failures: unknown[] = []
    // The list may still show a password that this panel has just removed.
    const isListedOnly = (id: string) => writesOf(context).recall(removedKey(id)) !== undefined
    for (const id of (await expiredIds()).filter((one) => !isListedOnly(one)))
      await remove(context, id).catch((error) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  return context.selectOperation(CLEAR, [
    ['doorLock.removalInvalidTempPasswords', clearAll],
    ['doorLock.deleteTemporaryPassword', removeEach],
    ['tuya.m.device.lock.temppwd.del', removeEach],
  ])()
}
