import { describe, expect, it } from 'vitest'
import { documentedPolicy } from '../../gateway'
import { pairs } from '../../gateway/pairs'
import { rules } from '../../gateway/policy/rules'
import type { MemberRole } from '../../src/flows/members/member'
import { expectedPolicy, type Owner, ofUsers, owners } from './expected-policy'

const roles = ['owner', 'administrator', 'member', 'anonymous', 'shared', 'unknown'] as const
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

describe('the policy of the vendor’s section on roles', () => {
  it('has a rule for each action of the gateway, and for no other', () => {
    expect(Object.keys(rules).sort()).toEqual(pairs.map(({ action }) => action.name).sort())
  })

  it('is written out again for each action', () => {
    expect([...expectedPolicy.keys()].sort()).toEqual(Object.keys(rules).sort())
  })

  it.each(Object.keys(rules).flatMap((action) => roles.map((role) => [action, role] as const)))(
    'decides on %s by the role %s, for the data of each user',
    async (action, role) => {
      const decided: Record<string, unknown> = {}
      const expected: Record<string, unknown> = {}
      for (const of of owners) {
        decided[of] = await decide(action, role, of)
        expected[of] = expectedPolicy.get(action)?.(role, of)
      }
      expect(decided).toEqual(expected)
    },
  )

  it('refuses a command on several users if one of them is not managed', async () => {
    const removal = (user_ids: string) =>
      documentedPolicy({
        action:
          'POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue',
        params: { device_id: 'door', user_ids },
        deviceId: 'door',
        role: 'administrator',
        userId: OWN_ID,
        roleOf: async (id) => (id === '3' ? 'owner' : 'member'),
      })
    expect(await removal('2,4')).toBe('allowed')
    expect(await removal('2,3')).toBe('refused')
    expect(await removal(`2,${OWN_ID}`)).toBe('refused')
    expect(await removal('')).toBe('refused')
  })

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
