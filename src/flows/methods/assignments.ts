import type { LockContext } from '../shared/lock-context'
import { ASSIGN, ASSIGN_EACH, ASSIGN_LIST, PANEL_ASSIGN } from './channels'
import { codeOfKind, type MethodRef, type RefWith, typeOfKind } from './method'

/** An operation that assigns methods to a member, and the fields of a method that it requires. */
export interface Assignment<Field extends keyof MethodRef> {
  readonly fields: readonly Field[]
  readonly send: (
    lock: LockContext,
    memberId: string,
    methods: readonly RefWith<Field>[],
  ) => Promise<unknown>
}

/** One after the other, until one is not executed. */
export const each = async <T>(
  items: readonly T[],
  move: (item: T) => Promise<unknown>,
): Promise<boolean> => {
  for (const item of items) if ((await move(item)) === false) return false
  return true
}

type Numbered = RefWith<'kind' | 'number'>

const unlockList = (methods: readonly Numbered[]) =>
  methods.map(({ kind, code, number }) => ({
    dp_code: code ?? codeOfKind(kind),
    unlock_sn: number,
  }))

const fields = ['kind', 'number'] as const

const miniProgram: Assignment<'kind' | 'number'> = {
  fields,
  send: ({ call, deviceId }, user_id, methods) =>
    call(ASSIGN, { device_id: deviceId, user_id, unlock_list: unlockList(methods) }),
}

/** One method as in the table, several as in the sample. */
const panel: Assignment<'unlockId'> = {
  fields: ['unlockId'],
  send: ({ call, deviceId }, userId, methods) => {
    const [unlockId = '', ...others] = methods.map((method) => method.unlockId)
    return call(PANEL_ASSIGN, {
      devId: deviceId,
      userId,
      ...(others.length === 0 ? { unlockId } : { unlockIds: [unlockId, ...others] }),
    })
  },
}

const listRoute: Assignment<'kind' | 'number'> = {
  fields,
  send: ({ call, deviceId }, user_id, methods) =>
    call(ASSIGN_LIST, { device_id: deviceId, user_id, unlock_list: unlockList(methods) }),
}

const eachRoute: Assignment<'kind' | 'number'> = {
  fields,
  send: ({ call, deviceId }, user_id, methods) =>
    each(methods, ({ kind, number }) =>
      call(ASSIGN_EACH, {
        device_id: deviceId,
        user_id,
        no: String(number),
        type: typeOfKind(kind),
      }),
    ),
}

export const assignments = {
  [ASSIGN]: miniProgram,
  [PANEL_ASSIGN]: panel,
  [ASSIGN_LIST]: listRoute,
  [ASSIGN_EACH]: eachRoute,
} as const
