import type { CallOptions } from '../../core/pipeline/call'
import { selectChannel } from '../shared/channel'
import { expectId, failWith } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import {
  ASSIGNED_KEYS,
  METHODS,
  methodChannels,
  PANEL_ALL,
  PANEL_METHODS,
  USER_METHODS,
} from './channels'
import { assignedKeys, miniProgramMethods, type ReadMember, userMethods } from './member-readers'
import type { MethodFailure, UnlockMethod } from './method'
import { methodsOfDetail } from './method-rows'

const origin = { action: 'methods.ofMember' }
const panelMethods: ReadMember = async ({ deviceId, call, options: { schema } }, userId, options) =>
  methodsOfDetail(await call(PANEL_METHODS, { devId: deviceId, userId }, options), schema)

/** Only members of the home are listed; the methods of another member are unknown. */
const panelMethodsOfAll: ReadMember = async (lock, memberId, options) => {
  const { deviceId: devId, call } = lock
  const member = (await call(PANEL_ALL, { devId }, options)).find(
    ({ userId }) => userId === memberId,
  )
  return member === undefined
    ? failWith<MethodFailure>(
        origin,
        'not-listed',
        'This panel lists the methods of the members of the home only.',
      )
    : methodsOfDetail(member, lock.options.schema)
}

const memberReaders = {
  [METHODS]: miniProgramMethods,
  [PANEL_METHODS]: panelMethods,
  [USER_METHODS]: userMethods,
  [ASSIGNED_KEYS]: assignedKeys,
  [PANEL_ALL]: panelMethodsOfAll,
} as const

const selectReader = (lock: LockContext): ReadMember =>
  selectChannel(lock, origin.action, methodChannels.memberMethods, memberReaders)

/** The methods of a member. */
export const methodsOfMember = async (
  lock: LockContext,
  id: string,
  options: CallOptions = {},
): Promise<readonly UnlockMethod[]> => {
  expectId(id, origin)
  return selectReader(lock)(lock, id, options)
}

/** The other lists of this panel, which may have identifiers that the first one lacks. */
export const otherReaders = (lock: LockContext): readonly ReadMember[] => {
  const supported = methodChannels.memberMethods
    .filter(({ operations: [name] }) => lock.supports(name))
    .map(({ operations: [name] }): ReadMember => memberReaders[name])
  return supported.length < 2 ? [] : supported.filter((read) => read !== selectReader(lock))
}
