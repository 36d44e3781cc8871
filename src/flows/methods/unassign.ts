import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { selectChannel } from '../shared/channel'
import type { LockContext } from '../shared/lock-context'
import { expectMethods, locateAll } from './assign'
import { each } from './assignments'
import { methodChannels, PANEL_UNASSIGN, UNASSIGN, UNASSIGN_LIST } from './channels'
import { confirmed } from './confirm'
import { codeOfKind, type MethodRef, type RefWith } from './method'

type Unassign = (lock: LockContext, methods: readonly MethodRef[]) => Promise<void>

const origin: ErrorOrigin = { action: 'methods.unassign' }
const OWNED = ['kind', 'number', 'memberId'] as const

const confirmUnassigned = (
  lock: LockContext,
  refs: readonly MethodRef[],
  send: () => Promise<unknown>,
): Promise<void> =>
  confirmed(lock, origin, {
    refs,
    send,
    isDone: (shown) => shown !== undefined && shown.memberId === undefined,
  })

const miniProgramUnassign: Unassign = async (lock, methods) => {
  const owned = await locateAll(lock, origin, methods, OWNED)
  await confirmUnassigned(lock, owned, () =>
    each(owned, ({ kind, code, number, memberId }) =>
      lock.call(UNASSIGN, {
        device_id: lock.deviceId,
        user_id: memberId,
        dp_code: code ?? codeOfKind(kind),
        unlock_sn: number,
      }),
    ),
  )
}

/** The operation names no member; it unassigns the method from any one. */
const panelUnassign: Unassign = async (lock, methods) => {
  const located = await locateAll(lock, origin, methods, ['unlockId'])
  await confirmUnassigned(lock, located, () =>
    each(located, ({ unlockId }) => lock.call(PANEL_UNASSIGN, { devId: lock.deviceId, unlockId })),
  )
}

/** One request for each member. */
const listUnassign: Unassign = async (lock, methods) => {
  const owned = await locateAll(lock, origin, methods, OWNED)
  const byMember = new Map<string, RefWith<'kind' | 'number'>[]>()
  for (const method of owned)
    byMember.set(method.memberId, [...(byMember.get(method.memberId) ?? []), method])
  await confirmUnassigned(lock, owned, () =>
    each(Array.from(byMember), ([user_id, ofMember]) =>
      lock.call(UNASSIGN_LIST, {
        device_id: lock.deviceId,
        user_id,
        unlock_list: ofMember.map(({ kind, code, number }) => ({
          code: code ?? codeOfKind(kind),
          unlock_sn: number,
        })),
      }),
    ),
  )
}

/** Unassigns methods from their members; they stay on the lock. */
export const unassignMethods = async (
  lock: LockContext,
  methods: readonly MethodRef[],
): Promise<void> => {
  const unassign = selectChannel(lock, origin.action, methodChannels.unassignedMethods, {
    [UNASSIGN]: miniProgramUnassign,
    [PANEL_UNASSIGN]: panelUnassign,
    [UNASSIGN_LIST]: listUnassign,
  })
  expectMethods(methods, origin)
  await unassign(lock, methods)
}
