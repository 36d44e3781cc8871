import { flatMap } from '../../core/contract/flat-map'
import { isLockError } from '../../core/errors/lock-error'
import type { CallOptions } from '../../core/pipeline/call'
import { allMembers } from '../members/all-members'
import { selectChannel } from '../shared/channel'
import type { LockContext } from '../shared/lock-context'
import {
  ACCESS_CONTROL_LIST,
  HOME_LIST,
  MEMBERS,
  methodChannels,
  PANEL_ALL,
  PANEL_MEMBERS,
} from './channels'
import { isFirst } from './member-readers'
import type { MethodFailure, UnlockMethod } from './method'
import { methodsOfDetail } from './method-rows'
import { methodsOfMember } from './of-member'
import { canListUnassigned, unassignedMethods } from './unassigned'

/** Methods that a panel cannot list: those without a member, or those of the members without an account. */
export type MissingMethods = 'unassigned' | 'without-account'

/** The unlocking methods of a lock, as far as the panel can list them. */
export interface MethodList {
  /** The methods of all members, and those without a member. */
  readonly methods: readonly UnlockMethod[]
  /** What this panel cannot list, so that the lock may have more methods; empty if the list is complete. */
  readonly missing: readonly MissingMethods[]
}

type List = (lock: LockContext, options: CallOptions) => Promise<MethodList>

const origin = { action: 'methods.list' }

/** Reads the members, then the methods of each; the queue of the panel limits the requests at a time. */
const ofEachMember: List = async (lock, options) => {
  const ids: string[] = []
  const members = allMembers(lock, { signal: options.signal })
  for (let step = await members.next(); step.done !== true; step = await members.next())
    ids.push(step.value.id)
  const lists = await Promise.all(ids.map((id) => methodsOfMember(lock, id, options)))
  return { methods: flatMap(lists, (methods) => methods), missing: [] }
}

const ofHome: List = async ({ deviceId, call, options: { schema } }, options) => ({
  methods: flatMap(await call(PANEL_ALL, { devId: deviceId }, options), (member) =>
    methodsOfDetail(member, schema),
  ),
  missing: ['without-account'],
})

/** A lock that reports only whether it has some is like one that cannot list them. */
const unassignedOrMissing: List = async (lock, options) => {
  const missing: MethodList = { methods: [], missing: ['unassigned'] }
  if (!canListUnassigned(lock)) return missing
  try {
    return { methods: await unassignedMethods(lock, options), missing: [] }
  } catch (error) {
    if (isNotListed(error)) return missing
    throw error
  }
}

/** Whether a read failed because the panel cannot list the methods. */
export const isNotListed = (error: unknown): boolean => {
  const reason: MethodFailure = 'not-listed'
  return isLockError(error) && error.reason === reason
}

/** Every method of the lock. */
export const listMethods = async (
  lock: LockContext,
  options: CallOptions = {},
): Promise<MethodList> => {
  const list = selectChannel(lock, origin.action, methodChannels.methods, {
    [MEMBERS]: ofEachMember,
    [PANEL_MEMBERS]: ofEachMember,
    [ACCESS_CONTROL_LIST]: ofEachMember,
    [HOME_LIST]: ofEachMember,
    [PANEL_ALL]: ofHome,
  })
  const [assigned, unassigned] = await Promise.all([
    list(lock, options),
    unassignedOrMissing(lock, options),
  ])
  return {
    methods: [...assigned.methods, ...unassigned.methods].filter(isFirst),
    missing: [...assigned.missing, ...unassigned.missing],
  }
}
