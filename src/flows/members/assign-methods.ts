import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { selectChannel } from '../shared/channel'
import type { LockContext } from '../shared/lock-context'
import {
  ASSIGN,
  ASSIGN_EACH,
  ASSIGN_LIST,
  memberChannels,
  PANEL_ASSIGN,
  PANEL_UNASSIGN,
  UNASSIGN,
  UNASSIGN_LIST,
} from './channels'
import { expectDone, expectId, expectParam } from './expect'
import { codeOfKind, type MethodRef, typeOfKind } from './method'

type Assignment = (
  lock: LockContext,
  userId: string,
  methods: readonly MethodRef[],
) => Promise<unknown>

const assigning: ErrorOrigin = { action: 'members.assign' }
const unassigning: ErrorOrigin = { action: 'members.unassign' }

/** Methods by kind and number, for all families except panel APIs. */
const numbered = (methods: readonly MethodRef[], origin: ErrorOrigin) =>
  methods.map(({ kind, number, code }, index) => {
    expectParam(kind !== undefined, origin, `methods[${index}].kind`, 'expected a kind of method')
    expectParam(
      number !== undefined,
      origin,
      `methods[${index}].number`,
      'expected the number of the method',
    )
    return { kind, number, code: code ?? codeOfKind(kind) }
  })

/** Methods by `unlockId`, for panel APIs. */
const unlockIdsOf = (methods: readonly MethodRef[], origin: ErrorOrigin): readonly string[] =>
  methods.map(({ unlockId }, index) => {
    expectParam(
      unlockId !== undefined,
      origin,
      `methods[${index}].unlockId`,
      'expected the unlockId, which panel APIs require',
    )
    return unlockId
  })

/** One after the other, until one is not executed. */
const each = async <T>(items: readonly T[], move: (item: T) => Promise<unknown>) => {
  for (const item of items) if ((await move(item)) === false) return false
  return true
}

const miniProgramAssign: Assignment = ({ deviceId, call }, user_id, methods) =>
  call(ASSIGN, {
    device_id: deviceId,
    user_id,
    unlock_list: numbered(methods, assigning).map(({ code, number }) => ({
      dp_code: code,
      unlock_sn: number,
    })),
  })

/** One method as in the table, several as in the sample. */
const panelAssign: Assignment = ({ deviceId, call }, userId, methods) => {
  const [unlockId = '', ...others] = unlockIdsOf(methods, assigning)
  return call(PANEL_ASSIGN, {
    devId: deviceId,
    userId,
    ...(others.length === 0 ? { unlockId } : { unlockIds: [unlockId, ...others] }),
  })
}

const openApiAssign: Assignment = ({ deviceId, call }, user_id, methods) =>
  call(ASSIGN_LIST, {
    device_id: deviceId,
    user_id,
    unlock_list: numbered(methods, assigning).map(({ code, number }) => ({
      dp_code: code,
      unlock_sn: number,
    })),
  })

const openApiAssignEach: Assignment = ({ deviceId, call }, user_id, methods) =>
  each(numbered(methods, assigning), ({ kind, number }) =>
    call(ASSIGN_EACH, {
      device_id: deviceId,
      user_id,
      no: String(number),
      type: typeOfKind(kind),
    }),
  )

const miniProgramUnassign: Assignment = ({ deviceId, call }, user_id, methods) =>
  each(numbered(methods, unassigning), ({ code, number }) =>
    call(UNASSIGN, {
      device_id: deviceId,
      user_id,
      dp_code: code,
      unlock_sn: number,
    }),
  )

/** The operation names no user; it unassigns the method from any member. */
const panelUnassign: Assignment = ({ deviceId, call }, _, methods) =>
  each(unlockIdsOf(methods, unassigning), (unlockId) =>
    call(PANEL_UNASSIGN, { devId: deviceId, unlockId }),
  )

const openApiUnassign: Assignment = ({ deviceId, call }, user_id, methods) =>
  call(UNASSIGN_LIST, {
    device_id: deviceId,
    user_id,
    unlock_list: numbered(methods, unassigning).map(({ code, number }) => ({
      code,
      unlock_sn: number,
    })),
  })

const run = async (
  origin: ErrorOrigin,
  move: Assignment,
  ...[lock, id, methods]: Parameters<Assignment>
): Promise<void> => {
  expectId(id, origin)
  expectParam(methods.length > 0, origin, 'methods', 'expected at least one method')
  expectDone(origin, await move(lock, id, methods))
}

/** Assigns methods to a member. */
export const assignMethods = async (
  ...[lock, id, methods]: Parameters<Assignment>
): Promise<void> =>
  run(
    assigning,
    selectChannel(lock, assigning.action, memberChannels.assignedMethods, {
      [ASSIGN]: miniProgramAssign,
      [PANEL_ASSIGN]: panelAssign,
      [ASSIGN_LIST]: openApiAssign,
      [ASSIGN_EACH]: openApiAssignEach,
    }),
    lock,
    id,
    methods,
  )

/** Unassigns methods from a member; they stay on the lock. */
export const unassignMethods = async (
  ...[lock, id, methods]: Parameters<Assignment>
): Promise<void> =>
  run(
    unassigning,
    selectChannel(lock, unassigning.action, memberChannels.unassignedMethods, {
      [UNASSIGN]: miniProgramUnassign,
      [PANEL_UNASSIGN]: panelUnassign,
      [UNASSIGN_LIST]: openApiUnassign,
    }),
    lock,
    id,
    methods,
  )
