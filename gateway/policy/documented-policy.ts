import { type MemberAction, mayManage } from '../../src/flows/members/may-manage'
import type { MemberRole } from '../../src/flows/members/member'
import type { Access, Decision, Policy } from './policy'
import type { Rule } from './rule'
import { rules } from './rules'
import { usersIn } from './users-in'

/**
 * The vendor's section on roles (document 000, lines 1265-1279): owner, administrator and common member, each over the
 * lower ones only. Everything else is refused: shared, anonymous and unknown users, and actions without a rule.
 *
 * @example
 * ```ts
 * const access = { action: 'device.control', params: {}, userId: '7', roleOf: async () => 'unknown' as const }
 * const ofOwner = await documentedPolicy({ ...access, role: 'owner' }) // 'allowed'
 * const ofMember = await documentedPolicy({ ...access, role: 'member' }) // 'refused'
 * ```
 */
export const documentedPolicy: Policy = (access) => {
  const rule = Object.keys(rules).includes(access.action) ? rules[access.action] : undefined
  if (rule === undefined) return 'refused'
  if (rule === 'signed-in') return 'allowed'
  return isMember(access.role) ? decisions[rule](access) : 'refused'
}

const members: readonly MemberRole[] = ['owner', 'administrator', 'member']
const isMember = (role: MemberRole): boolean => members.includes(role)
const isManager = (role: MemberRole): boolean => role === 'owner' || role === 'administrator'

const allowedIf = (isAllowed: boolean): Decision => (isAllowed ? 'allowed' : 'refused')

/** Whether each named user is one whom the role manages, or, to update data, oneself. */
const managesTargets = async (access: Access, to: MemberAction = 'update'): Promise<boolean> => {
  const targets = usersIn(access.params)
  for (const target of targets) if (!(await manages(access, target, to))) return false
  return targets.length > 0
}

const manages = async (
  { role, userId, roleOf }: Access,
  target: string,
  to: MemberAction,
): Promise<boolean> => {
  const actor = { role, ...(userId !== undefined && { id: userId }) }
  // The role of another user is not needed where it changes nothing.
  if (target === userId) return mayManage(actor, { role, id: target }, to)
  if (!isManager(role)) return false
  return mayManage(actor, { role: await roleOf(target), id: target }, to)
}

const decisions: Readonly<
  Record<Exclude<Rule, 'signed-in'>, (access: Access) => Decision | Promise<Decision>>
> = {
  members: () => 'allowed',
  managers: ({ role }) => allowedIf(isManager(role)),
  owner: ({ role }) => allowedIf(role === 'owner'),
  'own-or-managed': async (access) => allowedIf(await managesTargets(access)),
  managed: async (access) => allowedIf(isManager(access.role) && (await managesTargets(access))),
  subordinates: async (access) => allowedIf(await managesTargets(access, 'delete')),
  roles: async (access) =>
    allowedIf(access.role === 'owner' && (await managesTargets(access, 'delete'))),
  users: ({ role }) => (role === 'owner' ? 'allowed' : 'managed-rows'),
  records: ({ role }) => (isManager(role) ? 'allowed' : 'own-rows'),
}
