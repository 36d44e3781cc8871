import { selectChannel } from '../shared/channel'
import { expectParam } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { methodChannels, PANEL_RENAME, RENAME } from './channels'
import { confirmed } from './confirm'
import { locate } from './find'
import { codeOfKind, type MethodRef } from './method'

type Rename = (lock: LockContext, given: MethodRef, name: string) => Promise<void>

const origin = { action: 'methods.rename' }

const panelRename: Rename = async (lock, given, name) => {
  const { ref } = await locate(lock, origin, given, ['id'])
  await confirmed(lock, origin, {
    refs: [ref],
    send: () =>
      lock.call(PANEL_RENAME, { devId: lock.deviceId, opmodeId: ref.id, unlockName: name }),
    isDone: (shown) => shown?.name === name,
  })
}

const routeRename: Rename = async (lock, given, name) => {
  const { ref } = await locate(lock, origin, given, ['kind', 'number'])
  await confirmed(lock, origin, {
    refs: [ref],
    send: () =>
      lock.call(RENAME, {
        device_id: lock.deviceId,
        unlock_sn: ref.number,
        dp_code: ref.code ?? codeOfKind(ref.kind),
        unlock_name: name,
      }),
    isDone: (shown) => shown?.name === name,
  })
}

/** Gives a method another name in the cloud. */
export const renameMethod: Rename = async (lock, given, name) => {
  const rename = selectChannel(lock, origin.action, methodChannels.renamedMethods, {
    [PANEL_RENAME]: panelRename,
    [RENAME]: routeRename,
  })
  expectParam(typeof name === 'string' && name !== '', origin, 'name', 'expected a name')
  await rename(lock, given, name)
}
