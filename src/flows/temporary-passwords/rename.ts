import type { CallOptions } from '../../core/pipeline/call'
import { radioOf } from '../../core/supports-lock-type'
import type { LockContext } from '../shared/lock-context'
import { writesOf } from '../shared/read-back'
import { MODIFY } from './channels'
import type { Mutex } from './mutex'
import { nameKey } from './not-seen-yet'
import { typeOf } from './once'
import type { Reader } from './read'
import { reconcile, throwUnlessDone } from './reconcile'
import { nameIssues, throwIfIssues } from './validate'

const RENAME = 'temporaryPasswords.rename'

type Rename = (
  context: LockContext,
  id: string,
  name: string,
  once: boolean | undefined,
) => Promise<boolean>

export const rename = async (
  context: LockContext,
  { getOnce }: Reader,
  runExclusive: Mutex,
  id: string,
  name: string,
  once: boolean | undefined,
): Promise<void> => {
  const origin = { action: RENAME }
  const send = context.selectOperation<Rename>(RENAME, [
    [MODIFY, renameOverMiniProgram],
    ['tuya.m.device.lock.temppwd.name.update', renameOverPanel],
  ])
  throwIfIssues(RENAME, nameIssues(name))
  const readRenamed = async (options: CallOptions) =>
    (await getOnce(id, options)).name === name ? true : undefined
  const isDone = await runExclusive(() =>
    send(context, id, name, once).catch((error: unknown) =>
      reconcile(error, readRenamed, context, origin),
    ),
  )
  throwUnlessDone(isDone, origin)
  writesOf(context).remember(nameKey(id), name)
}

/** The second form of document 001, lines 1008-1077, keeps absent fields. Access control has only the first form. */
const renameOverMiniProgram: Rename = (context, password_id, name, once) =>
  context.call(MODIFY, {
    device_id: context.deviceId,
    password_id,
    name,
    ...typeOf(RENAME, context, password_id, once),
    ...(radioOf(context.options.type) === 'ble' && { bluetooth_symbolic: true }),
  })

const renameOverPanel: Rename = ({ deviceId, call }, pwdId, name) =>
  call('tuya.m.device.lock.temppwd.name.update', { devId: deviceId, pwdId, name })
