import { describe, expect, it } from 'vitest'
import { type Decision, documentedPolicy } from '../../gateway'
import { pairs } from '../../gateway/pairs'
import { rules } from '../../gateway/policy/rules'
import type { MemberRole } from '../../src/flows/members/member'

const roles = ['owner', 'administrator', 'member', 'anonymous', 'shared', 'unknown'] as const
/** Whose data a call names: one's own, or that of a user with a role. */
const owners = [
  'own',
  'owner',
  'administrator',
  'member',
  'anonymous',
  'shared',
  'unknown',
] as const
type Owner = (typeof owners)[number]

const OWN_ID = '1'
const OTHER_ID = '2'

const decide = (action: string, role: MemberRole, of: Owner) =>
  documentedPolicy({
    action,
    params: { device_id: 'door', user_id: of === 'own' ? OWN_ID : OTHER_ID },
    deviceId: 'door',
    role,
    userId: OWN_ID,
    roleOf: async () => (of === 'own' ? role : of),
  })

const ofUsers = [
  'doorLock.getUser',
  'doorLock.listUserOpmodes',
  'doorLock.deallocateOpmode',
] as const
const everyone: readonly MemberRole[] = ['owner', 'administrator', 'member']
const managers: readonly MemberRole[] = ['owner', 'administrator']

/** The vendor's section on roles, written out again: the roles whose data a role manages. */
const managed: Readonly<Record<MemberRole, readonly Owner[]>> = {
  owner: ['own', 'administrator', 'member', 'anonymous', 'shared', 'unknown'],
  administrator: ['own', 'member'],
  member: ['own'],
  anonymous: [],
  shared: [],
  unknown: [],
}

/** Who may call each action on a lock, whosever data it is. */
const onLock: Readonly<Record<string, readonly MemberRole[]>> = {
  'device.status': everyone,
  'device.getListByIds': everyone,
  'doorLock.getAvailableInstructions': everyone,
  'doorLock.remoteUnlocks': everyone,
  'doorLock.passwordTicket': everyone,
  'doorLock.passwordFreeOpen': everyone,
  'doorLock.cancelPasswordFreeOpen': everyone,
  'doorLock.openDoor': everyone,
  'device.control': managers,
  'doorLock.remoteUnlockConfig': managers,
  'doorLock.getSyncableOpmodeTypes': managers,
  'doorLock.listUnallocatedOpmodes': managers,
  'doorLock.getDynamicPassword': managers,
  'doorLock.getTemporaryPassword': managers,
  'doorLock.getTemporaryPasswordList': managers,
  'doorLock.createTemporaryPassword': managers,
  'doorLock.createTemporaryPasswordWithoutName': managers,
  'doorLock.modifyTemporaryPassword': managers,
  'doorLock.deleteTemporaryPassword': managers,
  'doorLock.deleteOfflinePassword': managers,
  'doorLock.getMediaUrl': managers,
  'doorLock.setHijack': ['owner'],
  'doorLock.removeHijack': ['owner'],
}

/** What a role gets of a list. */
const lists: Readonly<Record<string, Readonly<Partial<Record<MemberRole, Decision>>>>> = {
  'doorLock.listUsers': {
    owner: 'allowed',
    administrator: 'managed-rows',
    member: 'managed-rows',
  },
  'doorLock.listRecords': { owner: 'allowed', administrator: 'allowed', member: 'own-rows' },
  'doorLock.openingLogs': { owner: 'allowed', administrator: 'allowed', member: 'own-rows' },
  'doorLock.alarmLogs': { owner: 'allowed', administrator: 'allowed', member: 'own-rows' },
}

const expectedFor = (action: string, role: MemberRole, of: Owner): Decision => {
  if (action === 'timer.currentTime') return 'allowed'
  const list = lists[action]
  if (list !== undefined) return list[role] ?? 'refused'
  const allowed = onLock[action]
  if (allowed !== undefined) return allowed.includes(role) ? 'allowed' : 'refused'
  const isManaged = managed[role].includes(of)
  // An unassigned method is of no user yet, so a common member cannot take it.
  if (action === 'doorLock.allocateOpmode')
    return isManaged && role !== 'member' ? 'allowed' : 'refused'
  return isManaged ? 'allowed' : 'refused'
}

describe('the policy of the vendor’s section on roles', () => {
  it('has a rule for each action of the gateway, and for no other', () => {
    expect(Object.keys(rules).sort()).toEqual(pairs.map(({ action }) => action.name).sort())
  })

  it('is written out here for each action', () => {
    const here = [...Object.keys(onLock), ...Object.keys(lists), ...ofUsers]
    const others = ['doorLock.allocateOpmode', 'timer.currentTime']
    expect([...here, ...others].sort()).toEqual(Object.keys(rules).sort())
  })

  it.each(Object.keys(rules).flatMap((action) => roles.map((role) => ({ action, role }))))(
    'decides on $action by the role $role, for the data of each user',
    async ({ action, role }) => {
      const decided: Record<string, unknown> = {}
      const expected: Record<string, unknown> = {}
      for (const of of owners) {
        decided[of] = await decide(action, role, of)
        expected[of] = expectedFor(action, role, of)
      }
      expect(decided).toEqual(expected)
    },
  )

  it.each(roles)('refuses an action without a rule to the role %s', async (role) => {
    expect(await decide('doorLock.unlockEverything', role, 'own')).toBe('refused')
    expect(await decide('toString', role, 'own')).toBe('refused')
  })

  it.each(ofUsers)('refuses %s to a common member whose own id is not known', async (action) => {
    const decision = await documentedPolicy({
      action,
      params: { device_id: 'door', user_id: '0' },
      role: 'member',
      userId: undefined,
      roleOf: async () => 'member',
    })
    expect(decision).toBe('refused')
  })
})
