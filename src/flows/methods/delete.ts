import { UnsupportedError } from '../../core/errors/unsupported-error'
import {
  unlockMethodDelete,
  unlockMethodDeleteReport,
} from '../../data-points/raw/unlock-method-delete'
import { userKindsOf } from '../members/roles'
import { expectParam, failWith } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { selectWithPoint, sendCommand } from '../shared/lock-points'
import { DELETE, DELETE_POINT, methodChannels } from './channels'
import { confirmed } from './confirm'
import { locate } from './find'
import {
  type MethodFailure,
  type MethodRef,
  rawOfKind,
  typeOfKind,
  type UnlockMethod,
} from './method'
import { ownerOnLock } from './owner-on-lock'
import { firstOfUserKinds } from './user-kinds'

type Delete = (lock: LockContext, given: MethodRef) => Promise<void>

const origin = { action: 'methods.delete' }

/** A method that the lists did not show before is no evidence when they do not show it afterwards. */
const isDeleted =
  (before: UnlockMethod | undefined) =>
  (shown: UnlockMethod | undefined): boolean =>
    before !== undefined && shown === undefined

const routeDelete: Delete = async (lock, given) => {
  const fields = ['kind', 'number', 'memberId'] as const
  const { ref, before } = await locate(lock, origin, given, fields, { mustRead: true })
  const params = {
    device_id: lock.deviceId,
    user_id: ref.memberId,
    unlock_type: typeOfKind(ref.kind),
    unlock_no: ref.number,
  }
  const userKinds = userKindsOf(lock.options.type)
  await confirmed(lock, origin, {
    refs: [ref],
    send: () =>
      firstOfUserKinds(userKinds, (user_type) => lock.call(DELETE, { ...params, user_type })),
    isDone: isDeleted(before),
  })
}

/** One method; 0 stands for a whole member. */
const ONE = 1

/** Data point 2. The lock reports the deletion, which the cloud sees too. */
const lockDelete: Delete = async (lock, given) => {
  const fields = ['kind', 'number'] as const
  const { ref, before } = await locate(lock, origin, given, fields, { mustRead: true })
  const type = rawOfKind(ref.kind)
  if (type === undefined)
    throw new UnsupportedError(origin, `data points have no name for the kind ${ref.kind}.`)
  const { memberId, isAdmin } = await ownerOnLock(lock, origin, ref)
  const { number: hardId } = ref
  expectParam(hardId < 0xff, origin, 'method.number', 'expected a number below 255')
  await confirmed(lock, origin, {
    refs: [ref],
    send: async () => {
      const { result } = await sendCommand(lock, origin, {
        code: DELETE_POINT,
        value: unlockMethodDelete.encode({
          type,
          stage: 'start',
          isAdmin,
          memberId,
          hardId,
          style: ONE,
        }),
        report: unlockMethodDeleteReport,
        isAnswer: (report) => report.type === type && report.hardId === hardId,
      })
      if (result !== 'ok')
        failWith<MethodFailure>(origin, 'not-done', 'The lock did not delete it. List the methods.')
    },
    isDone: isDeleted(before),
  })
}

/** Deletes a method from the lock and from the cloud. */
export const deleteMethod: Delete = (lock, given) =>
  selectWithPoint<Delete, typeof DELETE>(
    lock,
    origin.action,
    methodChannels.deletedMethods,
    { [DELETE]: routeDelete },
    lockDelete,
  )(lock, given)
