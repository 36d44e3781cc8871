import { radioOf } from '../../core/supports-lock-type'
import type { LockContext } from '../shared/lock-context'
import { throwUnlessDone } from './outcome'
import type { Reader } from './read'

const REMOVE = 'temporaryPasswords.remove'
const CLEAR = 'temporaryPasswords.clearInvalid'

type Removal = (context: LockContext, id: string) => Promise<boolean>

export const remove =
  (context: LockContext) =>
  async (id: string): Promise<void> => {
    const order = context.selectOperation<Removal>(REMOVE, [
      ['doorLock.deleteTemporaryPassword', removeOverMiniProgram],
      ['tuya.m.device.lock.temppwd.del', removeOverPanel],
    ])
    throwUnlessDone(await order(context, id), { action: REMOVE })
  }

const removeOverMiniProgram: Removal = ({ deviceId, options, call }, password_id) =>
  call('doorLock.deleteTemporaryPassword', {
    device_id: deviceId,
    password_id,
    ...(radioOf(options.type) === 'ble' && { bluetooth_symbolic: true }),
  })

const removeOverPanel: Removal = ({ deviceId, call }, id) =>
  call('tuya.m.device.lock.temppwd.del', { devId: deviceId, id })

/** One order where there is one; else one password after the other. */
export const clearInvalid = (context: LockContext, { over }: Reader) => {
  const allAtOnce = async () =>
    throwUnlessDone(
      await context.call('doorLock.removalInvalidTempPasswords', { device_id: context.deviceId }),
      { action: CLEAR },
    )
  const oneAtATime = async () => {
    const failures: unknown[] = []
    for (const id of await over()) await remove(context)(id).catch((error) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  return async (): Promise<void> =>
    context.selectOperation(CLEAR, [
      ['doorLock.removalInvalidTempPasswords', allAtOnce],
      ['doorLock.deleteTemporaryPassword', oneAtATime],
      ['tuya.m.device.lock.temppwd.del', oneAtATime],
    ])()
}
