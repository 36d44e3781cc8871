import { radioOf } from '../../core/supports-lock-type'
import type { LockContext } from '../shared/lock-context'
import type { Mutex } from './mutex'
import { recovered, throwUnlessDone } from './outcome'
import type { Reader } from './read'
import { nameIssues, refuse } from './wanted'

const RENAME = 'temporaryPasswords.rename'

type Rename = (context: LockContext, id: string, name: string) => Promise<boolean>

export const rename =
  (context: LockContext, { get }: Reader, inTurn: Mutex) =>
  async (id: string, name: string): Promise<void> => {
    const order = context.selectOperation<Rename>(RENAME, [
      ['doorLock.modifyTemporaryPassword', renameOverMiniProgram],
      ['tuya.m.device.lock.temppwd.name.update', renameOverPanel],
    ])
    refuse(RENAME, nameIssues(name))
    const isRenamed = async () => ((await get(id)).name === name ? true : undefined)
    const origin = { action: RENAME }
    const isDone = await inTurn(() =>
      order(context, id, name).catch((error: unknown) =>
        recovered(error, isRenamed, context, origin),
      ),
    )
    throwUnlessDone(isDone, origin)
  }

/** The second form of document 001, lines 1008-1077: what is left out stays. Access control has the first alone. */
const renameOverMiniProgram: Rename = ({ deviceId, options, call }, password_id, name) =>
  call('doorLock.modifyTemporaryPassword', {
    device_id: deviceId,
    password_id,
    name,
    ...(radioOf(options.type) === 'ble' && { bluetooth_symbolic: true }),
  })

const renameOverPanel: Rename = ({ deviceId, call }, pwdId, name) =>
  call('tuya.m.device.lock.temppwd.name.update', { devId: deviceId, pwdId, name })
