import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { selectChannel } from '../shared/channel'
import { expectDone, expectId, expectParam } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { ASSIGN, ASSIGN_EACH, ASSIGN_LIST, methodChannels, PANEL_ASSIGN } from './channels'
import { locate, type RefWith } from './find'
import { codeOfKind, type MethodRef, typeOfKind } from './method'

export type Assign = (
  lock: LockContext,
  memberId: string,
  methods: readonly MethodRef[],
) => Promise<unknown>

const origin: ErrorOrigin = { action: 'methods.assign' }

/** The methods with the fields that an operation requires. */
export const locateAll = async <Field extends keyof MethodRef>(
  lock: LockContext,
  from: ErrorOrigin,
  methods: readonly MethodRef[],
  fields: readonly Field[],
): Promise<readonly RefWith<Field>[]> => {
  const located: RefWith<Field>[] = []
  for (const [index, method] of methods.entries())
    located.push((await locate(lock, from, method, fields, { path: `methods[${index}]` })).ref)
  return located
}

/** One after the other, until one is not executed. */
export const each = async <T>(
  items: readonly T[],
  move: (item: T) => Promise<unknown>,
): Promise<boolean> => {
  for (const item of items) if ((await move(item)) === false) return false
  return true
}

const KIND_AND_NUMBER = ['kind', 'number'] as const

const unlockList = async (lock: LockContext, methods: readonly MethodRef[]) =>
  (await locateAll(lock, origin, methods, KIND_AND_NUMBER)).map(({ kind, code, number }) => ({
    dp_code: code ?? codeOfKind(kind),
    unlock_sn: number,
  }))

const miniProgramAssign: Assign = async (lock, user_id, methods) => {
  const unlock_list = await unlockList(lock, methods)
  return lock.call(ASSIGN, { device_id: lock.deviceId, user_id, unlock_list })
}

/** One method as in the table, several as in the sample. */
const panelAssign: Assign = async (lock, userId, methods) => {
  const located = await locateAll(lock, origin, methods, ['unlockId'])
  const [unlockId = '', ...others] = located.map((method) => method.unlockId)
  return lock.call(PANEL_ASSIGN, {
    devId: lock.deviceId,
    userId,
    ...(others.length === 0 ? { unlockId } : { unlockIds: [unlockId, ...others] }),
  })
}

const listAssign: Assign = async (lock, user_id, methods) => {
  const unlock_list = await unlockList(lock, methods)
  return lock.call(ASSIGN_LIST, { device_id: lock.deviceId, user_id, unlock_list })
}

const eachAssign: Assign = async (lock, user_id, methods) =>
  each(await locateAll(lock, origin, methods, KIND_AND_NUMBER), ({ kind, number }) =>
    lock.call(ASSIGN_EACH, {
      device_id: lock.deviceId,
      user_id,
      no: String(number),
      type: typeOfKind(kind),
    }),
  )

export const assignments = {
  [ASSIGN]: miniProgramAssign,
  [PANEL_ASSIGN]: panelAssign,
  [ASSIGN_LIST]: listAssign,
  [ASSIGN_EACH]: eachAssign,
} as const

export const expectMethods = (methods: readonly MethodRef[], from: ErrorOrigin): void =>
  expectParam(methods.length > 0, from, 'methods', 'expected at least one method')

/** Assigns methods to a member. */
export const assignMethods = async (
  lock: LockContext,
  methods: readonly MethodRef[],
  memberId: string,
): Promise<void> => {
  const assign = selectChannel(lock, origin.action, methodChannels.assignedMethods, assignments)
  expectId(memberId, origin, 'memberId')
  expectMethods(methods, origin)
  expectDone(origin, await assign(lock, memberId, methods))
}
